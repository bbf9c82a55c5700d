package record

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/input"
)

// FuzzRead reads records: one that cannot be read is bad input.
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
