package cli

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/run"
)

func newDoctor(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "doctor", Short: "Check this machine and its container engine",
		Long: `Check what clusters need of this machine and its container engine, and what
building node images needs. Nothing is started or changed.

Exit codes:
  0  clusters can be started here
  2  they cannot; each problem is listed with what to do about it`,
		Example: "  gherkube doctor",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			all := a.platform.Diagnose(cmd.Context())
			sick := docker.AnySick(all)
			if !sick {
				all = append(all, a.nodeImages(cmd.Context())...)
				sick = docker.AnySick(all)
			}
			if err := a.tellFindings(all); err != nil {
				return err
			}
			if sick {
				return passedOn(run.CodeUndecided)
			}
			return nil
		},
	}
}

// nodeImages says which node images there are. What is missing for building them is a problem
// only if there is none.
func (a *app) nodeImages(ctx context.Context) (all []docker.Finding) {
	some := false
	for _, v := range cluster.Versions {
		found := docker.Finding{Check: "image of " + v.String(), Found: a.platform.Ref(v)}
		built, err := a.platform.Built(ctx, v)
		switch {
		case err != nil:
			found.Found, found.Unknown = err.Error(), true
		case !built:
			found.Found = "not here; the first use pulls or builds it (gherkube image build --kubernetes " + v.String() + ")"
		}
		some = some || built
		all = append(all, found)
	}
	lacking := a.platform.Lacks(ctx)
	if len(lacking) == 0 {
		return append(all, docker.Finding{Check: "building", Found: "Go, Debian's tools and the C library are there"})
	}
	for _, p := range lacking {
		if some { // then it can wait
			p.Found, p.Fix = p.Found+"; to build images: "+p.Fix, ""
		}
		all = append(all, p)
	}
	return all
}

func (a *app) tellFindings(all []docker.Finding) error {
	table := tabwriter.NewWriter(a.terminal.Stdout, 0, 0, 3, ' ', 0)
	fmt.Fprintln(table, "CHECK\tSTATUS\tFOUND")
	for _, f := range all {
		status := "ok"
		switch {
		case f.Sick():
			status = "problem"
		case f.Unknown:
			status = "unknown"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", f.Check, status, f.Found)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	for _, f := range all {
		if f.Sick() {
			if _, err := fmt.Fprintf(a.terminal.Stdout, "\n%s: %s\n", f.Check, f.Fix); err != nil {
				return err
			}
		}
	}
	return nil
}
