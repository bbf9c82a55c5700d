package cli

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lsp"
	"github.com/gherkube/gherkube/runner/internal/run"
)

const lspLong = `Serve editors with the Language Server Protocol, on standard input and output.
An editor starts this command itself; CONTRIBUTING.md has the settings for
Visual Studio Code, Neovim and Helix.

The editor then has, for every feature:
  - errors while you type: those of "gherkube lint", or of "gherkube lab lint"
    for the setup and the checks of a lab
  - completion of sentences, with their parameters as places to fill in
  - the meaning of a sentence, with an example
  - formatting as by "gherkube fmt"
  - the outline of the feature
  - for an unknown sentence, the ones that may have been meant, as a quick fix
  - for the names that a scenario gives ("..." is called "NAME"): go to where
    the name is given, and rename

No cluster is needed. The exit code is 0 after a regular shutdown (shutdown,
then exit), and 1 otherwise.`

const lspExample = `  # In Neovim
  vim.lsp.start({ name = "gherkube", cmd = { "gherkube", "lsp" } })

  # Accept images of your own in features
  gherkube lsp --image shop:dev`

func newLSP(a *app) *cobra.Command {
	var images []string
	cmd := &cobra.Command{
		Use: "lsp", Short: "Serve editors with the Language Server Protocol", Long: lspLong, Example: lspExample,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			stdin := cmd.InOrStdin()
			if file, ok := stdin.(*os.File); ok && isTerminal(file) {
				return input.Errorf("gherkube lsp is started by an editor, which it speaks with on standard input\nSee 'gherkube lsp --help'")
			}
			ended, err := lsp.Serve(cmd.Context(), stdin, os.Stdout, lsp.Options{
				Vocabulary: a.vocabulary(), Version: ownVersion(), Images: images,
			})
			if err != nil {
				complain(a.terminal.Stderr, fmt.Errorf("lsp: %w", err))
				return passedOn(run.CodeFailed)
			}
			if !ended {
				return passedOn(run.CodeFailed)
			}
			return nil
		},
	}
	cmd.Flags().StringArrayVar(&images, "image", nil, "accept this image of the local container engine in features; can be repeated")
	// Visual Studio Code clients add --stdio to the arguments of every server.
	cmd.Flags().Bool("stdio", true, "use standard input and output (the only way)")
	return cmd
}
