package report

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/steps/event"
)

const (
	// recapped is how many scenarios a recap names.
	recapped = 20
	// recappedLines is how many lines of a step's message a recap repeats.
	recappedLines = 6
)

// recap says again, at the end of a long run, what did not pass: the end is
// what a person, and the page of a CI job, shows first.
func (p pen) recap(b *strings.Builder, run *model.Run) {
	p.notPassed(b, run)
	p.left(b, run)
	if len(run.Scenarios) > 1 {
		p.flaky(b, run)
	}
	p.differing(b, run)
}

// left tells what scenarios made and what did not go when they had ended.
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

// shortened is the beginning of a message, and says where that is not all.
func shortened(message string) string {
	lines := strings.Split(strings.TrimRight(message, "\n"), "\n")
	if over := len(lines) - recappedLines; over > 1 {
		lines = append(lines[:recappedLines], fmt.Sprintf("... %d more lines above", over))
	}
	return strings.Join(lines, "\n")
}
