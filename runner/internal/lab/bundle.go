package lab

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// handIn is the file of a bundle that explains how to submit.
const handIn = "HAND-IN.md"

const handInText = `# How to hand in

Put your work into the folder submission/ and push it:

- submission/solve.sh, a bash script that fixes the cluster, or manifests, which are applied in the order of their names
- submission/answers/NAME for each answer that the task asks for

Regular files only, 200 at most and 4 MiB of them. Your result comes back after the next grading.
`

// Bundle writes the part of the lab that students get into an empty folder: the
// text, and how to submit. It copies only listed files, so setup, checks, hints,
// solutions and expected scores cannot leak.
func (l *Lab) Bundle(dir, student string) error {
	if student == "" {
		if err := l.sameForAll(); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("creating the bundle's folder: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("looking into the bundle's folder: %w", err)
	}
	if len(entries) > 0 {
		return input.Errorf("%s is not empty: name another folder", dir)
	}
	files := map[string]string{handIn: handInText}
	for _, t := range l.Texts {
		files[t.File] = l.Filling(student)(t.Content)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(files[name]), 0o644); err != nil {
			return fmt.Errorf("writing the bundle: %w", err)
		}
	}
	return nil
}

// sameForAll returns an input.Error if the text differs between students.
func (l *Lab) sameForAll() error {
	for _, name := range slices.Sorted(maps.Keys(l.Variables)) {
		for _, t := range l.Texts {
			if strings.Contains(t.Content, "${"+name+"}") {
				return input.Errorf("the text of lab %s differs from student to student (${%s} in %s): give --student", l.ID, name, t.File)
			}
		}
	}
	return nil
}
