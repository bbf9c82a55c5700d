package handbook

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var quoted = regexp.MustCompile("`([^`]+)`")

// TestTheOverviewHasEveryPackage compares the table of ARCHITECTURE.md with the folders
// that hold Go.
func TestTheOverviewHasEveryPackage(t *testing.T) {
	const root = "../../.."
	page, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "## Overview\n")
	table, _, _ = strings.Cut(table, "\n## ")
	known := map[string]bool{"runner/gherkube": true} // it stands in the row of runner
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 {
			continue
		}
		dir := ""
		for _, name := range quoted.FindAllStringSubmatch(cells[1], -1) {
			dir = in(root, dir, strings.TrimSuffix(name[1], "/"))
			known[dir] = true
			if _, err := os.Stat(filepath.Join(root, dir)); err != nil {
				t.Errorf("the overview names %s: %v", name[1], err)
			}
		}
	}
	for dir := range packages(t, root) {
		if !known[dir] {
			t.Errorf("the overview has no row for %s", dir)
		}
	}
}

// in returns the path of a folder that a row names, some by their last elements: `a/b/c`, `d` means a/b/d.
func in(root, before, name string) string {
	for dir := path.Dir(before); before != "" && dir != "."; dir = path.Dir(dir) {
		if _, err := os.Stat(filepath.Join(root, dir, name)); err == nil {
			return path.Join(dir, name)
		}
	}
	return name
}

// packages returns the folders with Go files that are no tests, of the root module.
func packages(t *testing.T, root string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	if err := fs.WalkDir(os.DirFS(root), ".", func(name string, e fs.DirEntry, err error) error {
		base := path.Base(name)
		if err == nil && e.IsDir() && name != "." && (strings.HasPrefix(base, ".") || base == "testdata") {
			return fs.SkipDir
		}
		if err == nil && path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") && strings.Contains(name, "/") {
			found[path.Dir(name)] = true
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return found
}
