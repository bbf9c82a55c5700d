package grading_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/grading"
	"github.com/gherkube/gherkube/runner/plan"
	"github.com/gherkube/gherkube/runner/record"
)

// lay makes files, or the beginnings of records where a name ends with a slash.
func lay(t *testing.T, store string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(store, name)
		if strings.HasSuffix(name, "/") {
			w, err := record.Create(path, &plan.Plan{}, nil)
			if err == nil {
				err = w.Close()
			}
			if err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("{}"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// died has a record say that it is of a process that there is no more.
func died(t *testing.T, dir string) {
	t.Helper()
	rec, err := record.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	owner := rec.Events[0].Run.Owner
	edit(t, filepath.Join(dir, "events.ndjson"), owner, owner+"0")
}

func TestGradesMakeRoomAndClassesStay(t *testing.T) {
	store := t.TempDir()
	lay(t, store,
		"1-class/journal.ndjson", "1-class/lab/x/lab.yaml", "1-class/submissions/ada/1/work.json", "1-class/submissions/ada/1/setup/",
		"2-something-else/file",
		"3-under-way/setup/",
		"4-proofs-under-way/x/untouched/work.json", "4-proofs-under-way/x/untouched/setup/",
		"5-killed/setup/", "5-killed/checks/",
		"6-proofs/x/untouched/work.json", "6-proofs/x/solution/work.json",
		"7-graded/work.json", "7-graded/setup/",
		"8-checked/work.json", "8-checked/checks/",
	)
	died(t, filepath.Join(store, "5-killed/setup"))
	died(t, filepath.Join(store, "5-killed/checks"))
	if err := grading.Prune(store, 1); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(store, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range left {
		left[i] = filepath.Base(left[i])
	}
	if want := []string{"1-class", "2-something-else", "3-under-way", "4-proofs-under-way", "8-checked"}; !slices.Equal(left, want) {
		t.Errorf("left %v, want %v", left, want)
	}
}

func TestAStoreThatIsNotThereHasRoom(t *testing.T) {
	if err := grading.Prune(filepath.Join(t.TempDir(), "none"), 1); err != nil {
		t.Error(err)
	}
}
