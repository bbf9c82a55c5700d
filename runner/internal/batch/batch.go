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

// Grader grades the submissions of a batch. Grade returns no error: if a submission
// cannot be judged, the result's Problem says why.
type Grader interface {
	// Grade grades a submission, and records everything in a folder.
	Grade(ctx context.Context, e Entry, dir string) score.Result
	// Ungradable returns the result of a submission that could not be graded.
	Ungradable(e Entry, dir string, why error) score.Result
	// Read returns the result that is recorded in a folder.
	Read(dir string) (score.Result, error)
	// Digest returns a hash of the current content of a submission. Its error means
	// that the submission cannot be read; fs.ErrNotExist means that it no longer
	// exists.
	Digest(e Entry) (string, error)
}

// Batch is the grading of a class.
type Batch struct {
	Entries  []Entry
	Parallel int // maximum number of submissions graded at a time; 0 means one
	Grader   Grader
	// Changed holds the IDs of submissions that were changed since they were
	// graded. They are graded again.
	Changed map[string]bool
	// Kept holds the IDs of submissions that are not graded now, whatever their
	// recorded results are.
	Kept map[string]bool
	// OnProgress, if not nil, is called with the progress, one call at a time.
	OnProgress func(Progress)
}

// Run grades the submissions that the journal does not list as graded, and returns
// all results in the order of the entries. Undecided submissions do not count as
// graded. An error means that some results are missing, because the context ended
// or the journal could not be written.
func (b *Batch) Run(ctx context.Context, j *Journal) ([]score.Result, error) {
	results := b.graded(j)
	pace := newPace(b, results)
	workers, ctx := errgroup.WithContext(ctx)
	workers.SetLimit(max(1, b.Parallel))
	for i, e := range b.Entries {
		if results[i] == nil && !b.Kept[e.ID] {
			workers.Go(func() (err error) {
				results[i], err = b.one(ctx, j, e, pace)
				return err
			})
		}
	}
	err := workers.Wait()
	return found(results), err
}

// graded returns the existing results, each at the index of its entry. Submissions
// that were changed, or whose record is lost or damaged, are graded again. A
// submission that met a defect of the lab is not, because it would meet the same
// defect again.
func (b *Batch) graded(j *Journal) []*score.Result {
	results := make([]*score.Result, len(b.Entries))
	for i, e := range b.Entries {
		dir, ok := j.Finished(e.ID)
		if !ok || b.Changed[e.ID] {
			continue
		}
		if r, err := b.Grader.Read(dir); err == nil && (r.Gradable || r.Defect || b.Kept[e.ID]) {
			results[i] = &r
		}
	}
	return results
}

// one grades a submission and writes its two lines to the journal. A result that
// was cut short by the context does not count.
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

// safely turns a panic in the grader into an ungradable result, so that the other
// submissions are still graded.
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
