package score

import (
	"io"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// view writes results in one format. It has no knowledge of its own: what it
// gets is clean, and holds nothing that its reader may not see.
type view func(w io.Writer, results []Result, style Style) error

// Format is one way to show results.
type Format struct {
	Name    string
	Meaning string // in a line, for whoever chooses
	Single  bool   // a file of it is of one submission
	reader  reader
	view    view
}

// reader is who reads a format.
type reader int

const (
	asked       reader = iota // whoever it is made for
	instructors               // a gradebook, or something that hides by itself
	students                  // something in their repositories
)

// Formats are those there are. A new one is a function and a line here.
var Formats = []Format{
	{"text", "for people: each criterion with expectation, observation, and since when", false, asked, text},
	{"json", "complete data, for programs", false, asked, asJSON},
	{"markdown", "summary of a CI job", false, asked, markdown},
	{"junit", "one test case per criterion, for CI systems", false, asked, asJUnit},
	{"csv", "gradebook: one row per submission, one column per criterion", false, instructors, gradebook},
	{"canvas", "gradebook for import into Canvas; student IDs are SIS login IDs", false, instructors, canvas},
	{"moodle", "gradebook for import into Moodle; student IDs are e-mail addresses or ID numbers", false, instructors, moodle},
	{"gradescope", "results.json of a Gradescope autograder, for one submission", true, instructors, gradescope},
	{"github-classroom", "input of GitHub Classroom's autograding reporter, for one submission", true, students, classroom},
}

// Names are the names of the formats.
func Names() []string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// Named is the format of a name that there is.
func Named(name string) Format {
	for _, f := range Formats {
		if f.Name == name {
			return f
		}
	}
	panic("no format " + name)
}

// Fits is an input.Error if the format cannot hold so many results, or is not
// for students and one of them is to read it.
func (f Format) Fits(results int, forStudent bool) error {
	switch {
	case f.Single && results != 1:
		return input.Errorf("--format %s: it is of one submission, and there are %d: make it of one record at a time", f.Name, results)
	case f.reader == instructors && forStudent:
		return input.Errorf("--for student --format %s: it shows what is hidden from students: ask for it without --for student", f.Name)
	}
	return nil
}

// alone is an input.Error if results that a student is to read are of several
// students: each would read of the others, and what their variants are.
func alone(results []Result) error {
	for i := range results {
		if one, other := results[0].who(), results[i].who(); one != other {
			return input.Errorf("--for student: there are results of %s and of %s: show those of one student at a time", one, other)
		}
	}
	return nil
}

// Style is who reads, when, and what the place can show.
type Style struct {
	Color bool
	// Student leaves out what students may not see at the Moment; the zero
	// value is for an instructor.
	Student bool
	Moment  Moment
	// Now, when it is set, has the policy in each result's basis say the moment.
	Now time.Time
}

// momentOf is the moment that counts for a result.
func (s Style) momentOf(r *Result) Moment {
	if s.Now.IsZero() || r.Basis == nil || r.Basis.Policy == nil {
		return s.Moment
	}
	return r.Basis.Policy.At(s.Now)
}

// Write writes results in the format.
func (f Format) Write(w io.Writer, results []Result, style Style) error {
	if err := f.Fits(len(results), style.Student); err != nil {
		return err
	}
	if style.Student {
		if err := alone(results); err != nil {
			return err
		}
	}
	var ready []Result
	for _, r := range results {
		if f.reader == students || f.reader == asked && style.Student {
			r = r.ForStudent(style.momentOf(&r))
		}
		ready = append(ready, cleaned(r))
	}
	return f.view(w, ready, style)
}
