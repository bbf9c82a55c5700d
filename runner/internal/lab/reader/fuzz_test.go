package reader_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

func FuzzDocument(f *testing.F) {
	content, err := os.ReadFile(filepath.Join(good, "lab.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(content))
	f.Add("tasks: [&a {title: *a}]\n")
	f.Fuzz(func(t *testing.T, document string) {
		dir := filepath.Join(t.TempDir(), "broken-web")
		if err := os.CopyFS(dir, os.DirFS(good)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "lab.yaml"), []byte(document), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := reader.Load(dir, &steps.Vocabulary{}); err != nil && !input.Is(err) {
			t.Fatalf("%v is no input.Error", err)
		}
	})
}
