package grading

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/gherkube/gherkube/runner/record"
)

// Store is the folder that holds the records of grades that named none: of
// single ones, of what labs have proved, and of classes.
func Store() string { return filepath.Join(filepath.Dir(record.Store()), "grades") }

// Prune removes the oldest records of single grades and of proofs from a store
// beyond keep, but for those that are being written. Whatever else is there
// stays: a class is what an instructor goes on with, and regrades.
func Prune(store string, keep int) error {
	entries, err := os.ReadDir(store) // oldest first: their names begin with the time
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("looking for records of grades: %w", err)
	}
	var all []string
	for _, e := range entries {
		if dir := filepath.Join(store, e.Name()); len(grades(dir)) > 0 {
			all = append(all, dir)
		}
	}
	var errs []error
	for _, dir := range all[:max(0, len(all)-keep)] {
		if isGraded(dir) || !slices.ContainsFunc(grades(dir), inUse) {
			errs = append(errs, os.RemoveAll(dir))
		}
	}
	return errors.Join(errs...)
}

// grades are the grades in a folder of the store: it is one itself, or it has
// those that prove labs, by lab and name. A class has them deeper.
func grades(dir string) []string {
	proofs, _ := filepath.Glob(filepath.Join(dir, "*", "*")) // the pattern is right
	return slices.DeleteFunc(append([]string{dir}, proofs...), func(dir string) bool {
		return !isGraded(dir) && !record.Is(filepath.Join(dir, setupDir)) && !record.Is(filepath.Join(dir, checksDir))
	})
}

// isGraded tells whether the record of a grade is whole.
func isGraded(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, workFile))
	return err == nil
}

// IsRecord tells whether a folder holds a grade, or the beginning of one.
func IsRecord(dir string) bool {
	return dir != "" && (isGraded(dir) || record.Is(filepath.Join(dir, setupDir)) || record.Is(filepath.Join(dir, checksDir)))
}

// inUse tells whether the process that has begun a grade is alive.
func inUse(dir string) bool {
	setUp, _ := record.Written(filepath.Join(dir, setupDir))
	checked, _ := record.Written(filepath.Join(dir, checksDir))
	return setUp || checked
}
