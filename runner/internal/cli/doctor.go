package cli

import (
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/run"
)

const doctorLong = `Check what clusters need of this machine and its container engine, where node
images come from, and what building them needs. Nothing is started or changed. A
check that takes longer than a second ends as unknown.

The engine is the one of DOCKER_HOST, or of the docker command's context. It may
be Docker, Docker Desktop, Colima, Rancher Desktop, OrbStack, or Podman.

Each line has a status: ok, warning (clusters work, but few or slow ones),
problem, or unknown. Warnings and problems say what to do after the colon.

Exit codes:
  0  clusters can be started here
  2  they cannot`

func newDoctor(a *app) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use: "doctor", Short: "Check this machine and its container engine", Long: doctorLong,
		Example: "  gherkube doctor\n  gherkube doctor --output json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			tell, known := map[string]func([]docker.Finding) error{textOutput: a.tellFindings, jsonOutput: a.encodeFindings}[output]
			if !known {
				return input.Errorf("--output %q: use %s or %s", output, textOutput, jsonOutput)
			}
			all := a.examine(cmd.Context())
			if err := tell(all); err != nil {
				return err
			}
			if docker.AnySick(all) {
				return passedOn(run.CodeUndecided)
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", textOutput, "how to print the findings: text or json")
	choices(cmd, "output", textOutput, jsonOutput)
	return cmd
}

// statusOf returns the status of a finding in a word.
func statusOf(f docker.Finding) string {
	switch {
	case f.Sick():
		return "problem"
	case f.Fix != "":
		return "warning"
	case f.Unknown:
		return "unknown"
	}
	return "ok"
}

func (a *app) tellFindings(all []docker.Finding) error {
	rows := [][]string{{"CHECK", "STATUS", "FOUND"}}
	for _, f := range all {
		found := f.Found
		if f.Fix != "" {
			found += ": " + f.Fix
		}
		rows = append(rows, []string{f.Check, statusOf(f), found})
	}
	return a.table(rows)
}

// findingJSON is a finding in the output for programs.
type findingJSON struct {
	Check  string `json:"check"`
	Status string `json:"status"` // ok, warning, problem or unknown
	Found  string `json:"found"`
	Fix    string `json:"fix,omitempty"`
}

func (a *app) encodeFindings(all []docker.Finding) error {
	encoded := struct {
		Fit    bool          `json:"fit"` // clusters can be started
		Checks []findingJSON `json:"checks"`
	}{Fit: !docker.AnySick(all)}
	for _, f := range all {
		encoded.Checks = append(encoded.Checks, findingJSON{f.Check, statusOf(f), f.Found, f.Fix})
	}
	return a.encode(encoded)
}
