package feature

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Target is a feature file that the command line names, with the lines it is
// narrowed to; no lines means all of it.
type Target struct {
	Path  string
	Lines []int
}

var narrowed = regexp.MustCompile(`^(.+?)((?::\d+)+)$`)

// Find turns arguments (files, folders, file.feature:12) into feature files:
// in the order of the arguments, a folder's by name. A file that is named
// twice is there once. A folder's own testdata folders, and those whose names
// begin with a dot or an underscore, are left out, as Go's tools do.
func Find(args []string) ([]Target, []input.Problem) {
	var found targets
	for _, arg := range args {
		path, lines := split(arg)
		info, err := os.Stat(path)
		switch {
		case err != nil:
			found.problem(path, err)
		case info.IsDir():
			found.folder(path, lines)
		default:
			found.add(path, lines)
		}
	}
	return found.list, found.problems
}

// split takes the lines off an argument, unless it is the name of a file.
func split(arg string) (path string, lines []int) {
	parts := narrowed.FindStringSubmatch(arg)
	if parts == nil || exists(arg) {
		return arg, nil
	}
	for text := range strings.SplitSeq(parts[2][1:], ":") {
		line, err := strconv.Atoi(text)
		if err != nil {
			return arg, nil
		}
		lines = append(lines, line)
	}
	return parts[1], lines
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

type targets struct {
	list     []Target
	places   []string // where the files of the list really are
	problems []input.Problem
}

func (t *targets) problem(path string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		t.problems = append(t.problems, input.At(path, 0, "no such file or folder"))
		return
	}
	t.problems = append(t.problems, input.At(path, 0, "cannot be read: %v", input.Cause(err)))
}

// add adds a file, once by whatever paths it is reached.
func (t *targets) add(path string, lines []int) {
	place := placeOf(path)
	i := slices.Index(t.places, place)
	switch {
	case i < 0:
		t.list = append(t.list, Target{filepath.ToSlash(filepath.Clean(path)), lines})
		t.places = append(t.places, place)
	case len(t.list[i].Lines) == 0 || len(lines) == 0:
		t.list[i].Lines = nil
	default:
		t.list[i].Lines = append(t.list[i].Lines, lines...)
	}
}

// placeOf is where a path leads to, links followed.
func placeOf(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	return path
}

func (t *targets) folder(root string, lines []int) {
	if len(lines) > 0 {
		t.problems = append(t.problems, input.At(root, 0, "is a folder: only a feature file has lines"))
		return
	}
	w := &walker{targets: t, within: map[string]bool{}}
	before := len(t.problems)
	w.folder(root)
	if !w.any && before == len(t.problems) {
		t.problems = append(t.problems, input.At(root, 0, "there is no feature file in this folder"))
	}
}

// walker finds the features of a folder, behind links too: what is not found is
// not tested.
type walker struct {
	*targets
	within map[string]bool // the folders that it is in, by where they are: links may lead to each other
	any    bool
}

func (w *walker) folder(path string) {
	place := placeOf(path)
	if w.within[place] {
		return
	}
	w.within[place] = true
	defer delete(w.within, place)
	entries, err := os.ReadDir(path)
	if err != nil {
		w.problem(path, err)
		return
	}
	for _, entry := range entries {
		inside := filepath.Join(path, entry.Name())
		switch info, err := os.Stat(inside); {
		case err == nil && info.IsDir():
			if !leftOut(entry.Name()) && !leadsUp(place, placeOf(inside)) {
				w.folder(inside)
			}
		case isFeature(inside):
			w.any = true
			w.add(inside, nil)
		}
	}
}

// leadsUp reports whether a link in a folder leads to one that the folder is in.
func leadsUp(folder, target string) bool {
	return strings.HasPrefix(folder+string(filepath.Separator), target+string(filepath.Separator))
}

func isFeature(path string) bool { return strings.EqualFold(filepath.Ext(path), ".feature") }

func leftOut(folder string) bool {
	return folder == "testdata" || strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_")
}

// Read reads and parses a target. What render makes of the content is parsed;
// nil is the content itself.
func Read(t Target, newID func() string, render func([]byte) []byte) (*File, []input.Problem) {
	content, err := os.ReadFile(t.Path)
	if err != nil {
		return nil, []input.Problem{input.At(t.Path, 0, "cannot be read: %v", input.Cause(err))}
	}
	return ParseText(t.Path, content, newID, render)
}

// ParseText parses a text as Read does the content of a file.
func ParseText(uri string, content []byte, newID func() string, render func([]byte) []byte) (*File, []input.Problem) {
	content = bytes.TrimPrefix(content, byteOrderMark)
	if render != nil {
		content = render(content)
	}
	return Parse(uri, content, newID)
}

// byteOrderMark is what some editors put before a text; the parser takes it
// for the first letter of "Feature".
var byteOrderMark = []byte("\ufeff")
