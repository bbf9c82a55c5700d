package score_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// aLab has two tasks, worth six and four points.
func aLab() *lab.Lab {
	return &lab.Lab{
		Document: lab.Document{ID: "x", Title: "X", PassMark: 66, Tasks: []lab.Task{{Points: 6}, {Points: 4}}},
		Criteria: []lab.Criterion{
			{Name: "a", Task: 1, Points: 4, Visibility: lab.Always},
			{Name: "b", Task: 1, Points: 2, Visibility: lab.AfterPublish},
			{Name: "c", Task: 2, Points: 4, Visibility: lab.Always},
		},
	}
}

// aRun is a run whose scenarios ended with these verdicts.
func aRun(verdicts map[string]verdict.Verdict) *model.Run {
	r := &model.Run{}
	for name, v := range verdicts {
		step := &model.Step{Step: plan.Step{Keyword: "Then", Text: "it is so"}, Outcome: record.Outcome(v)}
		if v != verdict.Passed {
			step.Message = "expected it to be so\n  saw: it is not, since 10:00"
		}
		r.Scenarios = append(r.Scenarios, &model.Scenario{
			Scenario: &plan.Scenario{Name: name}, Verdict: v, Steps: []*model.Step{step},
			Notes: []model.Note{{Kind: "evidence", Text: "what changed"}},
		})
	}
	return r
}

const (
	passed    = verdict.Passed
	failed    = verdict.Failed
	undecided = verdict.Undecided
)

func TestScores(t *testing.T) {
	rows := []struct {
		name    string
		ended   map[string]verdict.Verdict
		hints   []score.Hint
		points  int
		verdict verdict.Verdict
	}{
		{"all", map[string]verdict.Verdict{"a": passed, "b": passed, "c": passed}, nil, 10, passed},
		{"some", map[string]verdict.Verdict{"a": passed, "b": failed, "c": failed}, nil, 4, failed},
		{"just under the pass mark", map[string]verdict.Verdict{"a": failed, "b": passed, "c": passed}, nil, 6, failed},
		{"over it", map[string]verdict.Verdict{"a": passed, "b": failed, "c": passed}, nil, 8, passed},
		{"undecided comes before the pass mark", map[string]verdict.Verdict{"a": passed, "b": undecided, "c": passed}, nil, 8, undecided},
		{"undecided comes before failed", map[string]verdict.Verdict{"a": failed, "b": undecided, "c": failed}, nil, 0, undecided},
		{"a criterion that did not run", map[string]verdict.Verdict{"a": passed, "b": passed}, nil, 6, undecided},
		{"nothing ran", nil, nil, 0, undecided},
		{"hints cost", map[string]verdict.Verdict{"a": passed, "b": passed, "c": passed}, []score.Hint{{1, 1, 1}, {1, 2, 2}}, 7, passed},
		{"no more than there was", map[string]verdict.Verdict{"a": failed, "b": passed, "c": passed}, []score.Hint{{1, 1, 5}}, 4, failed},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := score.Of(aLab(), aRun(row.ended), row.hints)
			if r.Points != row.points || r.Verdict() != row.verdict || r.Total != 10 {
				t.Errorf("%d points, %s: %s", r.Points, r.Verdict(), &r)
			}
		})
	}
}

func TestWhatBrokeTheClusterFailsRatherThanStaysOpen(t *testing.T) {
	r := score.Lost(aLab(), "the API server does not answer", nil)
	if r.Points != 0 || r.Verdict() != failed || r.Criteria[2].Message != "the API server does not answer" {
		t.Errorf("got %+v", r)
	}
}

func TestWhatKeptFromJudgingTakesNobodysPoints(t *testing.T) {
	r := score.Of(aLab(), aRun(map[string]verdict.Verdict{"a": passed, "b": passed, "c": passed}), nil)
	r.MarkUngradable("no memory left")
	if r.Verdict() != undecided || r.Passed || r.String() != "not gradable: no memory left" {
		t.Errorf("got %s", &r)
	}
}

