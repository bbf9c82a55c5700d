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

// Target is a feature file from the command line, with the selected lines. No lines
// means the whole file.
type Target struct {
	Path  string
	Lines []int
}

var narrowed = regexp.MustCompile(`^(.+?)((?::\d+)+)$`)

// Find returns the feature files of arguments (files, folders, file.feature:12): in
// the order of the arguments, those of a folder by name. Duplicates are dropped.
// Folders named testdata, or with a leading dot or underscore, are skipped below a
// folder, as Go's tools do.
func Find(args []string) ([]Target, []input.Problem) {
	var found targets
	for _, arg := range args {
		if strings.TrimSpace(arg) == "" {
			found.problems = append(found.problems, input.At("", 0, "%q names no file or folder: an argument is empty", arg))
			continue
		}
		path, lines := split(arg)
		info, err := os.Stat(path)
		switch {
		case err != nil:
			found.problem(path, err)
		case info.IsDir():
			found.folder(path, lines)
		case !info.Mode().IsRegular():
			found.irregular(path)
		default:
			found.add(path, lines)
		}
	}
	return found.list, found.problems
}

// split separates the lines from an argument, unless the whole argument is the name
// of a file.
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
	places   []string // the resolved paths of the listed files
	problems []input.Problem
}

func (t *targets) problem(path string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		t.problems = append(t.problems, input.At(path, 0, "no such file or folder"))
		return
	}
	t.problems = append(t.problems, input.At(path, 0, "cannot be read: %v", input.Cause(err)))
}

// irregular reports a named pipe, a socket or a device, which reading may never end.
func (t *targets) irregular(path string) {
	t.problems = append(t.problems, input.At(path, 0, "not a regular file"))
}

// add adds a file, once for all paths that lead to it.
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

// placeOf returns a path with symbolic links resolved.
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

// walker finds the features in a folder. It follows symbolic links, because a
// feature that is not found is not tested.
type walker struct {
	*targets
	within map[string]bool // the resolved paths of the enclosing folders, since links may form cycles
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
			if err == nil && !info.Mode().IsRegular() {
				w.irregular(inside)
				continue
			}
			w.add(inside, nil)
		}
	}
}

// leadsUp reports whether a link in a folder leads to one of the folder's parents.
func leadsUp(folder, target string) bool {
	return strings.HasPrefix(folder+string(filepath.Separator), target+string(filepath.Separator))
}

func isFeature(path string) bool { return strings.EqualFold(filepath.Ext(path), ".feature") }

func leftOut(folder string) bool {
	return folder == "testdata" || strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_")
}

// Read reads and parses a target. It parses the output of render; if render is nil,
// the content itself.
func Read(t Target, newID func() string, render func([]byte) []byte) (*File, []input.Problem) {
	content, err := input.ReadFile(t.Path)
	if err != nil {
		return nil, []input.Problem{input.At(t.Path, 0, "cannot be read: %v", input.Cause(err))}
	}
	return ParseText(t.Path, content, newID, render)
}

// ParseText parses a text as Read parses the content of a file.
func ParseText(uri string, content []byte, newID func() string, render func([]byte) []byte) (*File, []input.Problem) {
	content = bytes.TrimPrefix(content, byteOrderMark)
	if render != nil {
		content = render(content)
	}
	return Parse(uri, content, newID)
}

// byteOrderMark is written by some editors at the beginning of a file. The parser
// would read it as the first letter of "Feature".
var byteOrderMark = []byte("\ufeff")
