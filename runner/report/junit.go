package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/model"
)

// junit is the format of JUnit's Ant task as CI systems read it: a suite for
// each feature, a case for each scenario; what failed is a failure, what is
// undecided an error.
type junit struct{ out io.Writer }

func newJUnit(out io.Writer, _ Style) View { return junit{out} }

// Finished waits for the end: the numbers come before the cases.
func (j junit) Finished(*model.Scenario) error { return nil }

// End writes the report.
func (j junit) End(run *model.Run) error {
	content, err := xml.MarshalIndent(suitesOf(run), "", "  ")
	if err != nil {
		return fmt.Errorf("writing JUnit: %w", err)
	}
	_, err = fmt.Fprintf(j.out, "%s%s\n", xml.Header, content)
	return err
}

type junitCounts struct {
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Time     string `xml:"time,attr"`
}

type junitSuites struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Suites []*junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name string `xml:"name,attr"`
	File string `xml:"file,attr"`
	junitCounts
	Skipped    int             `xml:"skipped,attr"`
	Timestamp  string          `xml:"timestamp,attr"`
	Properties []junitProperty `xml:"properties>property,omitempty"`
	Cases      []junitCase     `xml:"testcase"`
	all        []*model.Scenario
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Class      string           `xml:"classname,attr"`
	Name       string           `xml:"name,attr"`
	File       string           `xml:"file,attr"`
	Line       int              `xml:"line,attr"`
	Time       string           `xml:"time,attr"`
	Properties *junitProperties `xml:"properties"`
	Failure    *junitFault      `xml:"failure"`
	Error      *junitFault      `xml:"error"`
	Output     string           `xml:"system-out,omitempty"`
}

type junitProperties struct {
	List []junitProperty `xml:"property"`
}

type junitFault struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func suitesOf(run *model.Run) *junitSuites {
	suites := &junitSuites{Name: "gherkube", junitCounts: countsOf(run.Scenarios)}
	byFile := map[string]*junitSuite{}
	for _, s := range run.Scenarios {
		suite := byFile[s.File]
		if suite == nil {
			suite = newSuite(run, s)
			byFile[s.File] = suite
			suites.Suites = append(suites.Suites, suite)
		}
		suite.all = append(suite.all, s)
		suite.Cases = append(suite.Cases, caseOf(s))
		suite.junitCounts = countsOf(suite.all)
	}
	return suites
}

func newSuite(run *model.Run, s *model.Scenario) *junitSuite {
	suite := &junitSuite{Name: s.Feature, File: s.File, Timestamp: started(run, s).UTC().Format("2006-01-02T15:04:05")}
	for _, v := range run.Plan.Versions {
		suite.Properties = append(suite.Properties, junitProperty{v.Name, v.Version})
	}
	return suite
}

func started(run *model.Run, s *model.Scenario) time.Time {
	if s.Started.IsZero() {
		return run.Started
	}
	return s.Started
}

func countsOf(scenarios []*model.Scenario) junitCounts {
	counts := junitCounts{Tests: len(scenarios)}
	total := time.Duration(0)
	for _, s := range scenarios {
		total += s.Duration()
		switch s.Verdict {
		case verdict.Failed:
			counts.Failures++
		case verdict.Undecided:
			counts.Errors++
		}
	}
	counts.Time = seconds(total)
	return counts
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }

// caseOf describes a scenario. The line is part of its name where it is the
// row of an outline, or rows would be one case to most readers.
func caseOf(s *model.Scenario) junitCase {
	c := junitCase{
		Class: strings.TrimSuffix(s.File, ".feature"), Name: s.Name, File: s.File, Line: s.Line,
		Time: seconds(s.Duration()), Output: output(s),
	}
	if s.Row {
		c.Name = fmt.Sprintf("%s (line %d)", s.Name, s.Line)
	}
	if len(s.Tags) > 0 {
		c.Properties = &junitProperties{propertiesOf(s.Tags)}
	}
	switch s.Verdict {
	case verdict.Failed:
		c.Failure = faultOf(s)
	case verdict.Undecided:
		c.Error = faultOf(s)
	}
	return c
}

// idTag is a tag that names a behaviour: @004-3.
var idTag = regexp.MustCompile(`^@(\d+-\d+)$`)

func propertiesOf(tags []string) []junitProperty {
	list := make([]junitProperty, len(tags))
	for i, tag := range tags {
		list[i] = junitProperty{"tag", tag}
		if id := idTag.FindStringSubmatch(tag); id != nil {
			list[i] = junitProperty{"id", id[1]}
		}
	}
	return list
}

func faultOf(s *model.Scenario) *junitFault {
	fault := &junitFault{Type: string(s.Verdict)}
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
