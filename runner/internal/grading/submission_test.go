package grading_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/grading"
)

// handedIn returns a folder with these files.
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
