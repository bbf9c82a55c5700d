package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/lab"
)

// builtIn returns the built-in labs.
func (l *Library) builtIn() []Entry {
	if l.Embedded == nil {
		return nil
	}
	found, _ := fs.Glob(l.Embedded, path.Join("*", lab.DocumentFile)) // the pattern is valid
	var all []Entry
	for _, document := range found {
		all = append(all, Entry{Name: path.Dir(document), Source: BuiltIn})
	}
	return all
}

// same reports whether a folder holds a built-in lab unchanged.
func (l *Library) same(builtIn, folder Entry) bool {
	if builtIn.Name != folder.Name || folder.Dir == "" {
		return false
	}
	one, oneErr := l.digest(builtIn.Name)
	other, otherErr := lab.DigestOf(os.DirFS(folder.Dir))
	return oneErr == nil && otherErr == nil && one == other
}

func (l *Library) digest(name string) (string, error) {
	files, err := fs.Sub(l.Embedded, name)
	if err != nil {
		return "", err
	}
	return lab.DigestOf(files)
}

// Folder returns the folder of a lab. It unpacks a built-in lab into the cache, below
// a folder named after the lab's content. So versions of gherkube do not disturb each
// other, and a copy that somebody has changed is replaced.
func (l *Library) Folder(e Entry) (string, error) {
	if e.Dir != "" {
		return e.Dir, nil
	}
	digest, err := l.digest(e.Name)
	if err != nil {
		return "", fmt.Errorf("built-in lab %s: %w", e.Name, err)
	}
	dir := filepath.Join(l.Cache, digest[:12], e.Name)
	if now, err := lab.DigestOf(os.DirFS(dir)); err == nil && now == digest {
		return dir, nil
	}
	if err := l.unpack(e.Name, dir); err != nil {
		return "", fmt.Errorf("unpacking built-in lab %s: %w", e.Name, err)
	}
	return dir, nil
}

// unpack writes a built-in lab to a new folder and renames that, so that no other
// process reads half a lab. If another process was faster, its copy is used.
func (l *Library) unpack(name, dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), ".unpacking-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	files, err := fs.Sub(l.Embedded, name)
	if err != nil {
		return err
	}
	whole := filepath.Join(fresh, name)
	if err := os.CopyFS(whole, files); err != nil {
		return err
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.Rename(whole, dir); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
