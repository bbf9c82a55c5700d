package grading

import (
	"archive/tar"
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// TestASetupThatDidNotEndWellTakesNobodysPoints tests defect 8 of the table in
// ARCHITECTURE.md: a fault that does not take effect leaves its scenario undecided.
func TestASetupThatDidNotEndWellTakesNobodysPoints(t *testing.T) {
	submission := &Submission{ID: "ada", Files: []cluster.File{{Path: Script, Content: []byte("true")}}}
	rows := map[string]struct {
		setup, problem string
		points         int
		state          score.State
		ran            int // number of sentences that ran, of setups and check
	}{
		"all is well":                    {"Then I pass", "", 4, score.Graded, 2},
		"the fault does not take effect": {"Then I am undecided", "the lab could not be set up: SETUP:3: Then I am undecided: looking at the sky: there is fog", 0, score.NotGradable, 0},
		"it was bad luck":                {"Then I fail the first 1 time", "", 4, score.Graded, 2},
		"it contradicts itself":          {"Then I fail", "the lab is wrong (SETUP:3): the setup failed at this step on more than one cluster: Then I fail: expected 100% sunshine", 0, score.Defective, 2},
		"its fault was there before":     {"Then I was there before", "the lab is wrong (SETUP:3): the setup failed at this step on more than one cluster: Then I was there before: it rained before", 0, score.Defective, 2},
		"a step is wrong in itself":      {"Then I cannot be asked", "the lab is wrong (SETUP:3): Then I cannot be asked: unknown flag", 0, score.Defective, 0},
		"a step has a defect of ours":    {"When I panic", "no sky at all", 0, score.NotGradable, 0},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			f, dir := newFake(t), t.TempDir()
			g, v := trialGrader(f)
			l := trialLab(t, row.setup)
			r := g.Grade(t.Context(), l, submission, "ada", dir)
			problem := strings.ReplaceAll(r.Problem, l.Path("setup.feature"), "SETUP")
			if !strings.Contains(problem, row.problem) || r.Gradable != (row.problem == "") || r.Points != row.points || r.Refused {
				t.Errorf("%s: %d points, problem %q", &r, r.Points, problem)
			}
			if len(v.Ran()) != row.ran || r.State() != row.state {
				t.Errorf("%s; what ran: %q", r.State(), v.Ran())
			}
			if row.problem != "" && r.Verdict() != verdict.Undecided {
				t.Errorf("got %s", r.Verdict())
			}
			again, err := Regrade(dir, l, v)
			if err != nil || again.String() != r.String() {
				t.Errorf("from its record: %s, %v", &again, err)
			}
			if !f.closed {
				t.Error("the cluster is left")
			}
		})
	}
}

// TestAClusterThatDoesNotStartTakesNobodysPoints tests the same defect.
func TestAClusterThatDoesNotStartTakesNobodysPoints(t *testing.T) {
	g := &Grader{Platform: run.Platform{Start: func(context.Context, cluster.Topology, bool) (cluster.Cluster, error) {
		return nil, verdict.Unseenf("no memory left")
	}}}
	if r := g.Grade(t.Context(), trialLab(t, "Then I pass"), nil, "ada", t.TempDir()); r.State() != score.NotGradable || r.Problem != "no memory left" {
		t.Errorf("got %s", &r)
	}
}

// TestAnswersAreThoseOfTheMomentOfTheGrade tests defect 6: each check collects the
// answers anew and discards the earlier ones.
func TestAnswersAreThoseOfTheMomentOfTheGrade(t *testing.T) {
	f := newFake(t)
	g, _ := trialGrader(f)
	env := g.On(f, trialLab(t, "Then I pass"), "ada")
	if err := env.SetUp(t.Context(), filepath.Join(t.TempDir(), "setup")); err != nil {
		t.Fatal(err)
	}
	for _, answer := range []string{"the first", "the second"} {
		f.answers = answer
		r := (&Live{}).Check(t.Context(), env, filepath.Join(t.TempDir(), answer))
		if got := firstOf(t, f.laid[workstation.GraderName]); got != answer || !r.Gradable {
			t.Errorf("the grader container has %q in place of %q: %s", got, answer, &r)
		}
	}
}

// firstOf returns the content of the first file of an archive.
func firstOf(t *testing.T, archive string) string {
	t.Helper()
	r := tar.NewReader(strings.NewReader(archive))
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
