package batch_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// TestASmallerSetKeepsEarlierGrades grades three submissions, of which a3 has no
// grade, and then only the second and a new one into the same record.
func TestASmallerSetKeepsEarlierGrades(t *testing.T) {
	dir, l := t.TempDir(), aLab(t)
	f := &fake{do: map[string]func(context.Context, *score.Result){
		"a1": func(_ context.Context, r *score.Result) { r.MarkUngradable("no memory left") },
	}}
	class, another := aClass(5), aClass(5)[4:]
	for i := range class {
		class[i].Student = class[i].ID
	}
	another[0].Student = "a4" // it was handed in by another name
	for _, now := range [][]batch.Entry{class[:4], append(class[1:2:2], another...)} {
		j, err := batch.Create(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Start(l, batch.Class{Submissions: now}, batch.Since{}, false); err != nil {
			t.Fatal(err)
		}
		b := batch.Batch{Entries: j.Head().Submissions, Grader: f, Kept: map[string]bool{}}
		if len(now) == 4 {
			b.Kept["a3"] = true // it is not graded
		} else {
			f.graded = nil
			for _, e := range b.Entries[2:] {
				b.Kept[e.ID] = true
			}
		}
		results, err := b.Run(t.Context(), j)
		if err != nil || len(now) == 2 && ids(results) != "a2 a5 a1" {
			t.Errorf("%s, %v", ids(results), err)
		}
		_ = j.Close()
	}
	if !slices.Equal(f.graded, []string{"a5"}) {
		t.Errorf("graded %v", f.graded)
	}
	records, err := batch.Records(dir)
	if err != nil || len(records) != 3 || !strings.Contains(strings.Join(records, " "), "a1/1") {
		t.Errorf("records %v, %v", records, err)
	}
}

// TestAProblemOfAFolderIsLookedAtAgain corrects a file, and a link, to folders.
func TestAProblemOfAFolderIsLookedAtAgain(t *testing.T) {
	inFolder(t, "class/ada", "class/bob/solve.sh", "class/cyd/solve.sh", "class/eve/solve.sh")
	put(t, "r.csv", "student\nada\nbob\ncyd\n")
	if err := os.Symlink("bob", "class/dot"); err != nil {
		t.Fatal(err)
	}
	roster, err := batch.ReadRoster("r.csv")
	if err != nil {
		t.Fatal(err)
	}
	before, err := batch.Find([]string{"class/ada", "class/bob", "class/cyd", "class/eve"}, roster)
	if want := "ada! bob cyd eve=!"; err != nil || told(before) != want {
		t.Fatalf("got %q, %v", told(before), err)
	}
	for _, err := range []error{os.Remove("class/ada"), os.MkdirAll("class/ada", 0o755), os.RemoveAll("class/cyd"), os.Symlink("bob", "class/cyd")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	now, err := batch.Now(before)
	if want := "ada bob cyd! eve=!"; err != nil || told(now) != want {
		t.Errorf("got %q, %v", told(now), err)
	}
}

func TestARosterThatMatchesNothing(t *testing.T) {
	inFolder(t, "class/ada/", "class/bob/")
	for text, want := range map[string][]string{
		"student,folder\nada,zz\n": {"--roster r.csv: nothing is left to grade", `class/ada: belongs to nobody: r.csv has no line for "ada"`, `class/bob: belongs to nobody`, `r.csv:2: no submission is a folder "zz"`},
		"student\nada\n":           nil,
	} {
		put(t, "r.csv", text)
		roster, err := batch.ReadRoster("r.csv")
		if err != nil {
			t.Fatal(err)
		}
		all, err := batch.Find([]string{"class"}, roster)
		if err != nil {
			t.Fatal(err)
		}
		err = roster.Matches(all)
		if input.Is(err) != (want != nil) {
			t.Errorf("%v", err)
		}
		for _, line := range want {
			if !strings.Contains(err.Error(), line) {
				t.Errorf("%q is missing: %v", line, err)
			}
		}
	}
}

// TestTheCopyOfALabIsReplacedAtOnce opens a record with a new copy of the lab, as an
// interrupted process leaves it before and after the journal mentions the copy.
func TestTheCopyOfALabIsReplacedAtOnce(t *testing.T) {
	for name, row := range map[string]struct{ kept, fresh, want string }{
		"mentioned":           {"id: x\n# old\n", "id: x\n", "id: x\n"},
		"mentioned, none old": {"", "id: x\n", "id: x\n"},
		"not mentioned":       {"id: x\n", "id: x\n# new\n", "id: x\n"},
		"half a copy":         {"id: x\n", "id", "id: x\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			start := func() error {
				j, err := batch.Create(dir)
				if err != nil {
					return err
				}
				if j.Head() == nil {
					err = j.Start(aLab(t), batch.Class{Submissions: aClass(1)}, batch.Since{}, false)
				}
				return errors.Join(err, j.Close())
			}
			if err := start(); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(os.RemoveAll(filepath.Join(dir, "lab")), os.MkdirAll(filepath.Join(dir, "lab.new", "x"), 0o755)); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(dir, "lab.new", "x", "lab.yaml"), row.fresh)
			if row.kept != "" {
				if err := os.MkdirAll(filepath.Join(dir, "lab", "x"), 0o755); err != nil {
					t.Fatal(err)
				}
				put(t, filepath.Join(dir, "lab", "x", "lab.yaml"), row.kept)
			}
			if err := start(); err != nil {
				t.Fatal(err)
			}
			if content, err := os.ReadFile(filepath.Join(dir, "lab", "x", "lab.yaml")); err != nil || string(content) != row.want {
				t.Errorf("%q, %v", content, err)
			}
			if _, err := os.Stat(filepath.Join(dir, "lab.new")); err == nil {
				t.Error("the new copy is left")
			}
		})
	}
}
