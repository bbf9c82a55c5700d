package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/steps"
)

// hostile is the name of a scenario with a control sequence.
const hostile = "storm \x1b[31mred"

// ranAs returns the record of a run in which the second of two scenarios has failed.
func ranAs(t *testing.T, dir string) string {
	t.Helper()
	feature := filepath.Join(t.TempDir(), "s.feature")
	text := "Feature: f\n\n  Scenario: calm\n    Given a cluster with 2 workers\n\n  Scenario: " + hostile + "\n    Given a cluster with 2 workers\n"
	if err := os.WriteFile(feature, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := planner.Make(planner.Request{Paths: []string{feature}}, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := record.Create(dir, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, outcome := range []record.Outcome{record.Passed, record.Failed} {
		w.Append(record.Event{Type: record.ScenarioStarted, Scenario: p.Scenarios[i].ID})
		w.Append(record.Event{Type: record.StepFinished, Scenario: p.Scenarios[i].ID, Step: 1, Outcome: outcome, Text: "saw: \x1b]0;title\x07 clouds"})
	}
	w.Append(record.Event{Type: record.RunFinished})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestShowFindsScenarios(t *testing.T) {
	dir := ranAs(t, filepath.Join(t.TempDir(), "r"))
	for name, row := range map[string]struct {
		args       []string
		code       int
		want, lack string
	}{
		"what did not pass": {[]string{dir}, 0, "clouds", "calm"},
		"nothing reached":   {[]string{graded(t, "ada")}, 0, "Not reached", "Everything passed"},
		"a part of a name":  {[]string{dir, "STORM"}, 0, "clouds", "calm"},
		"a whole name":      {[]string{dir, "calm"}, 0, "calm", "storm"},
		"a misspelt name":   {[]string{dir, "clam"}, 3, `did you mean "calm"?`, "clouds"},
		"an unknown name":   {[]string{dir, "entirely different"}, 3, "has no scenario", "clouds"},
		"no record":         {[]string{"nowhere"}, 3, "nothing was run yet", "clouds"},
	} {
		t.Run(name, func(t *testing.T) {
			got := inFolder(t, append([]string{"show"}, row.args...)...)
			said := got.stdout + got.stderr
			if got.code != row.code || !strings.Contains(said, row.want) || strings.Contains(said, row.lack) {
				t.Errorf("code %d:\n%s", got.code, said)
			}
		})
	}
}

func TestShowPrintsNoControlCharacters(t *testing.T) {
	got := inFolder(t, "show", ranAs(t, filepath.Join(t.TempDir(), "r")))
	if !strings.Contains(got.stdout, "clouds") || strings.ContainsAny(got.stdout+got.stderr, "\x1b\x07") {
		t.Errorf("got %q", got.stdout+got.stderr)
	}
}

func TestShowShowsTheCriteriaOfAGrade(t *testing.T) {
	got := inFolder(t, "show", graded(t, "ada"), "e")
	if got.code != 0 || !strings.Contains(got.stdout, "saw: ada") {
		t.Errorf("code %d:\n%s", got.code, got.stdout+got.stderr)
	}
}

func TestRecordsAreFoundByTheirNames(t *testing.T) {
	t.Cleanup(xdg.Reload)
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	run := ranAs(t, filepath.Join(record.Store(), "20260101-000000-1"))
	grade := filepath.Join(filepath.Dir(record.Store()), "grades", "20260102-000000-1")
	if err := os.CopyFS(grade, os.DirFS(graded(t, "ada"))); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		filepath.Base(run): run, filepath.Base(grade): grade, run: run, "other": "other",
	} {
		if got, err := recordDir([]string{name}); err != nil || got != want {
			t.Errorf("%s: got %s, %v", name, got, err)
		}
	}
	if all, _ := completeShow(nil, nil, ""); !strings.Contains(strings.Join(all, "\n"), filepath.Base(run)) {
		t.Errorf("completion lacks the record: %q", all)
	}
	if all, _ := completeShow(nil, []string{filepath.Base(grade)}, ""); len(all) == 0 || !strings.Contains(all[0], "failed") {
		t.Errorf("completion lacks the criteria of a grade, those that failed first: %q", all)
	}
}

func TestWhatIsNextAfterACheckFitsOnAScreen(t *testing.T) {
	criterion := func(v verdict.Verdict, seen lab.Visibility) score.Criterion {
		return score.Criterion{Criterion: lab.Criterion{Name: "it works", Task: 2, Points: 1, Visibility: seen}, Verdict: v}
	}
	for name, row := range map[string]struct {
		criteria []score.Criterion
		want     string
	}{
		"failed":    {[]score.Criterion{criterion(verdict.Failed, lab.Always)}, "gherkube lab hint ada-service-selector 2"},
		"undecided": {[]score.Criterion{criterion(verdict.Undecided, lab.Always)}, "Check again"},
		"passed":    {[]score.Criterion{criterion(verdict.Passed, lab.Always)}, "get the grade"},
		"hidden":    {[]score.Criterion{criterion(verdict.Passed, lab.Always), criterion(verdict.Failed, lab.AfterDue)}, "read the text again"},
	} {
		got := nextAfterCheck(englishWords, "ada-service-selector", score.Result{Criteria: row.criteria})
		if !strings.Contains(got, row.want) {
			t.Errorf("%s: got %s", name, got)
		}
		for line := range strings.Lines(got) {
			if len(line) > 81 {
				t.Errorf("%s: %d columns: %s", name, len(line), line)
			}
		}
	}
}
