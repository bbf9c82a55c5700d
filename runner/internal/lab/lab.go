// Package lab reads labs: folders of data with a task, what is broken, and the
// checks. It reads a lab strictly and completely, and reports all errors at once
// with file and line.
//
//	lab.yaml         the Document
//	task.md          the text for the student; task.ko.md is the same in Korean
//	setup.feature    creates objects and breaks the cluster
//	checks.feature   the criteria, one scenario each
//	files/           optional: files for the student's home folder
//	solution/        the reference submission
//	right/NAME/      unusual submissions that do what the text asks for: full score
//	wrong/NAME/      known-wrong submissions, with a declared score
package lab

import (
	"path/filepath"
	"slices"
)

// The files of a lab.
const (
	DocumentFile = "lab.yaml"
	SetupFile    = "setup.feature"
	ChecksFile   = "checks.feature"
	SolutionDir  = "solution"
	RightDir     = "right"
	WrongDir     = "wrong"
)

// Lab is a lab without errors.
type Lab struct {
	Document
	Dir      string
	Criteria []Criterion // in the order of checks.feature
	Texts    []Text      // English first
	Starters []Starter   // files for the student, from files/
	Right    []string    // names of the folders in right/, sorted
}

// Path returns the path of a file of the lab.
func (l *Lab) Path(name string) string { return filepath.ToSlash(filepath.Join(l.Dir, name)) }

// Wrong returns the names of the known-wrong solutions.
func (l *Lab) Wrong() []string {
	var names []string
	for name := range l.Expect.Wrong {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
