package grading

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/score"
)

// Proof is what one of a lab's own submissions scored, and should have.
type Proof struct {
	Lab    string       `json:"lab"`
	Name   string       `json:"name"` // untouched, solution or wrong/NAME
	Want   int          `json:"want"`
	Result score.Result `json:"result"`
}

// The names of what a lab has to prove, beside its wrong solutions.
const (
	Untouched = "untouched"
	Reference = lab.SolutionDir
)

// Verdict tells whether the lab is right about it.
func (p Proof) Verdict() verdict.Verdict {
	switch {
	case !p.Result.Gradable:
		return verdict.Undecided
	case p.Result.Points == p.Want:
		return verdict.Passed
	}
	return verdict.Failed
}

// String is the proof in a line.
func (p Proof) String() string {
	if !p.Result.Gradable {
		return fmt.Sprintf("%-9s  %s  %s: %s", verdict.Undecided, p.Lab, p.Name, &p.Result)
	}
	return fmt.Sprintf("%-9s  %s  %s scores %d of %d, declared %d", p.Verdict(), p.Lab, p.Name, p.Result.Points, p.Result.Total, p.Want)
}

// Verify has a lab prove its checks: a cluster that nobody has touched, its
// solution, and each solution that is known to be wrong score what it declares.
// Each of them is told of as soon as it is known. The solution is worked on the
// cluster that was found untouched, as only that; the wrong ones have one each,
// in the variant of another student.
func (g *Grader) Verify(ctx context.Context, l *lab.Lab, dir string, tell func(Proof)) error {
	if err := g.verifyRight(ctx, l, dir, tell); err != nil {
		return err
	}
	for _, name := range l.Wrong() {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if err := g.verifyWrong(ctx, l, name, dir, tell); err != nil {
			return err
		}
	}
	return nil
}

// The students whose variants are verified.
const (
	oneStudent     = "verify-1"
	anotherStudent = "verify-2"
)

func (g *Grader) verifyRight(ctx context.Context, l *lab.Lab, dir string, tell func(Proof)) error {
	handed, err := Own(l.Path(lab.SolutionDir), l.Values(oneStudent).Fill)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	prove := func(name string, want int, r score.Result) { tell(Proof{Lab: l.ID, Name: name, Want: want, Result: r}) }
	untouched, w := filepath.Join(dir, Untouched), begin(l, oneStudent)
	stage, err := g.Stage(ctx, l, oneStudent, filepath.Join(untouched, setupDir))
	if err != nil {
		prove(Untouched, l.Expect.Untouched, w.spoil(l, untouched, err))
		return nil
	}
	defer stage.Close(ctx)
	prove(Untouched, l.Expect.Untouched, stage.grade(ctx, nil, w, untouched))
	prove(Reference, l.Total(), stage.grade(ctx, handed, begin(l, oneStudent), filepath.Join(dir, Reference)))
	return nil
}

func (g *Grader) verifyWrong(ctx context.Context, l *lab.Lab, name, dir string, tell func(Proof)) error {
	at := filepath.ToSlash(filepath.Join(lab.WrongDir, name))
	handed, err := Own(l.Path(at), l.Values(anotherStudent).Fill)
	if err != nil {
		return err
	}
	r := g.Grade(ctx, l, handed, anotherStudent, filepath.Join(dir, at))
	tell(Proof{Lab: l.ID, Name: at, Want: l.Expect.Wrong[name], Result: r})
	return nil
}
