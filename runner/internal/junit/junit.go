// Package junit writes JUnit XML as CI systems read it. A failed case has a
// failure, an undecided one an error.
//
// Documents are valid against two schemas: that of Jenkins (jenkinsci/xunit-plugin,
// junit-10.xsd) and that of Maven Surefire (surefire-test-report-3.0.xsd). Surefire's
// is the narrower one: a document is one suite, without a time or output of its
// own. A case has no file, line or properties, and its elements have a fixed order.
package junit

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Counts are the totals of a suite.
type Counts struct {
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Time     string `xml:"time,attr"`
}

// Count adds the verdict of one case.
func (c *Counts) Count(v verdict.Verdict) {
	c.Tests++
	switch v {
	case verdict.Failed:
		c.Failures++
	case verdict.Undecided:
		c.Errors++
	}
}

// Suite is a complete document.
type Suite struct {
	XMLName xml.Name `xml:"testsuite"`
	Name    string   `xml:"name,attr"`
	Counts
	Skipped    int        `xml:"skipped,attr"`
	Properties []Property `xml:"properties>property,omitempty"`
	Cases      []Case     `xml:"testcase"`
}

// Property is a property of a suite.
type Property struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// Case is a test case, identified by Class and Name. Its fields are in the order of
// Surefire's schema.
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

// Fault says why a case did not pass.
type Fault struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// Rerun says why a try of a case did not pass, other than the one that decided.
type Rerun struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:"stackTrace"`
	Output  string `xml:"system-out,omitempty"`
}

// Blame sets the fault of a case by its verdict. A case that passed gets none.
func (c *Case) Blame(v verdict.Verdict, fault *Fault) {
	fault.Type = string(v)
	if strings.TrimSpace(fault.Text) == "" {
		fault.Text = cmp.Or(fault.Message, fault.Type) // GitLab shows no message
	}
	switch v {
	case verdict.Failed:
		c.Failure = fault
	case verdict.Undecided:
		c.Error = fault
	}
}

// Rerun adds a try that did not pass and did not decide. Call it after Blame:
// reruns of a passed case count as flaky failures.
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

// Seconds formats a duration in seconds, as the format requires.
func Seconds(d time.Duration) string { return fmt.Sprintf("%.3f", max(0, d.Seconds())) }

// Time formats a time in UTC without a zone, as Ant does.
func Time(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05") }

// Write writes the document. It escapes control characters, because XML 1.0 cannot
// represent them, and readers show the text to people.
func (s *Suite) Write(w io.Writer) error {
	s.visible()
	content, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("writing JUnit: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, content)
	return err
}
