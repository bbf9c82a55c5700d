package lab

import (
	"io/fs"
	"unicode/utf8"
)

// FilesDir is the folder of a lab with files for the student's home folder.
const FilesDir = "files"

// Limits of the files for the student.
const (
	MaxStarters     = 64
	MaxStarterBytes = 1 << 20 // all together
)

// Starter is a file that a student finds.
type Starter struct {
	Path       string // below the student's home folder
	Executable bool
	Content    []byte // with placeholders
}

// For returns the content of the file with a student's values. Binary files stay
// unchanged.
func (s Starter) For(fill func(string) string) []byte {
	if !utf8.Valid(s.Content) {
		return s.Content
	}
	return []byte(fill(string(s.Content)))
}

// Mode returns the file's mode.
func (s Starter) Mode() fs.FileMode {
	if s.Executable {
		return 0o755
	}
	return 0o644
}
