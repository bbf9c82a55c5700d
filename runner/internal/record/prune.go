package record

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/docker/go-units"

	"github.com/gherkube/gherkube/fixtures/labels"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Removed reports the records that were removed from a store.
type Removed struct {
	Passed, Failed int
	Freed          int64 // bytes
	Kept           int
	Store          string
	Retention      Retention
}

// String returns what was removed and what is kept, or "" if nothing was removed.
func (r Removed) String() string {
	if r.Passed+r.Failed == 0 {
		return ""
	}
	return fmt.Sprintf("Removed old records: %d passed, %d failed (%s). Kept in %s: %d (%s=%q).",
		r.Passed, r.Failed, units.BytesSize(float64(r.Freed)), r.Store, r.Kept, RetentionVariable, r.Retention)
}

// stored is a record in a store.
type stored struct {
	dir    string
	passed bool
	inUse  bool
	ended  time.Time
	size   int64
}

// Prune removes the records of a store that are older than its retention. While the
// store is still too large, it then removes the oldest ones, passed ones first.
// Records in use, the newest record and unrelated files stay.
func Prune(store string, keep Retention, now time.Time) (Removed, error) {
	removed := Removed{Store: store, Retention: keep}
	all, err := storedIn(store, now)
	if err != nil || len(all) == 0 {
		return removed, err
	}
	var errs []error
	for _, r := range expired(all, keep, now) {
		if err := r.remove(); err != nil {
			errs = append(errs, err)
			continue
		}
		removed.count(r)
	}
	removed.Kept = len(all) - removed.Passed - removed.Failed
	return removed, errors.Join(errs...)
}

// expired returns the records to remove, in order of removal.
func expired(all []stored, keep Retention, now time.Time) []stored {
	var total int64
	var gone, passed, failed []stored
	for i, r := range all {
		limit := keep.Failed
		if r.passed {
			limit = keep.Passed
		}
		switch {
		case r.inUse || i == len(all)-1:
			total += r.size
		case now.Sub(r.ended) > limit:
			gone = append(gone, r)
		case r.passed:
			passed, total = append(passed, r), total+r.size
		default:
			failed, total = append(failed, r), total+r.size
		}
	}
	for _, r := range append(passed, failed...) {
		if total <= keep.Size {
			break
		}
		gone, total = append(gone, r), total-r.size
	}
	return gone
}

func (r *Removed) count(gone stored) {
	if gone.passed {
		r.Passed++
	} else {
		r.Failed++
	}
	r.Freed += gone.size
}

// trash is the suffix of a record's folder during its removal.
const trash = ".removed"

// remove renames the folder first, so that a record is never half removed. A record
// that another process has removed is not an error.
func (r stored) remove() error {
	err := os.Rename(r.dir, r.dir+trash)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("removing an old record: %w", err)
	}
	return os.RemoveAll(r.dir + trash)
}

// storedIn returns the records of a store, oldest first: their names begin with the
// time. It also removes what an interrupted removal left behind.
func storedIn(store string, now time.Time) ([]stored, error) {
	entries, err := os.ReadDir(store)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("looking for records: %w", err)
	}
	var all []stored
	var errs []error
	for _, e := range entries {
		dir := filepath.Join(store, e.Name())
		if strings.HasSuffix(dir, trash) {
			errs = append(errs, os.RemoveAll(dir))
			continue
		}
		if r, ok := look(dir, now); ok {
			all = append(all, r)
		}
	}
	return all, errors.Join(errs...)
}

// look returns false for a folder that is not a record of a run or a grade: a
// class, which an instructor may resume, or files of the user.
func look(dir string, now time.Time) (stored, bool) {
	r := stored{dir: dir}
	s, ok := readStatus(dir)
	if !ok {
		return r.withoutStatus(now)
	}
	r.passed = s.Verdict == verdict.Passed
	r.inUse = s.Ended.IsZero() && labels.Alive(s.Owner)
	r.ended, r.size = s.Ended, s.Size
	if s.Ended.IsZero() { // the process died
		r.ended, r.size = modified(dir), sizeOf(dir)
	}
	return r, true
}

// withoutStatus treats a record without status as failed, and as in use for its
// first day. Earlier versions wrote such records.
func (r stored) withoutStatus(now time.Time) (stored, bool) {
	if !exists(filepath.Join(r.dir, planFile)) && !exists(filepath.Join(r.dir, gradeFile)) {
		return r, false
	}
	r.ended, r.size = modified(r.dir), sizeOf(r.dir)
	r.inUse = now.Sub(r.ended) < day
	return r, true
}

// gradeFile exists in the record of a grade; package grading writes it.
const gradeFile = "work.json"

func modified(dir string) time.Time {
	info, err := os.Stat(dir)
	if err != nil {
		return time.Now()
	}
	return info.ModTime()
}
