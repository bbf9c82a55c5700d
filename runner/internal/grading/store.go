package grading

import (
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/record"
)

// Store is the folder that holds the records of grades that named none: of
// single ones, of what labs have proved, and of classes.
func Store() string { return filepath.Join(filepath.Dir(record.Store()), "grades") }

// isGraded reports whether the record of a grade is whole.
func isGraded(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, workFile))
	return err == nil
}

// IsRecord reports whether a folder holds a grade, or the beginning of one.
func IsRecord(dir string) bool {
	return dir != "" && (isGraded(dir) || record.Is(filepath.Join(dir, setupDir)) || record.Is(filepath.Join(dir, checksDir)))
}
