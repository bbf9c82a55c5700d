package grading

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// Verification is what one of a lab's own submissions scored, and should have.
type Verification struct {
	Lab     string       `json:"lab"`
	Name    string       `json:"name"`              // untouched, emptied, solution, right/NAME or wrong/NAME
	Variant string       `json:"variant,omitempty"` // what was broken, if that differs
	Want    int          `json:"want"`
	Result  score.Result `json:"result"`
}

// The names of what a lab has to prove, beside its wrong solutions.
const (
	Untouched = "untouched"
	Emptied   = "emptied"
	Reference = lab.SolutionDir
)

// Verdict reports whether the lab is right about it.
func (p Verification) Verdict() verdict.Verdict {
	switch {
	case !p.Result.Gradable:
		return verdict.Undecided
	case p.Result.Points == p.Want, p.Name == Emptied && p.Result.Points < p.Want:
		return verdict.Passed
	}
	return verdict.Failed
}

// String is the verification in a line.
func (p Verification) String() string {
	name := p.Name
	if p.Variant != "" {
		name += " (" + p.Variant + ")"
	}
	switch {
	case p.Result.Defect:
		return fmt.Sprintf("%-9s  %s  %s: %s", verdict.Defective, p.Lab, name, p.Result.Problem)
	case !p.Result.Gradable:
		return fmt.Sprintf("%-9s  %s  %s: %s", verdict.Undecided, p.Lab, name, &p.Result)
	}
	declared := "declared"
	if p.Name == Emptied {
		declared = "at most"
	}
	return fmt.Sprintf("%-9s  %s  %s scores %d of %d, %s %d", p.Verdict(), p.Lab, name, p.Result.Points, p.Result.Total, declared, p.Want)
}

// Names are those of all that a lab has to prove.
func Names(l *lab.Lab) []string {
	names := []string{Untouched, Reference, Emptied}
	for _, k := range submissions(l) {
		names = append(names, k.folder)
	}
	return names
}

// Verify has labs prove their checks, several clusters at a time: a cluster
// that nobody has touched and each known-wrong submission score what the lab
// declares, the solution and each submission of right/ score full, and a
// namespace in which everything was scaled to nothing and deleted scores no more
// than an untouched one. Each verification is reported as soon as it is known. A lab
// that is found to be wrong has nothing more to prove. Only, if there is anything
// in it, names what they have to prove.
func (g *Grader) Verify(ctx context.Context, labs []*lab.Lab, only []string, parallel int, dir string, tell func(Verification)) error {
	var telling sync.Mutex
	wrong := map[string]bool{}
	one := func(p Verification) {
		telling.Lock()
		defer telling.Unlock()
		wrong[p.Lab] = wrong[p.Lab] || p.Result.Defect
		tell(p)
	}
	isWrong := func(l *lab.Lab) bool {
		telling.Lock()
		defer telling.Unlock()
		return wrong[l.ID]
	}
	proving, ctx := errgroup.WithContext(ctx)
	proving.SetLimit(max(1, parallel))
	for _, l := range labs {
		for _, verify := range g.verifications(l, only, filepath.Join(dir, l.ID), one) {
			proving.Go(func() error {
				if ctx.Err() != nil {
					return context.Cause(ctx)
				}
				if isWrong(l) {
					return nil
				}
				return verify(ctx)
			})
		}
	}
	return proving.Wait()
}

// verifications are what a lab has to prove, each on a cluster of its own. The solution
// is worked on the cluster that was found untouched, as it is only that; and in
// as many variants as the lab can be broken in. The other submissions take
// turns with those variants, and begin with another than the solution.
func (g *Grader) verifications(l *lab.Lab, only []string, dir string, tell func(Verification)) []func(context.Context) error {
	asked := func(names ...string) bool {
		return len(only) == 0 || slices.ContainsFunc(names, func(name string) bool { return slices.Contains(only, name) })
	}
	right := l.Provers()
	var all []func(context.Context) error
	if asked(Untouched, Reference) {
		for i, student := range right {
			all = append(all, func(ctx context.Context) error {
				return g.verifyRight(ctx, l, student, beside(dir, i, student), asked, tell)
			})
		}
	}
	others := right
	if len(right) == 1 {
		others = []string{lab.Prover(2)}
	}
	if asked(Emptied) {
		all = append(all, func(ctx context.Context) error {
			student := others[1%len(others)]
			tell(verification(l, Emptied, student, l.Expect.Untouched, g.Grade(ctx, l, emptying(), student, filepath.Join(dir, Emptied))))
			return nil
		})
	}
	for i, k := range submissions(l) {
		if asked(k.folder) {
			student := others[(i+2)%len(others)]
			all = append(all, func(ctx context.Context) error { return g.verifyOwn(ctx, l, k, student, dir, tell) })
		}
	}
	return all
}

