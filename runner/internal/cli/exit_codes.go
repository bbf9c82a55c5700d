package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// ExitCode is what an exit code means.
type ExitCode struct {
	Code            int
	Run, Grade, Fix string // of a run, of a grade, what to do
}

// ExitCodes lists the exit codes.
var ExitCodes = []ExitCode{
	{0, "all scenarios passed", "the pass mark is reached; for a class, every submission has a grade", ""},
	{1, "a scenario failed: the cluster did something else", "the pass mark is not reached", "read the failure"},
	{2, "nothing failed, but something is undecided: the cluster could not be observed, a fault did not take effect, or the run was interrupted", "not gradable", "run again"},
	{3, "invalid usage or input; the message names the file and the line", "invalid usage, lab or submission", "correct what the message names"},
}

// ExitCodesOfOthers says what the exit codes of other commands are. Commands stand in
// backquotes.
const ExitCodesOfOthers = "A run ends with the worst of its scenarios: failed, then undecided, then passed. Commands that judge nothing end with 0, with 2 if " +
	"they could not do what was asked, and with 3 for invalid usage. `gherkube cluster shell` and `gherkube lab shell` pass on the exit code of the command that they ran."

// helpColumns is how wide help texts are.
const helpColumns = 78

// newExitCodes returns the help topic on exit codes.
func newExitCodes() *cobra.Command {
	var text strings.Builder
	text.WriteString("Exit codes of gherkube, of a run and of a grade:\n\n")
	for _, c := range ExitCodes {
		for i, line := range []string{"run: " + c.Run, "grade: " + c.Grade, "what to do: " + c.Fix} {
			mark := " "
			if i == 0 {
				mark = fmt.Sprint(c.Code)
			}
			if i == 2 && c.Fix == "" {
				continue
			}
			wrapped := terminal.Wrap(line, helpColumns-5)
			fmt.Fprintf(&text, "  %s  %s\n", mark, strings.ReplaceAll(strings.TrimRight(wrapped, "\n"), "\n", "\n     "))
		}
	}
	text.WriteString("\n" + strings.TrimRight(terminal.Wrap(strings.ReplaceAll(ExitCodesOfOthers, "`", `"`), helpColumns), "\n"))
	return &cobra.Command{Use: "exit-codes", Short: "What the exit codes mean", Long: text.String()}
}
