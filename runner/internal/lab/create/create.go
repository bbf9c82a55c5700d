package create

import (
	"bytes"
	"embed"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// template is a small lab that works, to be made another of.
//
//go:embed template
var template embed.FS

const schemaName = "lab.schema.json"

// templateID stands in it where the new lab's id will.
const templateID = "my-lab"

// Lab writes a small lab that works into a new or empty folder, which is
// called as the lab will be, for its author to change. What it could not finish
// it takes away.
func Lab(dir string) error {
	at, id, err := vacant(dir)
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	err = fs.WalkDir(template, "template", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := template.ReadFile(path)
		files[strings.TrimPrefix(path, "template/")] = bytes.ReplaceAll(content, []byte(templateID), []byte(id))
		return err
	})
	if err != nil {
		return err
	}
	return write(at, files)
}

// vacant is the whole path of a folder in which a lab can be made, and the
// lab's id.
func vacant(dir string) (at, id string, err error) {
	at, err = filepath.Abs(dir) // "." has a name, too
	if err != nil {
		return "", "", input.Errorf("%v", err)
	}
	id = filepath.Base(at)
	if dir == "" || !lab.ValidID(id) {
		return "", "", input.Errorf("%q: a lab's folder is called in lower-case letters, digits and hyphens", dir)
	}
	entries, err := os.ReadDir(at)
	switch {
	case len(entries) > 0:
		return "", "", input.Errorf("%s is there already, and not empty: give a new folder", dir)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return "", "", input.Errorf("%v", err)
	}
	return at, id, nil
}

// write makes the folder of a lab, and the schema beside it.
func write(at string, files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(at, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if err == nil {
			err = os.WriteFile(path, files[name], 0o644)
		}
		if err != nil {
			return input.Errorf("%v", errors.Join(err, os.RemoveAll(at)))
		}
	}
	return beside(at)
}

// beside lays the schema where the lab looks for it, unless one is there.
func beside(dir string) error {
	path := filepath.Join(filepath.Dir(dir), schemaName)
	if _, err := os.Lstat(path); err == nil {
		return nil
	}
	if err := os.WriteFile(path, lab.Schema, 0o644); err != nil {
		return input.Errorf("the lab is there, and the schema that editors know its keys by is not: %v", err)
	}
	return nil
}
