package reader

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// taken lists names in the student's home folder that lab files must not use.
var taken = []string{".kube", ".ssh", ".bashrc", ".bash_profile", ".profile", "task.md", "task.ko.md"}

// starters reads the files for the student.
func (r *reader) starters() {
	size := 0
	for _, name := range r.filesBelow(lab.FilesDir) {
		below := strings.TrimPrefix(name, lab.FilesDir+"/")
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
		content, err := input.ReadFile(r.lab.Path(name))
		if err != nil {
			r.problem(name, 0, "cannot be read: %v", input.Cause(err))
			continue
		}
		if size += len(content); size <= lab.MaxStarterBytes {
			r.lab.Starters = append(r.lab.Starters, lab.Starter{Path: below, Executable: executable(info, content), Content: content})
		}
		if utf8.Valid(content) {
			r.misspelt(name, 0, string(content), "")
		}
	}
	if size > lab.MaxStarterBytes {
		r.problem(lab.FilesDir, 0, "the files for the student have %d bytes: at most %d", size, lab.MaxStarterBytes)
	}
	if n := len(r.lab.Starters); n > lab.MaxStarters {
		r.problem(lab.FilesDir, 0, "there are %d files for the student: at most %d", n, lab.MaxStarters)
	}
}

// executable reports whether a file for the student is a program. Labs that come with
// the command, or as a Go module, have lost the bits of their files.
func executable(info fs.FileInfo, content []byte) bool {
	return info.Mode()&0o111 != 0 || bytes.HasPrefix(content, []byte("#!"))
}
