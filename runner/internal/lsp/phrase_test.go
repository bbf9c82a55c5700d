package lsp

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPhrasesInAnEditor defines phrases in another file than the document; the
// editor has a newer version of that file.
func TestPhrasesInAnEditor(t *testing.T) {
	dir := t.TempDir()
	words, calls := filepath.Join(dir, "words.feature"), filepath.Join(dir, "a", "x.feature")
	const phrase = "Feature: words\n  @phrase\n  Scenario: the shop \"<name>\" is open\n    * deployment \"<name>\" has rolled out\n"
	for file, content := range map[string]string{filepath.Join(dir, "go.mod"): "", words: phrase} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e := initialized(t, Options{})
	uri := "file://" + calls
	e.open(uri, "Feature: f\n  Scenario: s\n    Then within 5s the shop \"web\" is open\n    And within 5s the shop \"web\" is opened\n    And the sh\n")
	if got := e.errors(); !strings.Contains(got, "did you mean: within 5s the shop \"web\" is open") || strings.Contains(got, "2:") {
		t.Errorf("errors: %s", got)
	}
	if got := e.ask("textDocument/hover", at(uri, 2, 30)); !strings.Contains(got, `deployment \"\u003cname\u003e\" has rolled out`) || !strings.Contains(got, "words.feature:3") {
		t.Errorf("hover: %s", got)
	}
	if got := e.ask("textDocument/definition", at(uri, 2, 30)); !strings.Contains(got, `words.feature","range":{"start":{"line":2,"character":2}`) {
		t.Errorf("definition: %s", got)
	}
	if got := e.ask("textDocument/completion", at(uri, 4, 14)); !strings.Contains(got, `within 30s the shop \"\u003cname\u003e\" is open`) || !strings.Contains(got, `"detail":"phrases"`) {
		t.Errorf("completion: %.600s", got)
	}
	e.open("file://"+words, strings.Replace(phrase, "is open", "is opened", 1))
	e.errors()
	if got := e.ask("textDocument/definition", at(uri, 3, 30)); !strings.Contains(got, "words.feature") {
		t.Errorf("definition in a text that is not saved: %s", got)
	}
}
