package grading_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// with returns the folder of a submission that do has changed.
func with(t *testing.T, do func(dir string) error) string {
	t.Helper()
	dir := handedIn(t, map[string]string{"solve.sh": "x"})
	err := do(dir)
	if errors.Is(err, unix.EPERM) {
		t.Skipf("not allowed here: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestWhatIsWrongWithASubmission(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	in := filepath.Join
	rows := map[string]struct {
		dir  func(*testing.T) string
		want string
	}{
		"not there": {func(*testing.T) string { return "missing" }, "missing: cannot be read: no such file or directory"},
		"a file":    {func(*testing.T) string { return outside }, "outside: is a file: a submission is a folder"},
		"empty":     {func(t *testing.T) string { return handedIn(t, nil) }, "ada: is empty"},
		"folders only": {func(t *testing.T) string {
			return with(t, func(dir string) error {
				return errors.Join(os.Remove(in(dir, "solve.sh")), os.Mkdir(in(dir, "x"), 0o755))
			})
		}, "ada: is empty"},
		"huge": {func(t *testing.T) string {
			return with(t, func(dir string) error { return os.Truncate(in(dir, "solve.sh"), 1<<40) })
		}, "solve.sh: makes the submission larger than 4 MiB"},
		"huge together": {func(t *testing.T) string {
			return handedIn(t, map[string]string{"a": strings.Repeat("x", 3<<20), "b": strings.Repeat("x", 2<<20)})
		}, "b: makes the submission larger than 4 MiB"},
		"many files": {func(t *testing.T) string {
			files := map[string]string{}
			for i := range 201 {
				files[fmt.Sprintf("%d/f", i%3)+fmt.Sprint(i)] = "x"
			}
			return handedIn(t, files)
		}, "is one more than 200 files and folders"},
		"deep": {func(t *testing.T) string {
			return handedIn(t, map[string]string{strings.Repeat("d/", 12) + "f": "x"})
		}, "d/d/d: is more than 10 folders deep"},
		"a link out": {func(t *testing.T) string {
			return with(t, func(dir string) error { return os.Symlink(outside, in(dir, "key")) })
		}, "key: is a symbolic link"},
		"a link to a folder": {func(t *testing.T) string {
			return with(t, func(dir string) error { return os.Symlink("/etc", in(dir, "answers")) })
		}, "answers: is a symbolic link"},
		"a hard link": {func(t *testing.T) string {
			return with(t, func(dir string) error { return os.Link(outside, in(dir, "key")) })
		}, "key: is a hard link"},
		"a pipe": {func(t *testing.T) string {
			return with(t, func(dir string) error { return unix.Mkfifo(in(dir, "pipe"), 0o644) })
		}, "pipe: is a pipe"},
		"a device": {func(t *testing.T) string {
			return with(t, func(dir string) error {
				return unix.Mknod(in(dir, "zero"), unix.S_IFCHR|0o644, int(unix.Mkdev(1, 5)))
			})
		}, "zero: is a device"},
		"unreadable": {func(t *testing.T) string {
			asAnybody(t)
			return with(t, func(dir string) error { return os.Chmod(in(dir, "solve.sh"), 0) })
		}, "solve.sh: cannot be read: permission denied"},
		"text that is not UTF-8": {func(t *testing.T) string {
			return handedIn(t, map[string]string{"solve.sh": "echo\n# caf\xe9\n"})
		}, "solve.sh:2: is not UTF-8"},
		"an answer in UTF-16": {func(t *testing.T) string {
			return handedIn(t, map[string]string{"answers/pods": "\xff\xfep\x00"})
		}, "answers/pods:1: is not UTF-8"},
		"a name that is not UTF-8": {func(t *testing.T) string {
			return handedIn(t, map[string]string{"\xff": "x"})
		}, `ada/\xff: the name is not UTF-8`},
		"a name that speaks to the terminal": {func(t *testing.T) string {
			return handedIn(t, map[string]string{"\x1b[2J": "x"})
		}, `ada/\x1b[2J: the name has characters that cannot be shown`},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			if _, err := grading.ReadSubmission(row.dir(t)); !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q, got %v", row.want, err)
			}
		})
	}
}

func TestHistoryIsNotHandedIn(t *testing.T) {
	files := map[string]string{"solve.sh": "x", "answers/raw.bin": "\xff"}
	for i := range 300 {
		files[fmt.Sprintf(".git/objects/%d", i)] = "\xff"
	}
	got, err := grading.ReadSubmission(handedIn(t, files))
	if err != nil || len(got.Files) != 2 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestASubmissionIsCalledAsItsFolder(t *testing.T) {
	t.Chdir(handedIn(t, map[string]string{"solve.sh": "x"}))
	if got, err := grading.ReadSubmission("."); err != nil || got.ID != "ada" {
		t.Errorf("got %+v, %v", got, err)
	}
}