// known is a submission of the lab's own, and what it has to score.
type known struct {
	folder string // right/NAME or wrong/NAME
	want   int
}

func submissions(l *lab.Lab) []known {
	var all []known
	for _, name := range l.Right {
		all = append(all, known{path.Join(lab.RightDir, name), l.Total()})
	}
	for _, name := range l.Wrong() {
		all = append(all, known{path.Join(lab.WrongDir, name), l.Expect.Wrong[name]})
	}
	return all
}

// beside is where the records of the solution are: those of its first student
// have the folder to themselves.
func beside(dir string, i int, student string) string {
	if i == 0 {
		return dir
	}
	return filepath.Join(dir, student)
}

func verification(l *lab.Lab, name, student string, want int, r score.Result) Verification {
	return Verification{Lab: l.ID, Name: name, Variant: l.Variant(student), Want: want, Result: r}
}

// emptying removes what was to be fixed: a check that is true of nothing
// would be of this.
func emptying() *Submission {
	return &Submission{ID: Emptied, Files: []cluster.File{{Path: Script, Mode: 0o644, Content: []byte(
		`kubectl scale deployment,statefulset --all --replicas=0
kubectl delete pod,service,deployment,statefulset,daemonset,job,persistentvolumeclaim,configmap,role,rolebinding --all --wait=false
sleep 5
`)}}}
}

// errGone is why a solution could not be judged on the cluster that was judged
// untouched before.
var errGone = verdict.Unseenf("the cluster was removed when it was judged untouched, to measure the machine without it")

// verifyRight has the solution worked on a cluster that was judged before as it
// was found, as far as they are asked for.
func (g *Grader) verifyRight(ctx context.Context, l *lab.Lab, student, dir string, asked func(...string) bool, tell func(Verification)) error {
	submission, err := Own(l.Path(lab.SolutionDir), l.Filling(student))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	first, name, want := filepath.Join(dir, Untouched), Untouched, l.Expect.Untouched
	if !asked(Untouched) {
		first, name, want = filepath.Join(dir, Reference), Reference, l.Total()
	}
	env, err := g.Prepare(ctx, l, student, filepath.Join(first, setupDir))
	if err != nil {
		tell(verification(l, name, student, want, ofAuthor(l, student).ungradable(l, first, err)))
		return nil
	}
	defer func() { _ = env.remove(ctx) }() // the instructor is told of an error
	if asked(Untouched) {
		tell(verification(l, Untouched, student, want, env.grade(ctx, nil, ofAuthor(l, student), first)))
	}
	if !asked(Reference) {
		return nil
	}
	last, w := filepath.Join(dir, Reference), ofAuthor(l, student)
	if env.gone {
		tell(verification(l, Reference, student, l.Total(), w.ungradable(l, last, errGone)))
		return nil
	}
	tell(verification(l, Reference, student, l.Total(), env.grade(ctx, submission, w, last)))
	return nil
}

// ofAuthor notes that a grade begins in which nobody but the lab's author is to
// blame for what cannot be told.
func ofAuthor(l *lab.Lab, student string) *Work {
	w := begin(l, student)
	w.Own = true
	return w
}

func (g *Grader) verifyOwn(ctx context.Context, l *lab.Lab, k known, student, dir string, tell func(Verification)) error {
	submission, err := Own(l.Path(k.folder), l.Filling(student))
	if err != nil {
		return err
	}
	r := g.Grade(ctx, l, submission, student, filepath.Join(dir, filepath.FromSlash(k.folder)))
	tell(verification(l, k.folder, student, k.want, r))
	return nil
}
