package page

import (
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// twoRuns returns two runs of the same features: in the second, one more has failed, one
// has passed, one is slower, one is new, and one is gone.
func twoRuns(t testing.TB) (before, after *model.Run) {
	before, after = synthetic(t, small), synthetic(t, small)
	for i, s := range after.Scenarios {
		switch i {
		case 0:
			failed := after.Scenarios[3]
			s.Verdict, s.Steps = verdict.Failed, failed.Steps
		case 1:
			s.Finished = s.Started.Add(3 * s.Duration())
		case 7:
			s.Verdict = verdict.Passed
		}
	}
	before.Scenarios, after.Scenarios = before.Scenarios[:9], after.Scenarios[:10]
	after.Scenarios = append(after.Scenarios[:2:2], after.Scenarios[3:]...)
	return before, after
}

func compare(t testing.TB) string {
	before, after := twoRuns(t)
	var out strings.Builder
	if err := Compare(&out, before, after, [2]string{"monday", "tuesday"}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTwoRunsAreCompared(t *testing.T) {
	got := compare(t)
	for _, want := range []string{
		`<h2 id="worse">Worse <small>1</small>`, "number 0", `<h2 id="better">Better <small>1</small>`, "number 7", `<h2 id="slower">Slower <small>1</small>`, "&#43;1m20s",
		`In one run only <small>2</small>`, "number 9", "monday", "tuesday", "The other 5 scenarios", "2 ready",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(got, `id="faster"`) || strings.Contains(got, "<script") {
		t.Error("the page has more than that")
	}
}

func TestARunEqualsItself(t *testing.T) {
	run := synthetic(t, shape{scenarios: 3, workers: 1, pods: 1, long: time.Second})
	var out strings.Builder
	if err := Compare(&out, run, run, [2]string{"a", "b"}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Contains(got, "<h2") || !strings.Contains(got, "The other 3 scenarios") {
		t.Error(got)
	}
}
