package batch

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// FuzzJournal reads arbitrary journals: an unreadable one is an input error.
func FuzzJournal(f *testing.F) {
	f.Add([]byte(`{"v":1,"type":"started","batch":{"lab":"x","digest":"d","submissions":[{"id":"a","dir":"a"}]}}` + "\n" +
		`{"v":1,"type":"begun","submission":"a","record":"submissions/a/1"}` + "\n" + `{"v":1,"type":"finished","submission":"a","record":"submissions/a/1"}` + "\n{"))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := parse("journal.ndjson", text)
		if err != nil && !input.Is(err) {
			t.Errorf("%v", err)
		}
		for _, g := range c.finished {
			if !filepath.IsLocal(g.record) {
				t.Errorf("a record leads out of the folder: %q", g.record)
			}
		}
	})
}

// FuzzRoster reads arbitrary rosters: folders and students are matched one to one.
func FuzzRoster(f *testing.F) {
	for _, text := range []string{"student,folder\nada,a\n", "student;folder\nada;a\n", "\ufeffstudent\n\"ada\n", "student\nada\nada\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), "r.csv")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := ReadRoster(path)
		if err != nil {
			if !input.Is(err) {
				t.Errorf("%v", err)
			}
			return
		}
		seen := map[string]bool{}
		for _, line := range r.lines {
			if line.student == "" || seen[line.student] {
				t.Errorf("student %q", line.student)
			}
			seen[line.student] = true
		}
	})
}
