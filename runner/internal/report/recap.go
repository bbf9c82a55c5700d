package report

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps/event"
)

const (
	// recapped is the maximum number of scenarios in a recap.
	recapped = 20
	// recappedLines is the maximum number of lines of a step's message in a recap.
	recappedLines = 6
)

// recap repeats at the end of a long run what did not pass: people, and pages of CI
// jobs, see the end first. A terminal that still shows the details needs no recap.
func (p *pretty) recap(b *strings.Builder, run *model.Run) {
	var after strings.Builder
	p.pen.left(&after, run)
	if len(run.Scenarios) > 1 {
		p.pen.flaky(&after, run)
	}
	p.pen.differing(&after, run)
	p.pen.matrix(&after, run)
	if all := notPassed(run); len(run.Scenarios) > 1 {
		b.WriteString(p.pen.notPassed(all, p.toRepeat(all, after.String())))
	}
	b.WriteString(after.String())
}

// closingRows is how many rows the closing lines of a run and the prompt take up.
const closingRows = 5

// toRepeat returns the scenarios whose reasons a recap repeats, above other lines: all
// of them, or on a terminal those that have left the screen by the end of the run.
func (p *pretty) toRepeat(all []*model.Scenario, after string) map[*model.Scenario]bool {
	repeated := map[*model.Scenario]bool{}
	below := terminal.Rows(after, p.pen.Width) + closingRows
	for known := -1; known < len(repeated); { // what is repeated takes room, too
		known = len(repeated)
		recap := terminal.Rows(p.pen.notPassed(all, repeated), p.pen.Width)
		for _, s := range all {
			if !p.pen.screen() || p.rows-p.began[s]+recap+below > p.pen.Height {
				repeated[s] = true
			}
		}
	}
	return repeated
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

// notPassed lists the scenarios that did not pass and are worth opening.
func notPassed(run *model.Run) (all []*model.Scenario) {
	for _, s := range run.Scenarios {
		if s.Verdict != verdict.Passed && worthOpening(s) {
			all = append(all, s)
		}
	}
	return all
}

// notPassed writes a list of scenarios, with the reasons of those that are repeated. It
// writes nothing if none is.
func (p pen) notPassed(all []*model.Scenario, repeated map[*model.Scenario]bool) string {
	if len(repeated) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s\n", p.bold("Not passed"))
	for i, s := range all {
		if i == recapped {
			fmt.Fprintf(&b, "  and %d more: see above\n", len(all)-i)
			break
		}
		fmt.Fprintf(&b, "  %s  %s  %s\n", p.verdict(string(s.Verdict)), s.File, s.Title())
		if repeated[s] {
			p.failedStep(&b, "", s.Decisive())
			fmt.Fprintf(&b, "      %s\n", s.Repeat)
		}
	}
	return b.String()
}

// shortened returns the beginning of a message, marked if it is incomplete.
func shortened(message string) string {
	lines := strings.Split(strings.TrimRight(message, "\n"), "\n")
	if over := len(lines) - recappedLines; over > 1 {
		lines = append(lines[:recappedLines], fmt.Sprintf("... %d more lines above", over))
	}
	return strings.Join(lines, "\n")
}
