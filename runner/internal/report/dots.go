package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// dots is the format progress: one sign per scenario, and at the end all details of
// those that did not pass.
type dots struct {
	out   io.Writer
	pen   pen
	shown int
}

func newDots(out io.Writer, style Style) View { return &dots{out: out, pen: pen{Style: style}} }

// perLine is the number of signs on a line.
const perLine = 70

var signs = map[verdict.Verdict]string{
	verdict.Passed: ".", verdict.Failed: "F", verdict.Undecided: "U",
}

// signOf returns the sign for a scenario. One that passed on a later try only has a
// sign of its own.
func signOf(s *model.Scenario) string {
	if s.Flaky() {
		return "r"
	}
	return signs[s.Verdict]
}

// Finished writes the sign of a scenario.
func (d *dots) Finished(s *model.Scenario) error {
	sign := signOf(s)
	d.shown++
	if d.shown%perLine == 0 {
		sign += "\n"
	}
	_, err := io.WriteString(d.out, sign)
	return err
}

// End writes the details of all scenarios that did not pass.
func (d *dots) End(run *model.Run) error {
	var b strings.Builder
	for _, s := range run.Scenarios {
		if s.CutShort {
			b.WriteString(signOf(s))
		}
	}
	b.WriteString("\n")
	for _, s := range run.Scenarios {
		if s.Verdict == verdict.Passed || !worthOpening(s) {
			continue
		}
		fmt.Fprintf(&b, "\n%s  %s\n", d.pen.verdict(string(s.Verdict)), s.Title())
		d.pen.open(&b, s)
	}
	d.pen.left(&b, run)
	d.pen.flaky(&b, run)
	d.pen.differing(&b, run)
	_, err := io.WriteString(d.out, b.String())
	return err
}
