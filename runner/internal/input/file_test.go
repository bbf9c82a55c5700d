package input_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
)

func TestOnlyRegularFilesAreRead(t *testing.T) {
	dir := t.TempDir()
	pipe, file := filepath.Join(dir, "pipe"), filepath.Join(dir, "file")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		pipe: "not a regular file", dir: "is a folder, not a file", "/dev/zero": "not a regular file",
		filepath.Join(dir, "none"): "no such file or directory",
	} {
		if _, err := input.ReadFile(path); err == nil || input.Cause(err).Error() != want {
			t.Errorf("%s: got %v, want %s", path, err, want)
		}
	}
	if content, err := input.ReadFile(file); err != nil || string(content) != "x" {
		t.Errorf("got %q, %v", content, err)
	}
}
