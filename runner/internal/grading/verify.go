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

// Verification compares the actual and the expected score of one of a lab's own
// submissions.
type Verification struct {
	Lab     string       `json:"lab"`
	Name    string       `json:"name"`              // untouched, emptied, solution, right/NAME or wrong/NAME
	Variant string       `json:"variant,omitempty"` // the broken variant, if the lab has several
	Want    int          `json:"want"`
	Result  score.Result `json:"result"`
}

// The names of the verifications of a lab, besides its right and wrong solutions.
const (
	Untouched = "untouched"
	Emptied   = "emptied"
	Reference = lab.SolutionDir
)

// Verdict returns passed if the lab scores as expected.
func (p Verification) Verdict() verdict.Verdict {
	switch {
	case !p.Result.Gradable:
		return verdict.Undecided
	case p.Result.Points == p.Want, p.Name == Emptied && p.Result.Points < p.Want:
		return verdict.Passed
	}
	return verdict.Failed
}

// String returns the verification on one line.
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

// Names returns the names of all verifications of a lab.
func Names(l *lab.Lab) []string {
	names := []string{Untouched, Reference, Emptied}
	for _, k := range submissions(l) {
		names = append(names, k.folder)
	}
	return names
}

// Verify verifies the checks of labs, on several clusters at a time:
//   - The untouched cluster and each known-wrong submission score what the lab declares.
//   - The solution and each submission of right/ score full.
//   - A namespace in which everything was scaled to zero and deleted scores no more than an untouched one.
//
// Verify reports each verification at once by tell. A lab that turned out defective
// is not verified further. If only is not empty, it names the verifications to run.
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

// verifications returns the verifications of a lab, each on a cluster of its own.
// The solution runs in every variant of the lab, each time on the cluster that was
// judged untouched before, since that judging only reads. The other submissions
// cycle through the variants, beginning with the second one.
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

// known is one of the lab's own submissions, with its expected score.
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

// beside returns the folder for the records of the solution. Those of the first
// student are in dir itself.
func beside(dir string, i int, student string) string {
	if i == 0 {
		return dir
	}
	return filepath.Join(dir, student)
}

func verification(l *lab.Lab, name, student string, want int, r score.Result) Verification {
	return Verification{Lab: l.ID, Name: name, Variant: l.Variant(student), Want: want, Result: r}
}

// emptying returns a submission that deletes what was to be fixed. It detects
// checks that pass if there are no objects.
func emptying() *Submission {
	return &Submission{ID: Emptied, Files: []cluster.File{{Path: Script, Mode: 0o644, Content: []byte(
		`kubectl scale deployment,statefulset --all --replicas=0
kubectl delete pod,service,deployment,statefulset,daemonset,job,persistentvolumeclaim,configmap,role,rolebinding --all --wait=false
sleep 5
`)}}}
}

// errGone says why the solution could not be judged on the cluster that was judged
// untouched before.
var errGone = verdict.Unseenf("the cluster was removed when it was judged untouched, to measure the machine without it")

// verifyRight judges an untouched cluster and then runs and judges the solution on
// it, if they are asked for.
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
	defer func() { _ = env.remove(ctx) }() // remove reports an error to the instructor
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

// ofAuthor begins a grade of one of the lab's own submissions, in which undecided
// criteria are the author's fault.
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
