// Package batch grades the submissions of a class, several at a time and each one
// once. A submission that fails does not stop the others, and an interrupted class
// can be resumed. All state is in one folder: a journal, a copy of the lab, and the
// record of each grade.
package batch

import (
	"context"
	"fmt"
	"runtime/debug"

	"golang.org/x/sync/errgroup"

	"github.com/gherkube/gherkube/runner/internal/score"
)

// Grader is what a batch grades with. None of its functions fails: what keeps a
// submission from being judged is its result's Problem.
type Grader interface {
	// Grade grades a submission, and writes all of it down in a folder.
	Grade(ctx context.Context, e Entry, dir string) score.Result
	// Ungradable is the result of one that could not be graded.
	Ungradable(e Entry, dir string, why error) score.Result
	// Read is the result that was written down in a folder.
	Read(dir string) (score.Result, error)
	// Digest is a hash of a submission as it is now. An error says that it
	// cannot be read, fs.ErrNotExist that it is gone.
	Digest(e Entry) (string, error)
}

// Batch is the grading of a class.
type Batch struct {
	Entries  []Entry
	Parallel int // how many submissions are graded at a time; 0 means one
	Grader   Grader
	// Changed are the submissions that were changed since they were graded, by
	// ID: they are graded again.
	Changed map[string]bool
	// OnProgress is called with the progress; nil is no callback. It is called by one
	// at a time.
	OnProgress func(Progress)
}

// Run grades the submissions that the journal does not know to be graded, and
// returns the results of all in the order of the entries. One that could not be
// decided was not graded. An error says why not all of them have a result:
// the context has ended, or the journal could not be written.
func (b *Batch) Run(ctx context.Context, j *Journal) ([]score.Result, error) {
	results := b.graded(j)
	pace := newPace(b, results)
	workers, ctx := errgroup.WithContext(ctx)
	workers.SetLimit(max(1, b.Parallel))
	for i, e := range b.Entries {
		if results[i] == nil {
			workers.Go(func() (err error) {
				results[i], err = b.one(ctx, j, e, pace)
				return err
			})
		}
	}
	err := workers.Wait()
	return found(results), err
}

// graded are the results that there are, each in the place of its entry. A
// submission that was changed, and one whose record was lost or damaged, is
// graded again; one that met a defect of the lab would meet it again.
func (b *Batch) graded(j *Journal) []*score.Result {
	results := make([]*score.Result, len(b.Entries))
	for i, e := range b.Entries {
		dir, ok := j.Finished(e.ID)
		if !ok || b.Changed[e.ID] {
			continue
		}
		if r, err := b.Grader.Read(dir); err == nil && (r.Gradable || r.Defect) {
			results[i] = &r
		}
	}
	return results
}

// one grades a submission, from its line in the journal to its other one. What
// ends with the context is no grade.
func (b *Batch) one(ctx context.Context, j *Journal, e Entry, pace *pace) (*score.Result, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	dir, err := j.Begin(e.ID)
	if err != nil {
		return nil, err
	}
	pace.begin(e.ID)
	r := b.safely(ctx, e, dir)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err := j.Finish(e.ID, dir, &r); err != nil {
		return nil, err
	}
	pace.end(e.ID, &r)
	return &r, nil
}

// safely keeps a defect of ours that one submission has brought to light from
// ending the grading of the others.
func (b *Batch) safely(ctx context.Context, e Entry, dir string) (r score.Result) {
	defer func() {
		if p := recover(); p != nil {
			r = b.Grader.Ungradable(e, dir, fmt.Errorf("gherkube is defective: %v\n%s", p, debug.Stack()))
		}
	}()
	return b.Grader.Grade(ctx, e, dir)
}

func found(results []*score.Result) []score.Result {
	var all []score.Result
	for _, r := range results {
		if r != nil {
			all = append(all, *r)
		}
	}
	return all
}
