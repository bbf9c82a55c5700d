package grading_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps"
)

const labDir = "../lab/reader/testdata/broken-web"

func aLab(t *testing.T, dir string) *lab.Lab {
	t.Helper()
	l, err := reader.Load(dir, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// aGrade returns the record of a grade with these outcomes of its criteria, in
// order.
func aGrade(t *testing.T, work grading.Work, outcomes ...record.Outcome) string {
	t.Helper()
	dir := t.TempDir()
	l := aLab(t, labDir)
	p, err := planner.Make(reader.Request(l, lab.ChecksFile, "ada"), &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := record.Create(filepath.Join(dir, "checks"), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, outcome := range outcomes {
		for n := range p.Scenarios[i].Steps {
			w.Append(record.Event{Type: record.StepFinished, Scenario: p.Scenarios[i].ID, Step: n + 1, Outcome: outcome})
		}
	}
	w.Append(record.Event{Type: record.RunFinished})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "lab", l.ID), os.DirFS(labDir)); err != nil {
		t.Fatal(err)
	}
	work.Lab = l.ID
	content, err := json.Marshal(work)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "work.json"), content, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAScoreIsComputedAgain(t *testing.T) {
	dir := aGrade(t, grading.Work{Student: "ada"}, record.Passed, record.Failed, record.Passed)
	first, err := grading.Regrade(dir, nil, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := grading.Regrade(dir, nil, &steps.Vocabulary{})
	if err != nil || first.String() != again.String() || first.Points != 8 || !first.Passed || first.Student != "ada" {
		t.Errorf("first %s, again %s, %v", &first, &again, err)
	}
}

func TestAScoreIsComputedByOtherWeightsAndVisibility(t *testing.T) {
	dir := aGrade(t, grading.Work{}, record.Passed, record.Failed, record.Passed)
	other := filepath.Join(t.TempDir(), "broken-web")
	if err := os.CopyFS(other, os.DirFS(labDir)); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(other, "checks.feature"), "@task:1 @points:4", "@task:1 @points:1")
	edit(t, filepath.Join(other, "checks.feature"), "@points:2 @hidden", "@points:5")
	r, err := grading.Regrade(dir, aLab(t, other), &steps.Vocabulary{})
	if err != nil || r.Points != 5 || r.Passed || r.Criteria[1].Visibility != lab.Always {
		t.Errorf("got %s, %v, %v", &r, r.Criteria, err)
	}
}

func edit(t *testing.T, path, old, with string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(content), old, with, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestARecordThatWasCutShortIsNotGradable(t *testing.T) {
	r, err := grading.Regrade(aGrade(t, grading.Work{}, record.Passed), nil, &steps.Vocabulary{})
	if err != nil || r.Verdict() == verdict.Passed {
		t.Errorf("got %s, %v", &r, err)
	}
}

func TestWhatWasLostOrUngradableStaysSo(t *testing.T) {
	lost, err := grading.Regrade(aGrade(t, grading.Work{Lost: "the API server does not answer"}), nil, &steps.Vocabulary{})
	if err != nil || lost.Verdict() != verdict.Failed {
		t.Errorf("got %s, %v", &lost, err)
	}
	ungraded, err := grading.Regrade(aGrade(t, grading.Work{Problem: "no memory left"}), nil, &steps.Vocabulary{})
	if err != nil || ungraded.Verdict() != verdict.Undecided {
		t.Errorf("got %s, %v", &ungraded, err)
	}
}

// TestRegradingReadsWhatTheGradeWasComputedFrom has a record of a second judging, and
// problems that were found before and after the checks ran.
func TestRegradingReadsWhatTheGradeWasComputedFrom(t *testing.T) {
	rows := map[string]struct {
		work   grading.Work
		points int
		first  verdict.Verdict
	}{
		"a second judging":                     {grading.Work{}, 10, verdict.Passed},
		"one that ended with an error":         {grading.Work{Voided: true}, 6, verdict.Undecided},
		"a defect that the checks showed":      {grading.Work{Judged: true, Problem: "nobody can tell", Defect: "x:1"}, 10, verdict.Passed},
		"a problem before they had run to end": {grading.Work{Problem: "no memory left"}, 0, verdict.Undecided},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			dir := aGrade(t, row.work, record.Undecided, record.Passed, record.Passed)
			second := aGrade(t, row.work, record.Passed, record.Passed, record.Passed)
			if err := os.CopyFS(filepath.Join(dir, "again"), os.DirFS(filepath.Join(second, "checks"))); err != nil {
				t.Fatal(err)
			}
			r, err := grading.Regrade(dir, nil, &steps.Vocabulary{})
			if err != nil || r.Points != row.points || r.Criteria[0].Verdict != row.first {
				t.Errorf("%d points, first %s, %v", r.Points, r.Criteria[0].Verdict, err)
			}
		})
	}
}

// TestWhatWasNeverReachedCostsNoPoints reads a record that ends as complete without a
// planned criterion: gherkube is to blame.
func TestWhatWasNeverReachedCostsNoPoints(t *testing.T) {
	r, err := grading.Regrade(aGrade(t, grading.Work{Hidden: "the submission is in the way"}, record.Passed, record.Failed), nil, &steps.Vocabulary{})
	if c := r.Criteria; err != nil || r.Verdict() != verdict.Undecided || c[1].Verdict != verdict.Failed || c[2].Verdict != verdict.Undecided || !c[2].Broken {
		t.Errorf("got %s, %+v, %v", &r, r.Criteria, err)
	}
}

func TestWhatIsNoRecordIsBadInput(t *testing.T) {
	damaged := aGrade(t, grading.Work{})
	edit(t, filepath.Join(damaged, "work.json"), "{", "{{")
	unplanned := aGrade(t, grading.Work{})
	if err := os.Remove(filepath.Join(unplanned, "checks", "plan.json")); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{t.TempDir(), damaged, unplanned} {
		if _, err := grading.Regrade(dir, nil, &steps.Vocabulary{}); !input.Is(err) {
			t.Errorf("got %v", err)
		}
	}
}
