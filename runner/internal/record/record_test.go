package record_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

var small = &plan.Plan{
	Scenarios: []*plan.Scenario{{ID: "../x.feature:2", File: "../x.feature", Line: 2, Name: "s", Steps: []plan.Step{{Line: 3, Text: "I pass"}}}},
	Sources:   []plan.Source{{URI: "../x.feature", Content: []byte("Feature: f\n")}},
}

func create(t *testing.T, dir string, listen func(record.Event)) *record.Writer {
	t.Helper()
	w, err := record.Create(dir, small, listen)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "record")
	var heard []record.Type
	w := create(t, dir, func(e record.Event) { heard = append(heard, e.Type) })
	w.Append(record.Event{Type: record.StepFinished, Scenario: "../x.feature:2", Step: 1, Outcome: record.Failed, Text: "two\nlines"})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w.Append(record.Event{Type: record.RunFinished}) // too late: dropped
	read, err := record.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(read.Events) != 2 || read.Events[1].Text != "two\nlines" || read.Events[0].Run.ID == "" {
		t.Errorf("events: %+v", read.Events)
	}
	if s := read.Plan.Sources[0]; string(s.Content) != "Feature: f\n" || s.URI != "../x.feature" {
		t.Errorf("source: %+v", s)
	}
	if !slices.Equal(heard, []record.Type{record.RunStarted, record.StepFinished}) {
		t.Errorf("heard: %v", heard)
	}
}

func TestAKilledRunLeavesWhatItSaw(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "record")
	create(t, dir, nil) // and no Close
	damage(t, dir, func(events string) string { return events + `{"v":1,"type":"scenarioSt` })
	read, err := record.Read(dir)
	if err != nil || len(read.Events) != 1 {
		t.Errorf("%v, events %+v", err, read)
	}
}

func damage(t *testing.T, dir string, change func(string) string) {
	t.Helper()
	path := filepath.Join(dir, "events.ndjson")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(change(string(content))), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestDamageIsBadInput(t *testing.T) {
	rows := map[string]struct {
		damage func(string) string
		want   string
	}{
		"a broken line":  {func(s string) string { return s + "{\n" + s }, "events.ndjson:2: damaged: "},
		"a newer format": {func(s string) string { return strings.Replace(s, `"v":2`, `"v":3`, 1) }, "events.ndjson:1: written by a newer gherkube"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "record")
			create(t, dir, nil)
			damage(t, dir, row.damage)
			_, err := record.Read(dir)
			if !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestARecordIsNotOverwritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "record")
	create(t, dir, nil)
	if _, err := record.Create(dir, small, nil); !input.Is(err) {
		t.Errorf("%v", err)
	}
}

func TestTheLatestRecordIsThatOfTheLastName(t *testing.T) {
	store := t.TempDir()
	for _, name := range []string{"1", "3", "2"} {
		create(t, filepath.Join(store, name), nil)
	}
	if latest, err := record.Latest(store); err != nil || filepath.Base(latest) != "3" {
		t.Errorf("latest: %s, %v", latest, err)
	}
}

func TestNoRecordYet(t *testing.T) {
	if _, err := record.Latest(filepath.Join(t.TempDir(), "nothing")); !input.Is(err) {
		t.Errorf("%v", err)
	}
}

// TestADiskThatIsFull writes to a full device: the error is kept.
func TestADiskThatIsFull(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("/dev/full", filepath.Join(dir, "full")); err != nil {
		t.Fatal(err)
	}
	w := create(t, filepath.Join(dir, "record"), nil)
	if err := record.Redirect(w, filepath.Join(dir, "full")); err != nil {
		t.Fatal(err)
	}
	w.Append(record.Event{Type: record.RunFinished})
	if err := w.Close(); err == nil || !strings.Contains(err.Error(), "no space left on device") {
		t.Errorf("%v", err)
	}
}
