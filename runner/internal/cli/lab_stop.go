package cli

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
)

func newLabReset(a *app) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use: "reset [NAME]", Short: "Restart a running lab on a new cluster", Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.reset(progress.With(cmd.Context(), a.terminal), args, lang)
		},
	}
	languageFlag(cmd, &lang)
	return cmd
}

// reset removes the lab's cluster and starts the lab again on a new one. It first
// copies the lab, which is stored with the cluster.
func (a *app) reset(ctx context.Context, args []string, lang string) error {
	live, kept, err := a.live(ctx, args)
	if err != nil {
		return err
	}
	copied, err := os.MkdirTemp("", "gherkube-lab-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(copied)
	dir := copied + "/" + kept.ID
	if err := os.CopyFS(dir, os.DirFS(kept.Dir)); err != nil {
		return err
	}
	l, err := reader.Load(dir, a.vocabulary())
	if err != nil {
		return err
	}
	if err := a.down(ctx, live.Cluster); err != nil {
		return err
	}
	return a.startLab(ctx, l, live.Student, live.Cluster, lang)
}

func newLabStop(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "stop [NAME]", Short: "Remove a running lab and its cluster", Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			live, _, err := a.live(cmd.Context(), args)
			if err != nil {
				return err
			}
			return a.down(cmd.Context(), live.Cluster)
		},
	}
}
