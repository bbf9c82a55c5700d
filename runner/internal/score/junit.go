package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/junit"
)

// asJUnit writes a case for each criterion of each submission. The format has no
// points: the points of a submission are properties of the suite, and the output of
// a case begins with those of its criterion.
func asJUnit(w io.Writer, results []Result, _ Style) error {
	if len(results) == 1 {
		return results[0].suite().Write(w)
	}
	class, took := &junit.Suite{Name: "gherkube"}, time.Duration(0)
	for _, r := range results {
		one := r.suite()
		took += r.Finished.Sub(r.Started)
		class.Tests, class.Failures, class.Errors = class.Tests+one.Tests, class.Failures+one.Failures, class.Errors+one.Errors
		class.Cases = append(class.Cases, one.Cases...)
		for _, p := range one.Properties {
			class.Properties = append(class.Properties, junit.Property{Name: one.Name + " " + p.Name, Value: p.Value})
		}
	}
	class.Time = junit.Seconds(took)
	return class.Write(w)
}

func (r *Result) suite() *junit.Suite {
	s := &junit.Suite{Name: r.suiteName()}
	s.Time = junit.Seconds(r.Finished.Sub(r.Started))
	s.Properties = properties("lab", r.Lab, "student", r.Student, "submission", r.Submission, "state", string(r.State()),
		"points", r.raw(), "adjusted", r.adjusted(), "total", strconv.Itoa(r.Total),
		"passMark", strconv.Itoa(r.PassMark), "passed", r.pass(), "record", r.Record, "started", junit.Time(r.Started))
	s.Properties = append(s.Properties, r.visibleProperties()...)
	for _, c := range r.Criteria {
		s.Count(c.Verdict)
		s.Cases = append(s.Cases, c.junit(s.Name))
	}
	if r.Problem != "" && s.Errors == 0 {
		s.Count(verdict.Undecided)
		s.Cases = append(s.Cases, r.ungraded(s.Name))
	}
	if len(s.Cases) > 0 {
		s.Cases[0].Output = strings.TrimSpace(s.Cases[0].Output + "\n" + r.beside())
	}
	return s
}

// visibleProperties returns the points that the student may see, and how many
// criteria are hidden.
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

// ungraded returns a failing case for a submission that was not graded. Without it,
// a reader that counts cases would see no problem.
func (r *Result) ungraded(class string) junit.Case {
	at := junit.Case{Class: class, Name: string(r.State()), Time: junit.Seconds(0)}
	first, _, _ := strings.Cut(r.String(), "\n")
	at.Blame(verdict.Undecided, &junit.Fault{Message: first, Text: r.String()})
	return at
}

// suiteName returns the class name of the submission's cases. Readers of the format
// merge cases of classes with the same name.
func (r *Result) suiteName() string {
	if r.who() == "" {
		return r.Lab
	}
	return r.Lab + "/" + r.who()
}

// beside returns the remarks that belong to no criterion. Surefire's suites have no
// output, so the first case carries them.
func (r *Result) beside() string {
	var parts []string
	said := append(slices.Clone(r.Notes), r.Output, r.Found)
	if r.Problem != "" {
		said = append([]string{r.String()}, said...)
	}
	for _, part := range said {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "\n")
}

func (c Criterion) junit(class string) junit.Case {
	at := junit.Case{Class: class, Name: c.Name, Group: fmt.Sprintf("task %d", c.Task), Time: junit.Seconds(0)}
	at.Output = strings.Join(append([]string{c.worth()}, c.Evidence...), "\n")
	first, _, _ := strings.Cut(c.Message, "\n")
	at.Blame(c.Verdict, &junit.Fault{Message: first, Text: strings.TrimSpace(c.Sentence + "\n" + c.toStudent())})
	if c.Defect != "" && at.Error != nil {
		at.Error.Type = string(verdict.Defective)
	}
	return at
}

// worth returns the points of a criterion, and its visibility if it can be hidden.
func (c Criterion) worth() string {
	text := fmt.Sprintf("points: %s of %d", cmp.Or(c.cell(), "?"), c.Points)
	if c.Visibility != "" {
		text += ", " + string(c.Visibility)
	}
	return text
}

// properties returns properties for alternating names and values, leaving out empty
// values.
func properties(pairs ...string) []junit.Property {
	var list []junit.Property
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			list = append(list, junit.Property{Name: pairs[i], Value: pairs[i+1]})
		}
	}
	return list
}
