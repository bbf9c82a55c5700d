package report

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// tries writes the tries before the last one in full, each below a heading, and
// then the heading of the last try.
func (p pen) tries(b *strings.Builder, s *model.Scenario) {
	for i, try := range s.Earlier {
		fmt.Fprintf(b, "      %s\n", p.bold(fmt.Sprintf("Try %d: %s", i+1, try.Verdict)))
		p.try(b, try)
	}
	if n := len(s.Earlier); n > 0 {
		fmt.Fprintf(b, "      %s\n", p.bold(fmt.Sprintf("Try %d: %s", n+1, s.Outcome())))
	}
}

// onTry says on which try a retried scenario passed.
func onTry(s *model.Scenario) string {
	if !s.Flaky() {
		return ""
	}
	return fmt.Sprintf("  (passed on try %d)", len(s.Earlier)+1)
}

// flaky lists the scenarios that passed on a later try only, with the failed steps
// of the earlier tries.
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

// failedStep writes the step that kept a try from passing, and the beginning of its
// message.
func (p pen) failedStep(b *strings.Builder, before string, s *model.Scenario) {
	if step := s.FailedStep(); step != nil {
		fmt.Fprintf(b, "      %s%s %s  # %s\n", before, step.Keyword, step.Text, s.PlaceOf(step.Step))
		b.WriteString(p.wrapped(shortened(step.Message), "        "))
	}
}

// differing lists the scenarios whose repetitions have different verdicts, or says
// that there are none.
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

// places returns the locations of a run's scenarios, without duplicates.
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

// repetitions counts the verdicts of a scenario's repetitions. It returns "" if all
// repetitions that were reached have the same verdict.
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

// notRun counts the scenarios that had not started when the run ended.
func notRun(run *model.Run) int {
	n := 0
	for _, s := range run.Scenarios {
		if s.CutShort && !s.Reached() && s.Verdict == verdict.Verdict(record.Undecided) {
			n++
		}
	}
	return n
}
