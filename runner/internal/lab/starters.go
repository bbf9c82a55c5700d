package lab

import (
	"io/fs"
	"unicode/utf8"
)

// FilesDir is the folder of a lab with the files that a student finds in the
// home folder of the workstation.
const FilesDir = "files"

// What a student can be given.
const (
	MaxStarters     = 64
	MaxStarterBytes = 1 << 20 // all together
)

// Starter is a file that a student finds.
type Starter struct {
	Path       string // below the student's home folder
	Executable bool
	Content    []byte // before variables are filled in
}

// For returns the file as a student with these values gets it. What is no text
// stays as it is.
func (s Starter) For(fill func(string) string) []byte {
	if !utf8.Valid(s.Content) {
		return s.Content
	}
	return []byte(fill(string(s.Content)))
}

// Mode is the file's mode.
func (s Starter) Mode() fs.FileMode {
	if s.Executable {
		return 0o755
	}
	return 0o644
}
