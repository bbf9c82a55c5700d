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

// handIn is the file of a bundle that says how work is handed in.
const handIn = "HAND-IN.md"

const handInText = `# How to hand in

Put your work into the folder submission/ and push it:

- submission/solve.sh, a bash script that fixes the cluster, or manifests, which are applied in the order of their names
- submission/answers/NAME for each answer that the task asks for

Regular files only, 200 at most and 4 MiB of them. Your result comes back after the next grading.
`

// Bundle writes what a student gets of the lab into an empty folder: its text,
// and how to hand in. It is a list of what may go out, so nothing else of the
// lab can: no setup, check, hint, solution or expected score.
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

// sameForAll is an input.Error if the text differs from student to student.
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
