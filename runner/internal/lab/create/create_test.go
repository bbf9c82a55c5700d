package create_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab/create"
	"github.com/gherkube/gherkube/runner/internal/lab/labtest"
)

func TestANewLabHasNothingWrongWithIt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "labs", "dns-first")
	if err := create.Lab(dir); err != nil {
		t.Fatal(err)
	}
	l := labtest.Load(t, dir)
	if l.ID != "dns-first" || len(l.Criteria) < 4 || len(l.Wrong()) < 2 {
		t.Errorf("got %+v", l)
	}
	if _, err := os.Stat(filepath.Join(dir, "..", "lab.schema.json")); err != nil {
		t.Errorf("what lab.yaml names for editors: %v", err)
	}
}

func TestALabIsMadeInAnEmptyFolderToo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dns-first")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if err := create.Lab("."); err != nil {
		t.Fatal(err)
	}
	labtest.Load(t, dir)
}

func TestWhereNoLabCanBeMade(t *testing.T) {
	full := t.TempDir()
	for _, name := range []string{"a-file", "there/task.md"} {
		path := filepath.Join(full, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"My Lab", "my_lab", "there", "a-file", "a-file/lab", "no-name/-"} {
		if err := create.Lab(filepath.Join(full, name)); !input.Is(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := create.Lab("/proc/no-lab"); !input.Is(err) {
		t.Errorf("where nobody may write: %v", err)
	}
	if err := create.Lab(""); !input.Is(err) {
		t.Errorf("no name: %v", err)
	}
}

func TestASchemaThatIsThereStays(t *testing.T) {
	labs := t.TempDir()
	path := filepath.Join(labs, "lab.schema.json")
	if err := os.WriteFile(path, []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := create.Lab(filepath.Join(labs, "dns-first")); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "{}" {
		t.Errorf("got %q, %v", content, err)
	}
}
