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

// template is a small working lab to start from.
//
//go:embed template
var template embed.FS

const schemaName = "lab.schema.json"

// templateID is replaced with the new lab's ID in the template.
const templateID = "my-lab"

// Lab writes a small working lab into a new or empty folder, whose name becomes the
// lab's ID. On an error, it removes what it wrote.
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

// vacant returns the absolute path for a new lab, and the lab's ID.
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

// write creates the folder of a lab, and the schema beside it.
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

// beside writes the schema to where the lab refers to it, unless one exists.
func beside(dir string) error {
	path := filepath.Join(filepath.Dir(dir), schemaName)
	if _, err := os.Lstat(path); err == nil {
		return nil
	}
	if err := os.WriteFile(path, lab.Schema, 0o644); err != nil {
		return input.Errorf("the lab was created, but not the schema that editors check lab.yaml with: %v", err)
	}
	return nil
}
