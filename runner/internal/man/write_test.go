package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/cli"
)

func TestEachCommandHasAPageAndEachShellItsCompletion(t *testing.T) {
	folder := t.TempDir()
	if err := write(folder, cli.Command()); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"man/gherkube.1":            "Test Kubernetes clusters with Gherkin features",
		"man/gherkube-run.1":        "junit",
		"man/gherkube-image-pull.1": "GHERKUBE_IMAGES",
		"completions/gherkube.bash": "__start_gherkube",
		"completions/gherkube.zsh":  "#compdef gherkube",
		"completions/gherkube.fish": "complete -c gherkube",
	} {
		content, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !strings.Contains(string(content), want) {
			t.Errorf("%s lacks %q: %v", name, want, err)
		}
	}
}

func TestWritingWhereNothingCanBeWrittenFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := write(file, cli.Command()); err == nil {
		t.Error("it says nothing")
	}
}
