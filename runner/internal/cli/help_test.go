package cli

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// TestHelpFitsATerminal walks through all commands: their help has no line that a
// terminal of 80 columns would break, except for commands that are to be copied.
func TestHelpFitsATerminal(t *testing.T) {
	const columns = helpWidth
	var out strings.Builder
	root := newRoot(&app{terminal: terminal.Elsewhere(&out, &out, columns, false)})
	root.SetOut(&out)
	pages := 0
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		out.Reset()
		if err := cmd.Help(); err != nil {
			t.Fatal(err)
		}
		pages++
		for line := range strings.Lines(out.String()) {
			line = strings.TrimRight(line, "\n")
			if runewidth.StringWidth(line) > columns && !strings.HasPrefix(strings.TrimSpace(line), "gherkube ") {
				t.Errorf("%s: a line of %d columns: %s", cmd.CommandPath(), runewidth.StringWidth(line), line)
			}
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(root)
	if pages < 30 {
		t.Errorf("only %d pages", pages)
	}
}
