package score

import (
	"io"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// view writes results in one format. Its input is cleaned, and holds only what the
// reader may see.
type view func(w io.Writer, results []Result, style Style) error

// Format is a format for results.
type Format struct {
	Name    string
	Meaning string // one line of help
	Single  bool   // a file in this format holds one submission
	reader  reader
	view    view
}

// reader is the audience of a format.
type reader int

const (
	asked       reader = iota // whoever the results are made for
	instructors               // for gradebooks, and systems that hide criteria themselves
	students                  // for output that ends up in students' repositories
)

// Formats lists all formats. A new one needs a function and a line here.
var Formats = []Format{
	{"text", "for people: each criterion with expectation, observation, and since when; of several submissions, a table, and in a file also the details", false, asked, text},
	{"json", "complete data, for programs", false, asked, asJSON},
	{"markdown", "summary of a CI job", false, asked, markdown},
	{"html", "a page: points by task and criterion; of a class, also its distribution and its criteria", false, asked, asHTML},
	{"junit", "one test case per criterion, for CI systems", false, asked, asJUnit},
	{"csv", "gradebook: one row per submission, one column per criterion", false, instructors, gradebook},
	{"canvas", "gradebook for import into Canvas; student IDs are SIS login IDs", false, instructors, canvas},
	{"moodle", "gradebook for import into Moodle; student IDs are e-mail addresses or ID numbers", false, instructors, moodle},
	{"gradescope", "results.json of a Gradescope autograder, for one submission", true, instructors, gradescope},
	{"github-classroom", "input of GitHub Classroom's autograding reporter, for one submission", true, students, classroom},
}

// Names returns the names of all formats.
func Names() []string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// Named returns the format with an existing name.
func Named(name string) Format {
	for _, f := range Formats {
		if f.Name == name {
			return f
		}
	}
	panic("no format " + name)
}

// Fits returns an input.Error if the format cannot hold so many results, or if it
// is for instructors and a student will read it.
func (f Format) Fits(results int, forStudent bool) error {
	switch {
	case f.Single && results != 1:
		return input.Errorf("--format %s: it is of one submission, and there are %d: make it of one record at a time", f.Name, results)
	case f.reader == instructors && forStudent:
		return input.Errorf("--for student --format %s: it shows what is hidden from students: ask for it without --for student", f.Name)
	}
	return nil
}

// alone returns an input.Error if results for a student are of several students:
// each would see the others' results and variants.
func alone(results []Result) error {
	for i := range results {
		if one, other := results[0].who(), results[i].who(); one != other {
			return input.Errorf("--for student: there are results of %s and of %s: show those of one student at a time", one, other)
		}
	}
	return nil
}

// Style describes the reader, the time of reading, and what the destination can
// display.
type Style struct {
	Color bool
	// Language is the language of results and of their feedback: "en" or "ko", or empty
	// for that of most criteria.
	Language string
	// Complete adds the details of each result to the table of several.
	Complete bool
	// Width is the number of columns of the terminal, or 0 for no limit. On a terminal,
	// the text is shortened to what fits, and names the command that shows all.
	Width int
	// Student leaves out what students may not see at the Moment. The zero value is
	// for an instructor.
	Student bool
	Moment  Moment
	// Now, if set, replaces Moment: each result's recorded policy decides which
	// criteria are visible at that time.
	Now time.Time
}

// room returns the columns that are left of an indented text.
func (s Style) room(indent int) int {
	if s.Width == 0 {
		return 0
	}
	return max(1, s.Width-indent)
}

// momentOf returns the moment that applies to a result.
func (s Style) momentOf(r *Result) Moment {
	if s.Now.IsZero() || r.Basis == nil || r.Basis.Policy == nil {
		return s.Moment
	}
	return r.Basis.Policy.At(s.Now)
}

// advise chooses the language of the feedback.
func advise(results []Result, language string) {
	for _, r := range results {
		for i := range r.Criteria {
			r.Criteria[i].advice = r.Criteria[i].Feedback.In(language)
		}
	}
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
	style.Language = LanguageOf(ready, style.Language)
	advise(ready, style.Language)
	return f.view(w, ready, style)
}
