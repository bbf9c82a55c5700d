package report

import (
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// calls writes the sentences that a step of phrases stands for, unless the step before it
// stands for them too, and returns how deep the step is within them.
func (p pen) calls(b *strings.Builder, s *model.Scenario, i int) (depth int) {
	calls := s.Steps[i].Calls
	shared := 0
	if i > 0 {
		shared = alike(s.Steps[i-1].Calls, calls)
	}
	for depth := shared; depth < len(calls); depth++ {
		outcome, took := within(s.Steps[i:], calls[:depth+1])
		span := span(took)
		if outcome == record.NotRun {
			span = ""
		}
		fmt.Fprintf(b, "      %s  %7s  %s%s %s\n", p.verdict(string(outcome)), span, nesting(depth), calls[depth].Keyword, calls[depth].Text)
	}
	return len(calls)
}

func nesting(depth int) string { return strings.Repeat("  ", depth) }

// alike is how many calls two steps have in common, from the outermost on.
func alike(a, b []plan.Call) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// within is what the steps came to that stand for a call, and how long they took. They
// are the first ones of a list.
func within(steps []*model.Step, calls []plan.Call) (record.Outcome, time.Duration) {
	outcome, took := record.Outcome(""), time.Duration(0)
	for _, step := range steps {
		if alike(step.Calls, calls) < len(calls) {
			break
		}
		took += step.Duration()
		switch step.Outcome {
		case record.Failed, record.Undecided:
			outcome = step.Outcome
		case record.NotRun:
			if outcome == "" {
				outcome = record.NotRun
			}
		default:
			if outcome == "" {
				outcome = step.Outcome
			}
		}
	}
	return outcome, took
}