func shown(t *testing.T, format string, style score.Style) string {
	t.Helper()
	r := score.Of(aLab(), aRun(map[string]verdict.Verdict{"a": failed, "b": failed, "c": passed}), nil)
	var b bytes.Buffer
	if err := score.Named(format).Write(&b, []score.Result{r}, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheInstructorSeesAll(t *testing.T) {
	got := shown(t, "text", score.Style{})
	for _, want := range []string{"failed       0/4  task 1  a\n", "Then it is so", "saw: it is not, since 10:00", "what changed", "failed       0/2  task 1  b", "4 of 10 points, not passed"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
}

func TestWhatIsForTheInstructorIsTakenOutForStudents(t *testing.T) {
	r := score.Result{Output: "what the script wrote", Found: "what stood there", Record: "/a/folder"}.ForStudent(score.Moment{Published: true})
	if r.Output != "" || r.Found != "" || r.Record != "" {
		t.Errorf("got %+v", r)
	}
}

func TestTheStudentSeesNeitherHiddenCriteriaNorSentences(t *testing.T) {
	got := shown(t, "text", score.Style{Student: true})
	for _, secret := range []string{"  b", "Then it is so", "what changed", "4 of 10"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is shown:\n%s", secret, got)
		}
	}
	for _, want := range []string{"saw: it is not, since 10:00", "0/4", "4 of 8 points for the visible criteria; 1 criterion worth 2 points is hidden"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
}

func TestJSONHoldsTheEvidence(t *testing.T) {
	if got := shown(t, "json", score.Style{}); !strings.Contains(got, `"what changed"`) || !strings.Contains(got, `"verdict": "failed"`) {
		t.Errorf("got %s", got)
	}
}

// TestADefectOfOursIsHeldAgainstNobody checks that a step that panics costs no
// points, whatever else the submission hides.
func TestADefectOfOursIsHeldAgainstNobody(t *testing.T) {
	run := aRun(map[string]verdict.Verdict{"a": verdict.Passed, "b": verdict.Failed, "c": verdict.Undecided})
	for _, s := range run.Scenarios {
		if s.Name == "b" {
			s.Steps = []*model.Step{{Outcome: record.Failed, Message: "panic: no sky at all", Reason: verdict.Panicked}}
		}
	}
	r := score.Of(aLab(), run, nil)
	r.Blame("worker-1 is powered off")
	if r.Gradable || r.Criteria[1].Verdict != verdict.Undecided || r.Criteria[2].Verdict != verdict.Failed {
		t.Errorf("got %s, %+v", &r, r.Criteria)
	}
}

func TestWhatIsNotWellFormedIsNotToBeRunAgain(t *testing.T) {
	r := score.Of(aLab(), nil, nil)
	if r.State() != score.NotGradable {
		t.Errorf("got %s", r.State())
	}
	r.MarkUngradable("solve.sh:2: is not UTF-8")
	r.Refused = true
	if r.State() != score.Malformed || r.Verdict() != undecided {
		t.Errorf("got %s, %s", r.State(), r.Verdict())
	}
}

func TestWhatASubmissionHidesHasFailed(t *testing.T) {
	r := score.Of(aLab(), aRun(map[string]verdict.Verdict{"a": verdict.Passed, "b": verdict.Undecided, "c": verdict.Passed}), nil)
	if r.Gradable {
		t.Fatal("what could not be seen is undecided, until somebody is to blame")
	}
	r.Blame("worker-1 is powered off")
	hidden := r.Criteria[1]
	if !r.Gradable || !r.Passed || r.Points != 8 || hidden.Verdict != verdict.Failed || !strings.HasPrefix(hidden.Message, "worker-1 is powered off\n") {
		t.Errorf("got %s, %+v", &r, hidden)
	}
}
