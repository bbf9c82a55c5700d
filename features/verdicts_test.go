//go:build cluster

// Package features_test runs the negative tests, which must fail at a named line,
// and the features that must end undecided. A step that can only pass proves
// nothing.
package features_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/steps/event"
)

// marks are the comments that stand above the step that must not pass.
var marks = map[string]verdict.Verdict{
	"# fails here":     verdict.Failed,
	"# undecided here": verdict.Undecided,
}

// Each negative test has the Then lines of a feature without what brings them about,
// and fails at the line it names; what cannot be seen is undecided there. Each
// folder is a test, so that -run can pick one.
func TestEveryScenarioEndsAsItsCommentSays(t *testing.T) {
	pool := cluster.NewPool(docker.Starter())
	pool.Max = 2
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := pool.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	folders, err := filepath.Glob("testdata/negative/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no negative tests: %v", err)
	}
	for _, folder := range append(folders, "testdata/undecided") {
		t.Run(filepath.Base(folder), func(t *testing.T) { runAndCompare(t, pool, folder) })
	}
}

func runAndCompare(t *testing.T, pool *cluster.Pool, folder string) {
	result, err := runner.Run(t.Context(), runner.Options{
		Paths: []string{folder}, Pool: pool, Record: t.TempDir() + "/record",
		Parallel: 4, // they wait more than they work
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range result.Run.Scenarios {
		t.Run(filepath.Base(s.ID), func(t *testing.T) { compare(t, s) })
	}
}

func compare(t *testing.T, s *runner.Scenario) {
	line, want := marked(t, s)
	failedStep := s.FailedStep()
	if failedStep == nil {
		t.Fatalf("%s, want %s at line %d", s.Verdict, want, line)
	}
	at := lineOf(failedStep)
	if s.Verdict != want || at != line {
		t.Errorf("%s at line %d, want %s at line %d\n%s", s.Verdict, at, want, line, failedStep.Message)
	}
	if failedStep.Message == "" {
		t.Error("it does not say what was expected and what was seen")
	}
	if len(s.NotesOf(string(event.Diagnostics))) == 0 {
		t.Error("no diagnostics were collected")
	}
}

// lineOf is the line of a step; of one of a phrase, that where the scenario says it.
func lineOf(step *runner.Step) int {
	if len(step.Calls) > 0 {
		return step.Calls[0].Line
	}
	return step.Line
}

// marked finds the first step of a scenario, or of the outline that it is a row
// of, which a mark stands above, and what it must end as.
func marked(t *testing.T, s *runner.Scenario) (int, verdict.Verdict) {
	t.Helper()
	text, err := os.ReadFile(s.File)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	for _, step := range s.Steps {
		if want, found := marks[strings.TrimSpace(lines[lineOf(step)-2])]; found {
			return lineOf(step), want
		}
	}
	t.Fatalf("%s: no step is marked by %q or %q", s.ID, "# fails here", "# undecided here")
	return 0, ""
}
