package report

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/junit"
	"github.com/gherkube/gherkube/runner/model"
)

// junitView has a suite for each feature and a case for each scenario.
type junitView struct{ out io.Writer }

func newJUnit(out io.Writer, _ Style) View { return junitView{out} }

// Finished waits for the end: the numbers come before the cases.
func (j junitView) Finished(*model.Scenario) error { return nil }

// End writes the report.
func (j junitView) End(run *model.Run) error { return suitesOf(run).Write(j.out) }

func suitesOf(run *model.Run) *junit.Suites {
	suites := &junit.Suites{Name: "gherkube", Counts: countsOf(run.Scenarios)}
	byFile := map[string]*junit.Suite{}
	of := map[string][]*model.Scenario{}
	for _, s := range run.Scenarios {
		suite := byFile[s.File]
		if suite == nil {
			suite = newSuite(run, s)
			byFile[s.File] = suite
			suites.Suites = append(suites.Suites, suite)
		}
		of[s.File] = append(of[s.File], s)
		suite.Cases = append(suite.Cases, caseOf(s))
		suite.Counts = countsOf(of[s.File])
	}
	return suites
}

func newSuite(run *model.Run, s *model.Scenario) *junit.Suite {
	suite := &junit.Suite{Name: s.Feature, File: s.File, Timestamp: junit.Time(started(run, s))}
	for _, v := range run.Plan.Versions {
		suite.Properties = append(suite.Properties, junit.Property{Name: v.Name, Value: v.Version})
	}
	return suite
}

func started(run *model.Run, s *model.Scenario) time.Time {
	if s.Started.IsZero() {
		return run.Started
	}
	return s.Started
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

// caseOf describes a scenario. The line is part of its name where it is the
// row of an outline, or rows would be one case to most readers.
func caseOf(s *model.Scenario) junit.Case {
	c := junit.Case{
		Class: strings.TrimSuffix(s.File, ".feature"), Name: s.Name, File: s.File, Line: s.Line,
		Time: junit.Seconds(s.Duration()), Output: output(s),
	}
	if s.Row {
		c.Name = fmt.Sprintf("%s (line %d)", s.Name, s.Line)
	}
	if len(s.Tags) > 0 {
		c.Properties = &junit.Properties{List: propertiesOf(s.Tags)}
	}
	c.Blame(s.Verdict, faultOf(s))
	return c
}

// idTag is a tag that names a behaviour: @004-3.
var idTag = regexp.MustCompile(`^@(\d+-\d+)$`)

func propertiesOf(tags []string) []junit.Property {
	list := make([]junit.Property, len(tags))
	for i, tag := range tags {
		list[i] = junit.Property{Name: "tag", Value: tag}
		if id := idTag.FindStringSubmatch(tag); id != nil {
			list[i] = junit.Property{Name: "id", Value: id[1]}
		}
	}
	return list
}

func faultOf(s *model.Scenario) *junit.Fault {
	fault := &junit.Fault{}
	if step := s.Culprit(); step != nil {
		fault.Message, _, _ = strings.Cut(step.Message, "\n")
		fault.Text = fmt.Sprintf("%s:%d: %s %s\n%s\n", s.File, step.Line, step.Keyword, step.Text, step.Message)
	}
	return fault
}

// output is what a person reads on the page of a case: all steps and notes.
func output(s *model.Scenario) string {
	var b strings.Builder
	pen{}.open(&b, s)
	return b.String()
}
