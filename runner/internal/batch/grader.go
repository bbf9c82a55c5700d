package batch

import (
	"context"
	"os"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// Clusters grades the submissions of a lab, each on a new cluster. No check can
// prove that everything that a submission did to nodes as root has been undone.
type Clusters struct {
	Grader     *grading.Grader
	Lab        *lab.Lab
	Vocabulary planner.Vocabulary // for reading records
}

// Grade implements Grader.
func (c Clusters) Grade(ctx context.Context, e Entry, dir string) score.Result {
	if e.Problem != "" {
		return c.Ungradable(e, dir, input.Errorf("%s", e.Problem))
	}
	handed, err := grading.ReadSubmission(near(e.Dir))
	if err != nil {
		return c.Ungradable(e, dir, err)
	}
	handed.Submitted = e.Submitted
	return c.Grader.Grade(ctx, c.Lab, handed, e.Student, dir)
}

// Ungradable implements Grader.
func (c Clusters) Ungradable(e Entry, dir string, why error) score.Result {
	return c.Grader.Ungradable(c.Lab, e.ID, e.Student, dir, why)
}

// Digest implements Grader.
func (c Clusters) Digest(e Entry) (string, error) {
	if _, err := os.Lstat(e.Dir); err != nil {
		return "", err
	}
	handed, err := grading.ReadSubmission(near(e.Dir))
	if err != nil {
		return "", err
	}
	return handed.Digest(), nil
}

// Read implements Grader.
func (c Clusters) Read(dir string) (score.Result, error) {
	return grading.Regrade(dir, nil, c.Vocabulary)
}
