// Package junit writes JUnit XML as CI systems read it. A failed case has a
// failure, an undecided one an error.
//
// Documents are valid against two schemas: that of Jenkins (jenkinsci/xunit-plugin,
// junit-10.xsd) and that of Maven Surefire (surefire-test-report-3.0.xsd). Surefire's
// is the narrower one: a document is one suite, without a time or output of its
// own. A case has no file, line or properties, and its elements have a fixed order.
package junit

import (
	"encoding/xml"
	"fmt"
	"io"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Counts are the numbers in the head of a suite.
type Counts struct {
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Time     string `xml:"time,attr"`
}

// Count takes in the verdict of one more case.
func (c *Counts) Count(v verdict.Verdict) {
	c.Tests++
	switch v {
	case verdict.Failed:
		c.Failures++
	case verdict.Undecided:
		c.Errors++
	}
}

// Suite is a whole document.
type Suite struct {
	XMLName xml.Name `xml:"testsuite"`
	Name    string   `xml:"name,attr"`
	Counts
	Skipped    int        `xml:"skipped,attr"`
	Properties []Property `xml:"properties>property,omitempty"`
	Cases      []Case     `xml:"testcase"`
}

// Property is something known of a suite.
type Property struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// Case is one thing with a verdict. Class and Name together are its identity.
// Its elements stand in the order of Surefire's schema.
type Case struct {
	Class         string  `xml:"classname,attr"`
	Name          string  `xml:"name,attr"`
	Group         string  `xml:"group,attr,omitempty"`
	Time          string  `xml:"time,attr"`
	Failure       *Fault  `xml:"failure"`
	RerunFailures []Rerun `xml:"rerunFailure"`
	FlakyFailures []Rerun `xml:"flakyFailure"`
	Error         *Fault  `xml:"error"`
	RerunErrors   []Rerun `xml:"rerunError"`
	FlakyErrors   []Rerun `xml:"flakyError"`
	Output        string  `xml:"system-out,omitempty"`
}

// Fault is why a case did not pass.
type Fault struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// Rerun is why one try of a case did not pass, beside the one that decided.
type Rerun struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:"stackTrace"`
	Output  string `xml:"system-out,omitempty"`
}

// Blame says why the case did not pass, as its verdict has it; one that passed
// has no blame.
func (c *Case) Blame(v verdict.Verdict, fault *Fault) {
	fault.Type = string(v)
	switch v {
	case verdict.Failed:
		c.Failure = fault
	case verdict.Undecided:
		c.Error = fault
	}
}

// Rerun adds a try that did not pass and did not decide. It is called after
// Blame: a case that passed after all was flaky.
func (c *Case) Rerun(v verdict.Verdict, fault *Fault, output string) {
	r := Rerun{Type: string(v), Message: fault.Message, Text: fault.Text, Output: output}
	flaky := c.Failure == nil && c.Error == nil
	switch {
	case v == verdict.Failed && flaky:
		c.FlakyFailures = append(c.FlakyFailures, r)
	case v == verdict.Failed:
		c.RerunFailures = append(c.RerunFailures, r)
	case flaky:
		c.FlakyErrors = append(c.FlakyErrors, r)
	default:
		c.RerunErrors = append(c.RerunErrors, r)
	}
}

// Seconds writes a duration as the format has it.
func Seconds(d time.Duration) string { return fmt.Sprintf("%.3f", max(0, d.Seconds())) }

// Time writes a time in UTC, as Ant does: without saying so.
func Time(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05") }

// Write writes the document. XML 1.0 has no control characters, not even
// escaped ones, and readers show the text to people: all is made visible.
func (s *Suite) Write(w io.Writer) error {
	s.visible()
	content, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("writing JUnit: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, content)
	return err
}
