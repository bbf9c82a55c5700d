package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/sheet"
)

const startLong = `Start a lab on a new cluster and inject its faults. The command returns when
every fault has taken effect. The lab stays up until "gherkube lab stop".

` + labUILong + `

` + whichLab

const startExample = `  # Start a lab, work on it, check it, and remove it
  gherkube lab start service-selector
  gherkube lab shell
  gherkube lab check
  gherkube lab stop

  # Work beside a page with the text, the checks and the hints
  gherkube lab start service-selector --ui

  # Start a lab of your own
  gherkube lab start ./mine`

func newLabStart(a *app) *cobra.Command {
	var student, name, lang string
	var kubernetes []cluster.Version
	var ui uiFlag
	cmd := &cobra.Command{
		Use: "start LAB", Short: "Start a lab to work on", Long: startLong, Example: startExample, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := a.lab(args[0])
			if err != nil {
				return err
			}
			if _, err := onVersions([]*lab.Lab{l}, kubernetes); err != nil {
				return err
			}
			if name == "" {
				name = l.ID
			}
			return a.withPage(cmd.Context(), ui, lang, func() (string, error) {
				err := a.startLab(progress.With(cmd.Context(), a.terminal), l, student, name, lang)
				if err == nil && ui.on { // others use the lab while this process serves its page
					err = cluster.Release(name)
				}
				return name, err
			})
		},
	}
	studentFlag(cmd, &student, "student whose variant of the lab to start")
	cmd.Flags().StringVar(&name, "name", "", "name of the cluster (default the ID of the lab)")
	kubernetesListFlag(cmd, &kubernetes, "run on this version of Kubernetes instead of the lab's own")
	languageFlag(cmd, &lang)
	labUIFlag(cmd, &ui, "then serve the page of the lab")
	a.imageFlag(cmd)
	return cmd
}

func (a *app) startLab(ctx context.Context, l *lab.Lab, student, name, lang string) error {
	if err := a.ready(ctx, l); err != nil {
		return err
	}
	if err := a.labUnused(ctx, name); err != nil {
		return err
	}
	c, err := a.platform.Up(ctx, l.Topology.Cluster(), name)
	if err != nil {
		return err
	}
	if _, err := a.quiet().Start(ctx, c, l, student); err != nil {
		return errors.Join(err, c.Close(ctx))
	}
	if err := a.showTask(sheet.Sheet{Lab: l, Student: student, Language: lang}, 0); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, `
Lab %s is up, for %d minutes or so of your time.
  work on it  gherkube lab shell %s
  check it    gherkube lab check %s
  get a hint  gherkube lab hint %s TASK
  end it      gherkube lab stop %s
`, l.ID, l.Minutes, name, name, name, name)
	return err
}

// labUnused rejects a name that another lab or cluster has.
func (a *app) labUnused(ctx context.Context, name string) error {
	err := a.unused(ctx, name)
	if on := grading.LabOn(name); err != nil && on != "" {
		return input.Errorf("lab %[2]s is there already; to go on: gherkube lab resume %[1]s; to begin anew: gherkube lab reset %[1]s; "+
			"to start another one: --name", name, on)
	}
	return err
}
