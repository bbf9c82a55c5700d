package report

import (
	"fmt"
	"io"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/model"
)

// Closing writes how a run ended: why it ended early, if it did, and how many
// scenarios passed and failed, on a line of their own that CI can read.
func Closing(w io.Writer, run *model.Run) error {
	text := "\n"
	if run.Aborted != "" {
		text += fmt.Sprintf("The run ended early: %s\n", run.Aborted)
	}
	text += fmt.Sprintf("%d passed, %d failed\n", run.Count(verdict.Passed), run.Count(verdict.Failed))
	if n := run.Count(verdict.Undecided); n > 0 {
		text += fmt.Sprintf("%d undecided: they could not be observed, a rerun may decide\n", n)
	}
	_, err := io.WriteString(w, text)
	return err
}
