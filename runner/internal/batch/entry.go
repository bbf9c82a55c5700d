package batch

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// Entry is one submission of a class.
type Entry struct {
	ID      string `json:"id"`                // the name of its folder
	Student string `json:"student,omitempty"` // whose variant of the lab applies
	Dir     string `json:"dir"`
	// Submitted is the time of submission, if the instructor's policy sets it.
	Submitted time.Time `json:"submitted,omitzero"`
	// Problem is the text of an input.Error that was found before the submission is
	// read.
	Problem string `json:"problem,omitempty"`
}

// Find finds submissions: each entry of a single folder, or the matches of several
// names and patterns. With a roster, each submission belongs to a student; without
// one, the student ID defaults to the name of the folder. An entry's Problem
// reports an error in one submission; Find's error concerns all of them.
func Find(names []string, roster *Roster) ([]Entry, error) {
	dirs, err := folders(names, roster)
	if err != nil {
		return nil, err
	}
	var all []Entry
	for _, dir := range dirs {
		e, err := entry(dir)
		if err != nil {
			return nil, err
		}
		roster.own(&e)
		all = append(all, e)
	}
	return all, twice(all)
}

// Single returns the entry of one submission. If student is "", the roster or the
// folder's name decides, as in a class.
func Single(dir, student string, roster *Roster) (Entry, error) {
	e, err := entry(dir)
	if err != nil {
		return e, err
	}
	e.Problem = "" // the instructor named this folder, so its problems are reported when it is read
	if student != "" {
		e.Student = lab.StudentID(student)
		return e, nil
	}
	roster.own(&e)
	if e.Problem != "" {
		return e, input.Errorf("%s", e.Problem)
	}
	return e, nil
}

func entry(dir string) (Entry, error) {
	whole, err := filepath.Abs(dir)
	if err != nil {
		return Entry{}, fmt.Errorf("the folder of %s: %w", dir, err)
	}
	e := Entry{ID: grading.Shown(filepath.Base(whole)), Dir: whole}
	info, err := os.Lstat(whole)
	switch {
	case err == nil && info.Mode()&fs.ModeSymlink != 0:
		e.Problem = problem(whole, "is a symbolic link: a submission is a folder of its own")
	case err == nil && !info.IsDir():
		e.Problem = problem(whole, "is a file: a submission is a folder")
	case e.ID != filepath.Base(whole):
		e.Problem = problem(whole, "the name is not UTF-8, or has characters that cannot be shown")
	}
	return e, nil
}

// Now returns recorded entries with the problems that their folders have now: a file
// or a link may have become a folder since, or the reverse.
func Now(recorded []Entry) ([]Entry, error) {
	var all []Entry
	for _, e := range recorded {
		now, err := entry(e.Dir)
		if err != nil {
			return nil, err
		}
		if e.Problem = now.Problem; e.Problem == "" && e.Student == "" {
			e.Problem = problem(e.Dir, fmt.Sprintf("belongs to nobody: the roster had no line for %q; grade it with a roster that has one", e.ID))
		}
		all = append(all, e)
	}
	return all, nil
}

func problem(dir, text string) string {
	return input.At(grading.Shown(filepath.ToSlash(near(dir))), 0, "%s", text).String()
}

// near returns the path of a folder for messages, relative to the working directory
// if the folder is below it.
func near(dir string) string {
	here, err := os.Getwd()
	if err != nil {
		return dir
	}
	if short, err := filepath.Rel(here, dir); err == nil && filepath.IsLocal(short) {
		return short
	}
	return dir
}

// folders returns the submissions that names and patterns match, in order.
func folders(names []string, roster *Roster) ([]string, error) {
	if len(names) == 1 && !isPattern(names[0]) {
		return within(names[0], roster)
	}
	var all []string
	for _, name := range names {
		if !isPattern(name) {
			all = append(all, name)
			continue
		}
		matches, err := filepath.Glob(name)
		if err != nil {
			return nil, input.Errorf("--submissions %s: %v", name, err)
		}
		matches = slices.DeleteFunc(matches, func(match string) bool { return leftOut(match, roster) })
		if len(matches) == 0 {
			return nil, input.Errorf("--submissions %s: it matches no file or folder", name)
		}
		all = append(all, matches...)
	}
	return all, nil
}

// isPattern reports whether a name is a pattern. The name of an existing folder is
// not.
func isPattern(name string) bool {
	_, err := os.Lstat(name)
	return err != nil && strings.ContainsAny(name, `*?[`)
}

// within returns the submissions in a folder.
func within(dir string, roster *Roster) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, input.Errorf("--submissions: %v", err)
	}
	var all []string
	for _, e := range entries {
		if e.Name() == grading.Script && e.Type().IsRegular() {
			return nil, input.Errorf("--submissions %s: it is a submission itself, as it has a %s; name the folder that holds them all, or say --submission", dir, grading.Script)
		}
		if at := filepath.Join(dir, e.Name()); !leftOut(at, roster) {
			all = append(all, at)
		}
	}
	if len(all) == 0 {
		return nil, input.Errorf("--submissions %s: the folder is empty", dir)
	}
	return all, nil
}

// leftOut reports whether a path is not a submission: hidden files and the roster
// are not.
func leftOut(path string, roster *Roster) bool {
	return strings.HasPrefix(filepath.Base(path), ".") || roster.is(path)
}

// twice returns an error for submissions with the same ID or student.
func twice(all []Entry) error {
	var problems []input.Problem
	first := map[string]string{}
	for _, e := range all {
		if other, taken := first[e.ID]; taken {
			problems = append(problems, input.Problem{Text: fmt.Sprintf("two submissions are called %q: %s and %s", e.ID, near(other), near(e.Dir))})
			continue
		}
		first[e.ID] = e.Dir
	}
	return input.Join(problems)
}
