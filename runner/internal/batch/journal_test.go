package batch_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/input"
)

func TestJournalsThatAreNone(t *testing.T) {
	rows := map[string]struct{ text, want string }{
		"damaged":    {"{\"v\":1,\n{}\n", "journal.ndjson:1: damaged: "},
		"newer":      {`{"v":2,"type":"started"}` + "\n", "journal.ndjson:1: written by a newer gherkube (version 2"},
		"no head":    {`{"v":1,"type":"started"}` + "\n", `journal.ndjson:1: damaged: "started" tells nothing`},
		"leads away": {`{"v":1,"type":"finished","record":"../../x"}` + "\n", `journal.ndjson:1: damaged: "finished" tells nothing`},
		"cut short":  {`{"v":1,"type":"sta`, "ended before it was known what to grade"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "journal.ndjson"), []byte(row.text), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := batch.Open(dir); !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q, got %v", row.want, err)
			}
			if _, err := batch.Records(dir); !input.Is(err) {
				t.Errorf("records: %v", err)
			}
		})
	}
}

func TestFoldersThatAreNoRecordOfAClass(t *testing.T) {
	dir := t.TempDir()
	if _, err := batch.Open(dir); !input.Is(err) || !strings.Contains(err.Error(), "it has no journal.ndjson") {
		t.Errorf("got %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "diary"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := batch.Create(dir); !input.Is(err) || !strings.Contains(err.Error(), "holds something else") {
		t.Errorf("got %v", err)
	}
}

func TestOneProcessGradesIntoAFolder(t *testing.T) {
	dir := t.TempDir()
	j, err := batch.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := batch.Create(dir); !input.Is(err) || !strings.Contains(err.Error(), "another process grades into this folder") {
		t.Errorf("got %v", err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := batch.Create(dir); err != nil {
		t.Error(err)
	}
}

func TestAClassIsGradedByOneLab(t *testing.T) {
	l, dir := aLab(t), t.TempDir()
	start := func() error {
		j, err := batch.Create(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		return j.Start(l, batch.Class{Submissions: aClass(1)}, batch.Since{}, false)
	}
	for range 2 {
		if err := start(); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(l.Dir, "lab.yaml"), []byte("id: x\n\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := start(); !input.Is(err) || !strings.Contains(err.Error(), "lab x has changed since") {
		t.Errorf("got %v", err)
	}
	l.ID = "y"
	if err := start(); !input.Is(err) || !strings.Contains(err.Error(), "for lab x") {
		t.Errorf("got %v", err)
	}
	if kept, err := os.ReadFile(filepath.Join(dir, "lab", "x", "lab.yaml")); err != nil || string(kept) != "id: x\n" {
		t.Errorf("kept %q, %v", kept, err)
	}
}

func TestRecordsNameWhoWasNotGraded(t *testing.T) {
	dir := t.TempDir()
	j, err := batch.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := j.Start(aLab(t), batch.Class{Submissions: aClass(2)}, batch.Since{}, false); err != nil {
		t.Fatal(err)
	}
	b := batch.Batch{Entries: aClass(1), Grader: &fake{}}
	if _, err := b.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	records, err := batch.Records(dir)
	if !input.Is(err) || !strings.Contains(err.Error(), "a2 was not graded to the end") || len(records) != 1 || records[0] != filepath.Join(dir, "submissions", "a1", "1") {
		t.Errorf("got %v, %v", records, err)
	}
}
