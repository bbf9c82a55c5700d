package report

import (
	"fmt"
	"io"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// Closing writes how a run ended: why it ended early, if it did, and the numbers of
// passed and failed scenarios on a line of their own, which CI can parse.
func Closing(w io.Writer, run *model.Run) error {
	text := "\n"
	if run.Aborted != "" {
		text += fmt.Sprintf("The run ended early: %s\n", run.Aborted)
	}
	text += fmt.Sprintf("%d passed, %d failed\n", run.Count(verdict.Passed), run.Count(verdict.Failed))
	text += undecided(run.Count(verdict.Undecided), notRun(run))
	if n := flaky(run); n > 0 {
		text += fmt.Sprintf("%d passed only on a later try: flaky\n", n)
	}
	_, err := io.WriteString(w, text)
	return err
}

// undecided counts undecided scenarios and says how many of them were not run.
func undecided(all, notRun int) string {
	switch {
	case all == 0:
		return ""
	case notRun == all:
		return fmt.Sprintf("%d undecided: not run, since the run ended early\n", all)
	case notRun > 0:
		return fmt.Sprintf("%d undecided: %d not run, the others could not be observed; a rerun may decide\n", all, notRun)
	}
	return fmt.Sprintf("%d undecided: they could not be observed, a rerun may decide\n", all)
}

func flaky(run *model.Run) int {
	n := 0
	for _, s := range run.Scenarios {
		if s.Flaky() {
			n++
		}
	}
	return n
}
