package report

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/steps/event"
)

const (
	// recapped is the maximum number of scenarios in a recap.
	recapped = 20
	// recappedLines is the maximum number of lines of a step's message in a recap.
	recappedLines = 6
)

// recap repeats at the end of a long run what did not pass: people, and pages of CI
// jobs, see the end first.
func (p pen) recap(b *strings.Builder, run *model.Run) {
	p.notPassed(b, run)
	p.left(b, run)
	if len(run.Scenarios) > 1 {
		p.flaky(b, run)
	}
	p.differing(b, run)
	p.matrix(b, run)
}

// left lists the objects that scenarios created and that still existed after their
// end.
func (p pen) left(b *strings.Builder, run *model.Run) {
	heading := "\n" + p.bold("Left behind") + "\n"
	for _, s := range run.Scenarios {
		for _, try := range s.Tries() {
			for _, n := range try.NotesOf(string(event.Left)) {
				fmt.Fprintf(b, "%s  %s  %s\n%s", heading, s.File, s.Title(), indent(n.Text, "      "))
				heading = ""
			}
		}
	}
}

func (p pen) notPassed(b *strings.Builder, run *model.Run) {
	var all []*model.Scenario
	for _, s := range run.Scenarios {
		if s.Verdict != verdict.Passed && worthOpening(s) {
			all = append(all, s)
		}
	}
	if len(all) == 0 || len(run.Scenarios) == 1 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", p.bold("Not passed"))
	for i, s := range all {
		if i == recapped {
			fmt.Fprintf(b, "  and %d more: see above\n", len(all)-i)
			return
		}
		fmt.Fprintf(b, "  %s  %s  %s\n", p.verdict(string(s.Verdict)), s.File, s.Title())
		p.failedStep(b, "", s.Decisive())
		fmt.Fprintf(b, "      %s\n", s.Repeat)
	}
}

// shortened returns the beginning of a message, marked if it is incomplete.
func shortened(message string) string {
	lines := strings.Split(strings.TrimRight(message, "\n"), "\n")
	if over := len(lines) - recappedLines; over > 1 {
		lines = append(lines[:recappedLines], fmt.Sprintf("... %d more lines above", over))
	}
	return strings.Join(lines, "\n")
}
