package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/internal/junit"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// junitView writes one suite with a case for each scenario. Surefire's schema
// allows one suite per file.
type junitView struct{ out io.Writer }

func newJUnit(out io.Writer, _ Style) View { return junitView{out} }

// Finished does nothing: the totals precede the cases.
func (j junitView) Finished(*model.Scenario) error { return nil }

// End writes the report.
func (j junitView) End(run *model.Run) error { return suiteOf(run).Write(j.out) }

func suiteOf(run *model.Run) *junit.Suite {
	suite := &junit.Suite{Name: "gherkube", Counts: countsOf(run.Scenarios), Properties: propertiesOf(run)}
	for _, s := range run.Scenarios {
		suite.Cases = append(suite.Cases, caseOf(s))
	}
	return suite
}

// propertiesOf returns the properties of the run as a whole.
func propertiesOf(run *model.Run) []junit.Property {
	list := []junit.Property{{Name: "started", Value: junit.Time(run.Started)}, {Name: "command", Value: run.Plan.Repeat}}
	for _, v := range run.Plan.Versions {
		list = append(list, junit.Property{Name: v.Name, Value: v.Version})
	}
	if run.Plan.Seed != 0 {
		list = append(list, junit.Property{Name: "seed", Value: strconv.FormatInt(run.Plan.Seed, 10)})
	}
	if run.Aborted != "" {
		list = append(list, junit.Property{Name: "endedEarly", Value: run.Aborted})
	}
	return list
}

func countsOf(scenarios []*model.Scenario) junit.Counts {
	counts, total := junit.Counts{}, time.Duration(0)
	for _, s := range scenarios {
		total += s.Duration()
		counts.Count(s.Verdict)
	}
	counts.Time = junit.Seconds(total)
	return counts
}

// caseOf describes a scenario. The name of an outline's row includes the line,
// because most readers merge cases with the same name. The schemas have no other
// field for location and tags, so the output begins with them.
func caseOf(s *model.Scenario) junit.Case {
	c := junit.Case{
		Class: strings.TrimSuffix(s.File, ".feature"), Name: s.InRule(), Group: s.Feature,
		Time: junit.Seconds(s.Duration()), Output: head(s) + output(s),
	}
	if s.Row {
		c.Name = fmt.Sprintf("%s (line %d)", s.InRule(), s.Line)
	}
	decisive := s.Decisive()
	c.Blame(s.Verdict, faultOf(decisive))
	for _, try := range s.Tries() {
		if try != decisive {
			c.Rerun(try.Outcome(), faultOf(try), trial(try))
		}
	}
	return c
}

// head returns the location of a scenario and its tags.
func head(s *model.Scenario) string {
	return strings.TrimSpace(s.Place()+"  "+strings.Join(s.Tags, " ")) + "\n"
}

func faultOf(s *model.Scenario) *junit.Fault {
	fault := &junit.Fault{}
	if step := s.FailedStep(); step != nil {
		fault.Message, _, _ = strings.Cut(step.Message, "\n")
		fault.Text = fmt.Sprintf("%s: %s %s\n%s\n", s.PlaceOf(step.Step), step.Keyword, step.Text, step.Message)
	}
	return fault
}

// output returns all steps and notes of a scenario, for the page of the case.
func output(s *model.Scenario) string {
	var b strings.Builder
	pen{}.open(&b, s)
	return b.String()
}

// trial returns the output of one try.
func trial(s *model.Scenario) string {
	var b strings.Builder
	pen{}.try(&b, s)
	return b.String()
}
