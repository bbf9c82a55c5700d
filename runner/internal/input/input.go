// Package input reports errors in the input of a run: a feature, a flag, a tag
// expression. It reports all errors at once, with file and line where they have
// them. The exit code is 3.
package input

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"
)

// Problem is one error in the input. File and Line are empty for errors on the
// command line.
type Problem struct {
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
	Text string `json:"text"`
}

// String returns the problem with file and line first, as editors and terminals
// expect them.
func (p Problem) String() string {
	switch {
	case p.File == "":
		return p.Text
	case p.Line == 0:
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	default:
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
	}
}

// At returns a problem in a line of a file; line 0 means the whole file.
func At(file string, line int, format string, args ...any) Problem {
	return Problem{File: file, Line: line, Text: fmt.Sprintf(format, args...)}
}

// Cause returns an error without the path that the standard library adds, because a
// Problem contains the path already.
func Cause(err error) error {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}

// Error is an error with all problems of an input.
type Error struct{ Problems []Problem }

// Error lists the problems, one per line, with advice on further lines.
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Errorf returns an Error with one problem without a file.
func Errorf(format string, args ...any) error {
	return &Error{[]Problem{{Text: fmt.Sprintf(format, args...)}}}
}

// Join returns an Error with the problems, sorted by file and line and without
// duplicates, or nil if there are none.
func Join(problems []Problem) error {
	if len(problems) == 0 {
		return nil
	}
	sort.SliceStable(problems, func(i, j int) bool {
		a, b := problems[i], problems[j]
		if a.File != b.File {
			return a.File < b.File
		}
		return a.Line < b.Line
	})
	return &Error{slices.Compact(problems)}
}

// Is reports whether an error is due to invalid input.
func Is(err error) bool {
	var wrong *Error
	return errors.As(err, &wrong)
}

// Merge joins the problems of several Errors. If one of errs is another kind of
// error, Merge returns that instead.
func Merge(errs ...error) error {
	var problems []Problem
	for _, err := range errs {
		var wrong *Error
		switch {
		case errors.As(err, &wrong):
			problems = append(problems, wrong.Problems...)
		case err != nil:
			return err
		}
	}
	return Join(problems)
}
