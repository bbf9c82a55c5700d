package lab_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// TestABundleHoldsTheTextAndNothingElse bundles each lab, and searches the bundle
// for every line of the lab's other files.
func TestABundleHoldsTheTextAndNothingElse(t *testing.T) {
	dirs, err := reader.Find([]string{"../../../labs"})
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no labs: %v", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			l, err := reader.Load(dir, &steps.Vocabulary{})
			if err != nil {
				t.Fatal(err)
			}
			out := filepath.Join(t.TempDir(), "bundle")
			if err := l.Bundle(out, "ada"); err != nil {
				t.Fatal(err)
			}
			var names []string
			var text strings.Builder
			for _, e := range entries(t, out) {
				names = append(names, e)
				content, err := os.ReadFile(filepath.Join(out, e))
				if err != nil {
					t.Fatal(err)
				}
				text.Write(content)
			}
			want := []string{"HAND-IN.md"}
			for _, page := range l.Texts {
				want = append(want, page.File)
			}
			slices.Sort(want)
			if !slices.Equal(names, want) {
				t.Errorf("the bundle holds %v, want %v", names, want)
			}
			for file, line := range secrets(t, l) {
				if strings.Contains(text.String(), line) {
					t.Errorf("a line of %s is in the bundle: %s", file, line)
				}
			}
		})
	}
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all = append(all, strings.TrimPrefix(path, dir+"/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// secrets yields the lines of a lab that are not part of its text, with ada's
// values.
func secrets(t *testing.T, l *lab.Lab) func(func(file, line string) bool) {
	t.Helper()
	fill := l.Filling("ada")
	var public strings.Builder
	for _, page := range l.Texts {
		public.WriteString(fill(page.Content))
	}
	return func(yield func(string, string) bool) {
		for _, file := range entries(t, l.Dir) {
			content, err := os.ReadFile(filepath.Join(l.Dir, file))
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(fill(string(content))) {
				line = strings.TrimSpace(line)
				if len(line) > 20 && !strings.Contains(public.String(), line) && !yield(file, line) {
					return
				}
			}
		}
	}
}

func TestABundleIsOfOneVariantInAFolderOfItsOwn(t *testing.T) {
	l := &lab.Lab{Document: lab.Document{ID: "x", Variables: map[string]lab.Variable{"port": {}}}, Texts: []lab.Text{{File: "task.md", Content: "on ${port}"}}}
	if err := l.Bundle(t.TempDir(), ""); !input.Is(err) || !strings.Contains(err.Error(), "${port} in task.md") {
		t.Errorf("of nobody: %v", err)
	}
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "x"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	l.Variables = nil
	if err := l.Bundle(full, ""); !input.Is(err) || !strings.Contains(err.Error(), "is not empty") {
		t.Errorf("over something: %v", err)
	}
}

// TestTheSameVariableIsNamedEveryTime uses a text with two variables.
func TestTheSameVariableIsNamedEveryTime(t *testing.T) {
	l, err := reader.Load("reader/testdata/broken-web", &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	for range 50 {
		err := l.Bundle(t.TempDir(), "")
		if err == nil || !strings.Contains(err.Error(), "${app} in task.md") {
			t.Fatalf("got %v", err)
		}
	}
}
