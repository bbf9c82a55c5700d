package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// drawn returns what a terminal shows of a run, with its closing lines.
func drawn(t *testing.T, run *model.Run, height int) string {
	t.Helper()
	var out bytes.Buffer
	style := Style{Width: 80, Height: height, Record: func() string { return "record" }}
	if err := Replay(run, formats["pretty"].on(&out, style)); err != nil {
		t.Fatal(err)
	}
	if err := Closing(&out, run); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// screenful returns the last rows of a text: those above the record's path and the
// prompt.
func screenful(text string, height int) string {
	lines := strings.SplitAfter(text, "\n")
	for terminal.Rows(strings.Join(lines, ""), 80) > height-2 {
		lines = lines[1:]
	}
	return strings.Join(lines, "")
}

// withPassed adds passed scenarios to the end of a run.
func withPassed(run *model.Run, n int) *model.Run {
	for _, s := range run.Scenarios {
		if s.Verdict != "passed" {
			continue
		}
		for i := range n {
			one, plan := *s, *s.Scenario
			plan.Name, plan.ID = fmt.Sprintf("%s %d", plan.Name, i), fmt.Sprintf("%s:%d", plan.ID, i)
			one.Scenario = &plan
			run.Scenarios = append(run.Scenarios, &one)
		}
		break
	}
	return run
}

// TestTheLastScreenShowsEachReasonOnce draws runs of different lengths on terminals of
// different heights.
func TestTheLastScreenShowsEachReasonOnce(t *testing.T) {
	for _, height := range []int{24, 30, 40, 60, 100} {
		for _, passed := range []int{0, 1, 2, 3, 5, 8, 20, 60} {
			shown := screenful(drawn(t, withPassed(fold(t, "testdata/records/mixed"), passed), height), height)
			for _, reason := range []string{"seen: rain, since 10:00", "looking at the sky: there is fog"} {
				if n := strings.Count(shown, reason); n != 1 {
					t.Errorf("%d rows, %d more scenarios: the last screen shows %q %d times:\n%s", height, passed, reason, n, shown)
				}
			}
			if !strings.Contains(shown, "passed, 1 failed\n1 undecided") {
				t.Errorf("%d rows, %d more scenarios: the numbers are not last:\n%s", height, passed, shown)
			}
		}
	}
}

func TestATerminalThatShowsTheReasonsNeedsNoRecap(t *testing.T) {
	for height, want := range map[int]bool{20: true, 24: false, 100: false} {
		if got := drawn(t, fold(t, "testdata/records/mixed"), height); strings.Contains(got, "Not passed") != want {
			t.Errorf("%d rows: has a recap %v, want %v:\n%s", height, !want, want, got)
		}
	}
}

// TestARecapListsWhatStillStandsThere checks that a recap names all scenarios, though
// it repeats only reasons that have left the screen.
func TestARecapListsWhatStillStandsThere(t *testing.T) {
	run := fold(t, "testdata/records/mixed")
	between := withPassed(run, 20).Scenarios
	between[1], between[len(between)-1] = between[len(between)-1], between[1] // the undecided one is last
	_, recap, found := strings.Cut(drawn(t, run, 24), "Not passed\n")
	if !found || !strings.Contains(recap, "seen: rain") || !strings.Contains(recap, "Nobody sees the sky") || strings.Contains(recap, "there is fog") {
		t.Errorf("got\n%s", recap)
	}
}
