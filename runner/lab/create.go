package lab

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gherkube/gherkube/runner/input"
)

// template is a small lab that works, to be made another of.
//
//go:embed template
var template embed.FS

// templateID stands in it where the new lab's id will.
const templateID = "my-lab"

// Create writes a small lab that works into a new folder, which is called as
// the lab will be, for its author to change.
func Create(dir string) error {
	id := filepath.Base(filepath.Clean(dir))
	if !idRule.MatchString(id) {
		return input.Errorf("%s: a lab's folder is called in lower-case letters, digits and hyphens", dir)
	}
	if _, err := os.Stat(dir); err == nil {
		return input.Errorf("%s is there already", dir)
	}
	err := fs.WalkDir(template, "template", func(path string, entry fs.DirEntry, err error) error {
		to := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(path, "template")))
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return os.MkdirAll(to, 0o755)
		}
		content, err := template.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, bytes.ReplaceAll(content, []byte(templateID), []byte(id)), 0o644)
	})
	if err != nil {
		return fmt.Errorf("making lab %s: %w", id, err)
	}
	return nil
}
