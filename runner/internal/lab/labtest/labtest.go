// Package labtest loads labs, and introduces errors into them, for tests.
package labtest

import (
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// Load reads a lab without errors.
func Load(t *testing.T, dir string) *lab.Lab {
	t.Helper()
	l, err := reader.Load(dir, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Replace replaces the first occurrence of a text in a file, or fails the test if
// there is none.
func Replace(t *testing.T, path, old, with string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(content), old) {
		t.Fatalf("%s has no %q", path, old)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(content), old, with, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}
