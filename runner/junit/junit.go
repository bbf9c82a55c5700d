// Package junit is the format of JUnit's Ant task as CI systems read it: suites
// of cases, where what failed has a failure and what is undecided an error.
// The elements are those of the schema that Jenkins publishes
// (jenkinsci/xunit-plugin, junit-10.xsd).
package junit

import (
	"encoding/xml"
	"fmt"
	"io"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Counts are the numbers in the head of one suite, or of all.
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

// Suites is a whole document.
type Suites struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	Counts
	Suites []*Suite `xml:"testsuite"`
}

// Suite is what belongs together.
type Suite struct {
	Name string `xml:"name,attr"`
	File string `xml:"file,attr,omitempty"`
	Counts
	Skipped    int        `xml:"skipped,attr"`
	Timestamp  string     `xml:"timestamp,attr"` // as Time has it
	Properties []Property `xml:"properties>property,omitempty"`
	Cases      []Case     `xml:"testcase"`
	Output     string     `xml:"system-out,omitempty"`
	Complaint  string     `xml:"system-err,omitempty"`
}

// Property is something known of a suite or a case.
type Property struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// Properties are those of a case.
type Properties struct {
	List []Property `xml:"property"`
}

// Case is one thing with a verdict. Class and Name together are its identity.
type Case struct {
	Class      string      `xml:"classname,attr"`
	Name       string      `xml:"name,attr"`
	File       string      `xml:"file,attr,omitempty"`
	Line       int         `xml:"line,attr,omitempty"`
	Time       string      `xml:"time,attr,omitempty"`
	Properties *Properties `xml:"properties"`
	Failure    *Fault      `xml:"failure"`
	Error      *Fault      `xml:"error"`
	Output     string      `xml:"system-out,omitempty"`
}

// Fault is why a case did not pass.
type Fault struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
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

// Seconds writes a duration as the format has it.
func Seconds(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }

// Time writes a time as the format has it: in UTC, and without saying so.
func Time(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05") }

// Write writes the document.
func (s *Suites) Write(w io.Writer) error {
	content, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("writing JUnit: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, content)
	return err
}
