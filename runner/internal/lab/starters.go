package lab

import (
	"io/fs"
	"os"
	"slices"
	"strings"
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

// taken are names in the student's home folder that files must leave alone.
var taken = []string{".kube", ".ssh", ".bashrc", ".bash_profile", ".profile", "task.md", "task.ko.md"}

// starters reads the files for the student.
func (r *reader) starters() {
	size := 0
	for _, name := range r.filesBelow(FilesDir) {
		below := strings.TrimPrefix(name, FilesDir+"/")
		info, err := os.Lstat(r.lab.Path(name))
		top, _, _ := strings.Cut(below, "/")
		switch {
		case err != nil || !info.Mode().IsRegular():
			r.problem(name, 0, "not a regular file: a student can be given files only")
			continue
		case slices.Contains(taken, top):
			r.problem(name, 0, "gherkube writes %s in the student's home folder itself: give the file another name", top)
			continue
		}
		content, err := os.ReadFile(r.lab.Path(name))
		if err != nil {
			r.problem(name, 0, "cannot be read: %v", err)
			continue
		}
		if size += len(content); size <= MaxStarterBytes {
			r.lab.Starters = append(r.lab.Starters, Starter{below, info.Mode()&0o111 != 0, content})
		}
		if utf8.Valid(content) {
			r.misspelt(name, 0, string(content), "")
		}
	}
	if size > MaxStarterBytes {
		r.problem(FilesDir, 0, "the files for the student have %d bytes: at most %d", size, MaxStarterBytes)
	}
	if n := len(r.lab.Starters); n > MaxStarters {
		r.problem(FilesDir, 0, "there are %d files for the student: at most %d", n, MaxStarters)
	}
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
