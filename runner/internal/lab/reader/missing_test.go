package reader_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// TestAPartOfALabMayBeAnything replaces each part of a lab by nothing, a folder, a file
// and a named pipe. Reading it ends, and names the part.
func TestAPartOfALabMayBeAnything(t *testing.T) {
	kinds := map[string]func(path string) error{
		"nothing": func(string) error { return nil },
		"folder":  func(path string) error { return os.Mkdir(path, 0o755) },
		"pipe":    func(path string) error { return syscall.Mkfifo(path, 0o644) },
		"empty":   func(path string) error { return os.WriteFile(path, nil, 0o644) },
	}
	for _, part := range []string{"lab.yaml", "task.md", "setup.feature", "checks.feature", "solution", "solution/solve.sh", "wrong", "wrong/half", "wrong/half/solve.sh"} {
		for kind, put := range kinds {
			dir := copied(t)
			if err := os.Remove(filepath.Join(dir, "task.ko.md")); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, part)
			if err := errors.Join(os.RemoveAll(path), put(path)); err != nil {
				t.Fatal(err)
			}
			_, err := reader.Load(dir, &steps.Vocabulary{})
			if kind == "empty" && strings.HasPrefix(part, "wrong/half/") {
				continue // a wrong solution may do nothing
			}
			if !input.Is(err) || !strings.Contains(err.Error(), filepath.Base(filepath.Dir(path))) || errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s as %s: got %v", part, kind, err)
			}
		}
	}
}

func TestTheTextIsMissing(t *testing.T) {
	dir := copied(t)
	for _, file := range []string{"task.md", "task.ko.md"} {
		if err := os.Remove(filepath.Join(dir, file)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := reader.Load(dir, &steps.Vocabulary{})
	if err == nil || err.Error() != dir+"/task.md: there is no such file: a lab needs it" {
		t.Errorf("got %v", err)
	}
}

func TestASolutionActs(t *testing.T) {
	for _, content := range []string{"", "#!/bin/bash\n# nothing\n"} {
		dir := copied(t)
		if err := os.WriteFile(filepath.Join(dir, "solution/solve.sh"), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := reader.Load(dir, &steps.Vocabulary{})
		if err == nil || !strings.Contains(err.Error(), "solution/solve.sh: there is no command in it") {
			t.Errorf("%q: got %v", content, err)
		}
	}
}
