// Package library finds labs by name. A lab is built into the command, in a folder
// of labs that the user keeps, or in the folder labs of the working folder.
//
// An argument with a path separator names a folder, and nothing else. Any other
// argument is a name, which every source may have. Two labs of one name are
// refused, with both places, unless they are the same lab.
package library

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/steps/spelling"
)

// Variable is the environment variable that lists the user's folders of labs,
// separated like those of PATH.
const Variable = "GHERKUBE_LABS"

// Here is the folder of labs in the working folder.
const Here = "labs"

// BuiltIn is the source of the labs that come with the command. As a prefix
// ("builtin:worker-kubelet") it selects one of them.
const BuiltIn = "builtin"

// Library is the labs that can be named. The zero value has no labs.
type Library struct {
	// Embedded holds the built-in labs, one folder each.
	Embedded fs.FS
	// Cache is the folder into which built-in labs are unpacked.
	Cache string
	// Folders are the user's folders of labs, or of a single lab.
	Folders []string
}

// Entry is one lab of the library.
type Entry struct {
	Name   string
	Source string // BuiltIn, or the folder that holds the lab's folder
	Dir    string // the lab's folder; empty for a built-in lab, which Unpack unpacks
}

// FromEnvironment returns the library of this process: the built-in labs, the
// folders of Variable, and Here if it exists.
func FromEnvironment(embedded fs.FS, cache string) *Library {
	l := &Library{Embedded: embedded, Cache: cache}
	for _, folder := range filepath.SplitList(os.Getenv(Variable)) {
		if folder != "" {
			l.Folders = append(l.Folders, folder)
		}
	}
	if info, err := os.Stat(Here); err == nil && info.IsDir() {
		l.Folders = append(l.Folders, Here)
	}
	return l
}

// All returns all labs, sorted by name. A built-in lab that a folder holds unchanged
// is listed once, with the folder. A folder that holds no lab is an error, unless it
// is Here.
func (l *Library) All() ([]Entry, error) {
	var all []Entry
	var problems []error
	for _, folder := range l.Folders {
		found := inFolder(folder)
		if len(found) == 0 && folder != Here {
			problems = append(problems, input.Errorf("%s: %s: no lab here: a lab is a folder with a %s", Variable, folder, lab.DocumentFile))
		}
		all = append(all, found...)
	}
	for _, e := range l.builtIn() {
		if !slices.ContainsFunc(all, func(other Entry) bool { return l.same(e, other) }) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	return distinct(all), input.Merge(problems...)
}

// Find returns the lab that an argument names.
func (l *Library) Find(arg string) (Entry, error) {
	if name, ok := strings.CutPrefix(arg, BuiltIn+":"); ok {
		return l.findBuiltIn(name)
	}
	if IsPath(arg) {
		return OfFolder(arg), nil
	}
	all, err := l.All()
	if isLab(arg) {
		all = distinct(append(all, OfFolder(arg)))
	}
	found := slices.DeleteFunc(slices.Clone(all), func(e Entry) bool { return e.Name != arg })
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return Entry{}, ambiguous(arg, found)
	case err != nil:
		return Entry{}, err
	}
	return Entry{}, unknown(arg, all)
}

// IsPath reports whether an argument names a folder and not a lab.
func IsPath(arg string) bool {
	return strings.ContainsRune(arg, filepath.Separator) || strings.Contains(arg, "/") || arg == "." || arg == ".."
}

func (l *Library) findBuiltIn(name string) (Entry, error) {
	all := l.builtIn()
	for _, e := range all {
		if e.Name == name {
			return e, nil
		}
	}
	return Entry{}, unknown(BuiltIn+":"+name, all)
}

// ambiguous names both places of a lab, as they can be typed.
func ambiguous(name string, found []Entry) error {
	var places []string
	for _, e := range found {
		places = append(places, e.Place())
	}
	return input.Errorf("%s is the name of %d different labs; name one of %s", name, len(found), strings.Join(places, ", "))
}

// Place returns an argument that names this lab and no other.
func (e Entry) Place() string {
	switch {
	case e.Dir == "":
		return BuiltIn + ":" + e.Name
	case IsPath(e.Dir):
		return filepath.ToSlash(e.Dir)
	}
	return "./" + e.Dir
}

func unknown(arg string, all []Entry) error {
	var names []string
	for _, e := range all {
		names = append(names, e.Name)
	}
	_, name, prefixed := strings.Cut(arg, ":")
	if !prefixed {
		name = arg
	}
	if meant := spelling.Nearest(name, names); meant != "" {
		return input.Errorf("no lab %q; did you mean %s? (gherkube lab list)", arg, meant)
	}
	return input.Errorf("no lab %q: it is neither a name (gherkube lab list) nor a folder with a %s", arg, lab.DocumentFile)
}
