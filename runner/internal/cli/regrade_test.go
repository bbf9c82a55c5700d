package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/steps"
)

// brokenWeb is the path of a lab, independent of the working directory of tests.
var brokenWeb, _ = filepath.Abs("../lab/reader/testdata/broken-web")

// graded returns the record of a student's grade for brokenWeb, in which the second
// criterion has failed and is hidden.
func graded(t *testing.T, student string) string { t.Helper(); return gradedBy(t, student, nil) }

// gradedBy is graded with a basis of the grade.
func gradedBy(t *testing.T, student string, basis *score.Basis) string {
	t.Helper()
	l, err := reader.Load(brokenWeb, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := planner.Make(reader.Request(l, lab.ChecksFile, student), &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	w, err := record.Create(filepath.Join(dir, "checks"), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, outcome := range []record.Outcome{record.Passed, record.Failed, record.Passed} {
		for n := range p.Scenarios[i].Steps {
			w.Append(record.Event{Type: record.StepFinished, Scenario: p.Scenarios[i].ID, Step: n + 1, Outcome: outcome, Text: "saw: " + student})
		}
	}
	w.Append(record.Event{Type: record.RunFinished})
	work, jsonErr := json.Marshal(grading.Work{Lab: l.ID, Student: student, Submission: student, Basis: basis, Submitted: time.Date(2025, 11, 20, 18, 0, 0, 0, time.UTC)})
	for _, err := range []error{w.Close(), jsonErr, os.CopyFS(filepath.Join(dir, "lab", l.ID), os.DirFS(l.Dir)), os.WriteFile(filepath.Join(dir, "work.json"), work, 0o644)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRegradeShowsOneRecordInManyFormats(t *testing.T) {
	dir := graded(t, "ada")
	got := inProcess(t, "regrade", dir, "--format", "json", "--format", "junit:r.xml", "--format", "gradescope:results.json")
	if got.code != 0 || !strings.Contains(got.stdout, `"points": 8`) {
		t.Fatalf("%+v", got)
	}
	for file, want := range map[string]string{"r.xml": `failures="1"`, "results.json": `"score": 8`} {
		if content, err := os.ReadFile(file); err != nil || !strings.Contains(string(content), want) {
			t.Errorf("%s: %v\n%s", file, err, content)
		}
	}
}

func TestRegradeReckonsLatenessAndVisibility(t *testing.T) {
	policy := filepath.Join(t.TempDir(), "class.yaml")
	if err := os.WriteFile(policy, []byte("due: 2025-11-20T17:00:00Z\nlate: {perDay: 10}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir, other := graded(t, "ada"), graded(t, "bob")
	hidden := inProcess(t, "regrade", dir, "--policy", policy, "--for", "student")
	if strings.Contains(hidden.stdout, "on the worker") || !strings.Contains(hidden.stdout, "1 criterion worth 2 points is hidden") {
		t.Errorf("hidden: %+v", hidden)
	}
	both := inProcess(t, "regrade", dir, other, "--policy", policy, "--for", "student")
	if both.code != 3 || both.stdout != "" || !strings.Contains(both.stderr, "results of ada and of bob") {
		t.Errorf("of two: %+v", both)
	}
	shown := inProcess(t, "regrade", dir, "--policy", policy, "--for", "student", "--published")
	if !strings.Contains(shown.stdout, "on the worker") || !strings.Contains(shown.stdout, "late by a day: 10 % off: 7.2 points are left") {
		t.Errorf("published: %+v", shown)
	}
	early := inProcess(t, "regrade", dir, "--policy", policy, "--due", "2025-11-20T19:00:00Z", "--format", "csv")
	if !strings.Contains(early.stdout, ",graded,8,8,10,yes,0,2025-11-20T18:00:00Z,") {
		t.Errorf("due later: %+v", early)
	}
}

func TestOneBadRecordDoesNotStopTheRest(t *testing.T) {
	got := inProcess(t, "regrade", graded(t, "ada"), "nothing", graded(t, "bob"), "--format", "moodle")
	if got.code != 3 || !strings.Contains(got.stdout, "ada,8,") || !strings.Contains(got.stdout, "bob,8,") ||
		!strings.Contains(got.stderr, "nothing is not the record of a grade") {
		t.Errorf("%+v", got)
	}
}
