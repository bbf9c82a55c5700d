package reader

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/planner"
)

// Load reads the lab in a folder. Its error is an input.Error with all problems.
func Load(dir string, v planner.Vocabulary) (*lab.Lab, error) { return LoadWith(dir, v, nil) }

// LoadWith reads a lab with unsaved texts of an editor in place of files, by path.
func LoadWith(dir string, v planner.Vocabulary, texts map[string][]byte) (*lab.Lab, error) {
	r := &reader{lab: &lab.Lab{Dir: filepath.Clean(dir)}, vocabulary: v, unsaved: texts}
	if !r.document() {
		return nil, input.Join(r.problems)
	}
	r.texts()
	r.submissions()
	r.starters()
	r.todos(lab.SolutionDir+"/"+scriptFile, todoComment)
	if r.variables() {
		r.sameForAll()
		r.features()
		r.submissionScripts()
	}
	if err := input.Join(unique(r.problems)); err != nil {
		return nil, err
	}
	return r.lab, nil
}

// reader collects a lab and its problems.
type reader struct {
	lab        *lab.Lab
	vocabulary planner.Vocabulary
	unsaved    map[string][]byte // in place of files, by path
	lines      lines
	problems   []input.Problem
}

func (r *reader) problem(file string, line int, format string, args ...any) {
	r.problems = append(r.problems, input.At(r.lab.Path(file), line, format, args...))
}

// in adds a problem of lab.yaml, at the line of the key at a path.
func (r *reader) in(path []any, format string, args ...any) {
	r.problem(lab.DocumentFile, r.lines.of(path...), format, args...)
}

// Find returns the folders of labs in the arguments, which name labs or folders of
// labs.
func Find(args []string) ([]string, error) {
	var dirs []string
	for _, arg := range args {
		found, err := find(arg)
		if err != nil {
			return nil, err
		}
		dirs = append(dirs, found...)
	}
	return dirs, nil
}

func find(arg string) ([]string, error) {
	if is(arg) {
		return []string{arg}, nil
	}
	entries, err := os.ReadDir(arg)
	if err != nil {
		return nil, input.Errorf("%s: no lab here: %v", arg, input.Cause(err))
	}
	var dirs []string
	for _, e := range entries {
		if dir := filepath.Join(arg, e.Name()); e.IsDir() && is(dir) {
			dirs = append(dirs, dir)
		}
	}
	if len(dirs) == 0 {
		return nil, input.Errorf("%s: no lab here: a lab is a folder with a %s", arg, lab.DocumentFile)
	}
	return dirs, nil
}

func is(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, lab.DocumentFile))
	return err == nil
}

// unique removes duplicate problems, such as those of several variants.
func unique(problems []input.Problem) []input.Problem {
	var all []input.Problem
	for _, p := range problems {
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}
