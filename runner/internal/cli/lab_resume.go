package cli

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
)

const resumeLong = `Go on with a lab whose cluster was stopped: by "gherkube cluster stop", or by a
restart of this machine or of the container engine.

Your files at the workstation are still there, except those in /tmp; programs
that ran are not. Faults of the lab that the restart had undone are in effect
again, except those that you had repaired when the lab was last checked or
stopped.

` + labUILong

func newLabResume(a *app) *cobra.Command {
	var ui uiFlag
	var lang string
	cmd := &cobra.Command{
		Use: "resume [NAME]", Short: "Go on with a lab after a restart", Long: resumeLong,
		Example: "  gherkube lab resume\n  gherkube lab shell", Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			live, _, err := a.live(cmd.Context(), args)
			if err != nil {
				return err
			}
			return a.withPage(cmd.Context(), ui, lang, func() (string, error) {
				return live.Cluster, a.startAgain(progress.With(cmd.Context(), a.terminal), live.Cluster)
			})
		},
	}
	languageFlag(cmd, &lang)
	labUIFlag(cmd, &ui, "then serve the page of the lab")
	return cmd
}

// labGoesOn completes the start of a lab's cluster.
func (a *app) labGoesOn(ctx context.Context, c cluster.Cluster, since time.Time) error {
	live, err := grading.ReadLive(c.Name())
	if err != nil {
		return err
	}
	known := slices.Concat(live.Ailments, cluster.StandstillOf(c.Name()).Ailments)
	if err := a.settle(ctx, c, known); err != nil {
		return fmt.Errorf("%w\nIf that is not your doing: gherkube lab reset %s", err, c.Name())
	}
	injected, err := live.Restore(ctx, c)
	if err != nil {
		return err
	}
	if text := live.Restored(injected); text != "" {
		a.tell("%s", text)
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, `Lab %[2]s goes on after %[3]s.
  work on it  gherkube lab shell %[1]s
  check it    gherkube lab check %[1]s
`, c.Name(), live.Lab, time.Since(since).Round(100*time.Millisecond))
	return err
}

// atWork rejects a lab whose workstation does not run, with the command that starts it.
func (a *app) atWork(ctx context.Context, live *grading.Live) error {
	all, err := a.platform.List(ctx)
	if err != nil {
		return err
	}
	for _, i := range all {
		if i.Name == live.Cluster && withoutWorkstation(i) {
			return input.Errorf("lab %s is stopped; to go on: gherkube lab resume %s", live.Lab, live.Cluster)
		}
	}
	return nil
}

// withoutWorkstation reports whether a lab is on a cluster, and its workstation does not
// run.
func withoutWorkstation(i docker.Info) bool {
	return grading.IsLive(i.Name) && i.Nodes[workstation.Name] != "running"
}
