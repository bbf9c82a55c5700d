package score

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/junit"
)

// asJUnit writes a suite for each submission and a case for each criterion.
// Points are properties, as the format has none.
func asJUnit(w io.Writer, results []Result, _ Style) error {
	suites := &junit.Suites{Name: "gherkube"}
	total := 0.0
	for _, r := range results {
		suite := r.suite()
		total += r.Finished.Sub(r.Started).Seconds()
		suites.Tests += suite.Tests
		suites.Failures += suite.Failures
		suites.Errors += suite.Errors
		suites.Suites = append(suites.Suites, suite)
	}
	suites.Time = fmt.Sprintf("%.3f", total)
	return suites.Write(w)
}

func (r *Result) suite() *junit.Suite {
	s := &junit.Suite{Name: r.suiteName(), Timestamp: junit.Time(r.Started), Output: strings.TrimSpace(r.Output + "\n" + r.Found), Complaint: r.complaint()}
	s.Time = junit.Seconds(r.Finished.Sub(r.Started))
	s.Properties = properties("lab", r.Lab, "student", r.Student, "submission", r.Submission, "state", string(r.State()),
		"points", r.raw(), "adjusted", r.adjusted(), "total", strconv.Itoa(r.Total),
		"passMark", strconv.Itoa(r.PassMark), "passed", r.pass(), "record", r.Record)
	s.Properties = append(s.Properties, r.visibleProperties()...)
	for _, c := range r.Criteria {
		s.Count(c.Verdict)
		s.Cases = append(s.Cases, c.junit(s.Name))
	}
	return s
}

// visibleProperties say what a student sees of the points, and how much is hidden.
func (r *Result) visibleProperties() []junit.Property {
	var all []junit.Property
	if visible, known := r.counted(); known && r.Withheld {
		all = properties("shownPoints", strconv.Itoa(visible.Points), "shownTotal", strconv.Itoa(visible.Total))
	}
	if r.Hidden > 0 {
		all = append(all, properties("hidden", strconv.Itoa(r.Hidden), "hiddenPoints", strconv.Itoa(r.HiddenPoints))...)
	}
	return all
}

// suiteName tells suites apart: readers of the format merge those of one name.
func (r *Result) suiteName() string {
	if r.who() == "" {
		return r.Lab
	}
	return r.Lab + "/" + r.who()
}

// complaint is what there is to say beside the criteria.
func (r *Result) complaint() string {
	lines := append([]string{}, r.Notes...)
	if r.Problem != "" {
		lines = append([]string{r.String()}, lines...)
	}
	return strings.Join(lines, "\n")
}

func (c Criterion) junit(class string) junit.Case {
	at := junit.Case{Class: class, Name: c.Name, Output: strings.Join(c.Evidence, "\n")}
	at.Properties = &junit.Properties{List: properties("task", strconv.Itoa(c.Task), "points", c.cell(),
		"total", strconv.Itoa(c.Points), "visibility", string(c.Visibility))}
	first, _, _ := strings.Cut(c.Message, "\n")
	at.Blame(c.Verdict, &junit.Fault{Message: first, Text: strings.TrimSpace(c.Sentence + "\n" + c.Message)})
	if c.Defect != "" && at.Error != nil {
		at.Error.Type = string(verdict.Defective)
	}
	return at
}

// properties are those of names and values in turn that have a value.
func properties(pairs ...string) []junit.Property {
	var list []junit.Property
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			list = append(list, junit.Property{Name: pairs[i], Value: pairs[i+1]})
		}
	}
	return list
}
