package report

import (
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// calls writes the sentences whose phrases contain a step, except those that the
// previous step shares. It returns the nesting depth of the step.
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
		b.WriteString(p.row("      ", string(outcome), span, nesting(depth)+calls[depth].Keyword+" "+calls[depth].Text))
	}
	return len(calls)
}

func nesting(depth int) string { return strings.Repeat("  ", depth) }

// alike returns how many calls two steps share, counted from the outermost one.
func alike(a, b []plan.Call) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// within returns the merged outcome and the total duration of the steps of a call.
// These are the leading steps of the list.
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
