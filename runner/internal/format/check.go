package format

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Check returns an input.Error that names the files that cannot be written. It changes
// nothing.
func Check(specs []Spec) error {
	var errs []error
	for _, spec := range specs {
		if spec.File == "" {
			continue
		}
		if err := writable(spec.File); err != nil {
			errs = append(errs, input.Errorf("--format %s:%s: %v", spec.Name, spec.File, err))
		}
	}
	return input.Merge(errs...)
}

func writable(path string) error {
	target, direct := resolve(path)
	if direct {
		return nil
	}
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return errors.New("it is a folder: name a file")
	case err == nil:
		return unix.Access(target, unix.W_OK)
	case !errors.Is(err, fs.ErrNotExist):
		return input.Cause(err)
	}
	dir := filepath.Dir(target)
	shown := dir
	if abs, err := filepath.Abs(path); err == nil && abs == target { // no link: as the user wrote it
		shown = filepath.Dir(path)
	}
	if _, err := os.Stat(dir); err != nil {
		return fmt.Errorf("folder %s: %w", shown, input.Cause(err))
	}
	if err := unix.Access(dir, unix.W_OK|unix.X_OK); err != nil {
		return fmt.Errorf("folder %s: %w", shown, err)
	}
	return nil
}

// maxLinks is how many links a path may have, as in the kernel.
const maxLinks = 40

// resolve returns the absolute path of a file without links, whether it exists or not.
// A file that is not a regular one, or that is a file descriptor of this process, is
// written directly.
func resolve(path string) (target string, direct bool) {
	target, err := filepath.Abs(path)
	if err != nil {
		return path, false
	}
	for range maxLinks {
		if dir, err := filepath.EvalSymlinks(filepath.Dir(target)); err == nil {
			target = filepath.Join(dir, filepath.Base(target))
		}
		if strings.HasPrefix(target, "/proc/") || strings.HasPrefix(target, "/dev/fd/") {
			return target, true
		}
		link, err := os.Readlink(target)
		if err != nil {
			break
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(filepath.Dir(target), link)
		}
		target = filepath.Clean(link)
	}
	info, err := os.Stat(target)
	return target, err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// same reports whether two paths are of one file.
func same(one, other string) bool {
	one, _ = resolve(one)
	other, _ = resolve(other)
	if one == other {
		return true
	}
	first, firstErr := os.Stat(one)
	second, secondErr := os.Stat(other)
	return firstErr == nil && secondErr == nil && os.SameFile(first, second)
}

// Input is a file or a folder that a report must not change.
type Input struct {
	Name string // what it is
	Path string
}

// Apart returns an input.Error for the files that would replace an input, or that lie
// in one that is a folder.
func Apart(specs []Spec, inputs ...Input) error {
	var errs []error
	for _, spec := range specs {
		if spec.File == "" {
			continue
		}
		for _, in := range inputs {
			if in.Path != "" && In(spec.File, in.Path) {
				errs = append(errs, input.Errorf("--format %s:%s: it would change %s: name another file", spec.Name, spec.File, in.Name))
				break
			}
		}
	}
	return input.Merge(errs...)
}

// In reports whether a path lies in a folder, or is the folder or file itself.
func In(path, dir string) bool {
	if same(path, dir) {
		return true
	}
	path, _ = resolve(path)
	dir, _ = resolve(dir)
	below, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(below)
}
