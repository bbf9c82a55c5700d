package grading_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/grading"
	"github.com/gherkube/gherkube/runner/input"
)

// handedIn is a folder with these files.
func handedIn(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ada")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestHowSubmissionsAreWorked(t *testing.T) {
	rows := map[string]struct {
		files map[string]string
		want  string
	}{
		"a script":                    {map[string]string{"solve.sh": "x", "a.yaml": "y"}, "bash solve.sh"},
		"manifests, by name":          {map[string]string{"b.yaml": "x", "a b.yml": "y", "answers/c.yaml": "z"}, "kubectl apply --filename='a b.yml' --filename='b.yaml'"},
		"a name that a shell expands": {map[string]string{"$(x)'.yaml": "y"}, `kubectl apply --filename='$(x)'\''.yaml'`},
		"answers only":                {map[string]string{"answers/1.txt": "42"}, ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			s, err := grading.ReadSubmission(handedIn(t, row.files))
			if err != nil || s.ID != "ada" || s.Command() != row.want {
				t.Errorf("got %q, %v", s.Command(), err)
			}
		})
	}
}

func TestWhatIsWrongWithASubmission(t *testing.T) {
	file := filepath.Join(handedIn(t, map[string]string{"f": "x"}), "f")
	linked := handedIn(t, map[string]string{"solve.sh": "x"})
	if err := os.Symlink("/etc/passwd", filepath.Join(linked, "answers")); err != nil {
		t.Fatal(err)
	}
	rows := map[string]struct{ dir, want string }{
		"not there":       {"missing", "missing: cannot be read: no such file or directory"},
		"a file":          {file, "f: is a file: a submission is a folder"},
		"empty":           {handedIn(t, nil), "ada: is empty"},
		"huge":            {handedIn(t, map[string]string{"a": strings.Repeat("x", 5<<20)}), "a: makes the submission larger than 4 MiB"},
		"a link out":      {linked, "answers: is a symbolic link"},
		"not UTF-8":       {handedIn(t, map[string]string{"solve.sh": "\xff"}), "solve.sh: is not UTF-8"},
		"a name that isn": {handedIn(t, map[string]string{"\xff": "x"}), "is not UTF-8"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			if _, err := grading.ReadSubmission(row.dir); !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q, got %v", row.want, err)
			}
		})
	}
}
