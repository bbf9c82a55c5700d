package record

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// FuzzRead reads arbitrary records: an unreadable one is an input error.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"scenarios":[{"id":"x:1"}],"sources":[{"uri":"x"}]}`), []byte(`{"v":1,"type":"runStarted","run":{"id":"x"}}`+"\n{"))
	f.Fuzz(func(t *testing.T, plan, events []byte) {
		dir := t.TempDir()
		for name, content := range map[string][]byte{planFile: plan, eventsFile: events, sourcesDir + "/0001.feature": nil} {
			path := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Read(dir); err != nil && !input.Is(err) {
			t.Errorf("%v", err)
		}
	})
}

// FuzzRetention parses arbitrary retention settings and parses what they print as
// again.
func FuzzRetention(f *testing.F) {
	f.Add("passed=7d failed=30d size=1GiB")
	f.Add("passed=90m")
	f.Add("size=1170000000000000000")
	f.Add("size=1023.9999TiB")
	f.Add("size=10000000T")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ParseRetention(text)
		if err != nil {
			return
		}
		if r.Passed < 0 || r.Failed < r.Passed || r.Size < 0 {
			t.Errorf("%q is %s", text, r)
		}
		if _, err := ParseRetention(r.String()); err != nil {
			t.Errorf("%q is written as %q, which cannot be read: %v", text, r, err)
		}
	})
}
