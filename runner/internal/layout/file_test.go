package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/gherkube/gherkube/runner/internal/input"
)

const untidy, tidy = "Feature: f\nScenario: s\n* a\n", "Feature: f\n\n  Scenario: s\n    * a\n"

func TestAFileKeepsItsModeAndItsLinks(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "x.feature"), filepath.Join(dir, "link.feature")
	if err := os.WriteFile(path, []byte(untidy), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("x.feature", link); err != nil {
		t.Fatal(err)
	}
	f, err := Read(link)
	if err != nil {
		t.Fatal(err)
	}
	if !f.Changed() || f.Line() != 2 {
		t.Errorf("changed %t, line %d", f.Changed(), f.Line())
	}
	if err := f.Write(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(path)
	if err != nil || info.Mode() != 0o640 {
		t.Errorf("mode %v (%v)", info.Mode(), err)
	}
	if to, err := os.Readlink(link); to != "x.feature" {
		t.Errorf("the link leads to %q (%v)", to, err)
	}
	if got, _ := os.ReadFile(path); string(got) != tidy {
		t.Errorf("got %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAFileThatChangesMeanwhileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.feature")
	if err := os.WriteFile(path, []byte(untidy), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("Feature: other\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(); err == nil || !strings.Contains(err.Error(), "changed while it was formatted") {
		t.Errorf("got %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "Feature: other\n" {
		t.Errorf("got %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A named pipe would block the command forever.
func TestOnlyRegularFilesAreRead(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "x.feature")
	if err := unix.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, t.TempDir(), filepath.Join(t.TempDir(), "none")} {
		if _, err := Read(path); !input.Is(err) || !strings.HasPrefix(err.Error(), path+": ") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestAFileThatMayNotBeWrittenStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.feature")
	if err := os.WriteFile(path, []byte(untidy), 0o444); err != nil {
		t.Fatal(err)
	}
	if file, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		_ = file.Close()
		t.Skip("root may write every file")
	}
	f, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Write(); err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("got %v", err)
	}
}
