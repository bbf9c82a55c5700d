package page

import (
	"html/template"
	"io"
)

// Grades are the results of submissions, with what the reader may see.
type Grades struct {
	Language string // "en" or "ko"; empty means "en"
	Title    string
	Results  []Grade
	Class    *Class // nil for one student
}

// Grade is the result of one submission.
type Grade struct {
	Anchor  string
	Title   string
	Who     string
	State   string // how the result may be used
	Verdict string
	Score   string // empty without a score
	Share   string // of the points, in percent of a bar; empty without a score
	Facts   []Fact
	Remarks []string
	Tasks   []Task
	Folded  []Fact // long texts for the instructor
}

// Fact is a name and a value.
type Fact struct{ Name, Value string }

// Task is a task of a lab and its criteria.
type Task struct {
	Number   int
	Name     string
	Score    string
	Criteria []Criterion
}

// Criterion is a criterion and its result.
type Criterion struct {
	Verdict  string
	Name     string
	Score    string
	Sentence string
	Message  string
	Advice   string // the author's feedback, if there is any
	Evidence []string
}

// Class is the statistics of a class.
type Class struct {
	Bins     []Bin // of scores
	Items    []Item
	Graded   int
	Ungraded int
	Mean     string
}

// Bin is how many scores lie in a tenth of the points.
type Bin struct {
	Label, Height, Y, X string
	N                   int
}

// Item is how a criterion was met.
type Item struct {
	Name  string
	Met   string // how many met it
	Share string // in percent of a bar
	// Tells is the share of the better half that met it, minus that of the other half,
	// from -1 to 1. A criterion that tells nothing apart has 0.
	Tells string
}

// grades is the data of the template.
type grades struct {
	texts
	Grades
	CSS    template.CSS
	Policy string
}

// shownCriterion is a criterion as the template sees it.
type shownCriterion struct {
	texts
	Criterion
	Parts []part // of the message: expected, seen, since when
}

// Shown returns a criterion for the template.
func (t texts) Shown(c Criterion) shownCriterion {
	parts, _ := partsOf(c.Message, t)
	return shownCriterion{t, c, parts}
}

// WriteGrades writes a page of results. It has no script.
func WriteGrades(out io.Writer, g Grades) error {
	css, err := files.ReadFile("page.css")
	if err != nil {
		return err
	}
	made, err := template.New("page").ParseFS(files, "*.tmpl")
	if err != nil {
		return err
	}
	return made.ExecuteTemplate(out, "grades.tmpl", grades{In(g.Language), g, template.CSS(css), policyOf("'none'", css)}) //nolint:gosec // a file of this package
}
