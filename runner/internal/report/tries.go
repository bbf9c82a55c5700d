package report

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// tries shows the tries before the last one in full, each under a heading, and
// the heading of the last one.
func (p pen) tries(b *strings.Builder, s *model.Scenario) {
	for i, try := range s.Earlier {
		fmt.Fprintf(b, "      %s\n", p.bold(fmt.Sprintf("Try %d: %s", i+1, try.Verdict)))
		p.try(b, try)
	}
	if n := len(s.Earlier); n > 0 {
		fmt.Fprintf(b, "      %s\n", p.bold(fmt.Sprintf("Try %d: %s", n+1, s.Outcome())))
	}
}

// onTry says on which try a scenario passed that was retried.
func onTry(s *model.Scenario) string {
	if !s.Flaky() {
		return ""
	}
	return fmt.Sprintf("  (passed on try %d)", len(s.Earlier)+1)
}

// flaky lists what passed only on a later try, with what kept it from passing
// before.
func (p pen) flaky(b *strings.Builder, run *model.Run) {
	heading := false
	for _, s := range run.Scenarios {
		if !s.Flaky() {
			continue
		}
		if !heading {
			heading = true
			fmt.Fprintf(b, "\n%s\n", p.bold("Passed only on a later try"))
		}
		fmt.Fprintf(b, "  %s  %s%s\n", s.Place(), s.Title(), onTry(s))
		for i, try := range s.Earlier {
			p.failedStep(b, fmt.Sprintf("try %d %s: ", i+1, try.Verdict), try)
		}
	}
}

// failedStep shows the step that kept a try from passing, and the beginning of
// its message.
func (p pen) failedStep(b *strings.Builder, before string, s *model.Scenario) {
	if step := s.FailedStep(); step != nil {
		fmt.Fprintf(b, "      %s%s %s  # %s\n", before, step.Keyword, step.Text, s.PlaceOf(step.Step))
		b.WriteString(indent(shortened(step.Message), "        "))
	}
}

// differing tells of the scenarios whose repetitions came to different
// verdicts, or that none did.
func (p pen) differing(b *strings.Builder, run *model.Run) {
	if run.Plan.Times == 0 {
		return
	}
	var lines []string
	for _, place := range places(run) {
		if line := repetitions(run, place); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		fmt.Fprintf(b, "\nThe repetitions of every scenario that ran agree.\n")
		return
	}
	fmt.Fprintf(b, "\n%s\n%s\n", p.bold("Flaky: repetitions that differ"), strings.Join(lines, "\n"))
}

// places are those of the scenarios of a run, each once.
func places(run *model.Run) []string {
	var all []string
	seen := map[string]bool{}
	for _, s := range run.Scenarios {
		if !seen[s.Place()] {
			seen[s.Place()] = true
			all = append(all, s.Place())
		}
	}
	return all
}

// repetitions counts the verdicts of one scenario, or is empty if all that were
// reached are the same.
func repetitions(run *model.Run, place string) string {
	counts, reached, name := map[verdict.Verdict]int{}, 0, ""
	for _, s := range run.Scenarios {
		if s.Place() == place && s.Reached() {
			counts[s.Verdict]++
			reached++
			name = s.Name
		}
	}
	if len(counts) < 2 {
		return ""
	}
	line := fmt.Sprintf("  passed %d of %d", counts[verdict.Passed], reached)
	for _, v := range []verdict.Verdict{verdict.Failed, verdict.Undecided} {
		if counts[v] > 0 {
			line += fmt.Sprintf(", %s %d", v, counts[v])
		}
	}
	return fmt.Sprintf("%s: flaky  %s  %s", line, place, name)
}

// notRun is how many scenarios the end of the run kept from beginning.
func notRun(run *model.Run) int {
	n := 0
	for _, s := range run.Scenarios {
		if s.CutShort && !s.Reached() && s.Verdict == verdict.Verdict(record.Undecided) {
			n++
		}
	}
	return n
}
