package console

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheHistoryKeepsTheLastLinesForItsOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "history")
	h := openHistory(path)
	for range remembered {
		h.add("old")
	}
	h.add("new")
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	h = openHistory(path)
	if len(h.lines) != remembered || h.lines[remembered-1] != "new" {
		t.Errorf("%d lines", len(h.lines))
	}
	h.add("newer")
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	info, statErr := os.Stat(path)
	if err != nil || statErr != nil || strings.Count(string(content), "\n") != remembered+1 || info.Mode().Perm() != 0o600 {
		t.Errorf("%d lines, %v, %v, %v", strings.Count(string(content), "\n"), info.Mode(), err, statErr)
	}
}

func TestAHistoryThatCannotBeKeptKeepsNobodyFromTyping(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	h := openHistory(filepath.Join(file, "history"))
	h.add("a line")
	if err := h.close(); err == nil || !strings.Contains(err.Error(), "keeping the history of the console") {
		t.Error(err)
	}
}
