package grading

import (
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/record"
)

// Store returns the folder for records of grades, lab verifications and classes
// that name no other folder.
func Store() string { return filepath.Join(filepath.Dir(record.Store()), "grades") }

// isGraded reports whether the record of a grade is complete.
func isGraded(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, workFile))
	return err == nil
}

// ChecksOf returns the record of the run that judged a grade: its scenarios are the
// criteria.
func ChecksOf(dir string) string { return filepath.Join(dir, checksDir) }

// IsRecord reports whether a folder holds the record of a grade, complete or not.
func IsRecord(dir string) bool {
	return dir != "" && (isGraded(dir) || record.Is(filepath.Join(dir, setupDir)) || record.Is(filepath.Join(dir, checksDir)))
}
