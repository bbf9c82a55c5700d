package lab_test

import (
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
)

func TestANewLabHasNothingWrongWithIt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "labs", "dns-first")
	if err := lab.Create(dir); err != nil {
		t.Fatal(err)
	}
	if l := load(t, dir); l.ID != "dns-first" || l.Total() != 10 {
		t.Errorf("got %+v", l.Document)
	}
	if err := lab.Create(dir); !input.Is(err) {
		t.Errorf("a folder that is there: %v", err)
	}
	if err := lab.Create(filepath.Join(t.TempDir(), "My Lab")); !input.Is(err) {
		t.Errorf("a name that is none: %v", err)
	}
}
