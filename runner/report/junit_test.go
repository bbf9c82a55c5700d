package report

import (
	"encoding/xml"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

var renditions = regexp.MustCompile("\x1b\\[[0-9;]*m")

// readSuites is a JUnit file as a CI system takes it in: other attributes and
// elements than these are of no use to it.
type readSuites struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Suites   []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Cases    []struct {
			Name    string    `xml:"name,attr"`
			Class   string    `xml:"classname,attr"`
			Time    float64   `xml:"time,attr"`
			Failure *struct{} `xml:"failure"`
			Error   *struct{} `xml:"error"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

func TestJUnitCountsWhatItLists(t *testing.T) {
	for _, name := range []string{"passed", "mixed", "interrupted", "killed", "no-engine", "not-reached"} {
		dir := filepath.Join("testdata/records", name)
		run := fold(t, dir)
		var read readSuites
		if err := xml.Unmarshal(show(t, dir, "junit"), &read); err != nil {
			t.Fatal(err)
		}
		tests, failures, errors := 0, 0, 0
		seen := map[string]bool{}
		for _, suite := range read.Suites {
			for _, c := range suite.Cases {
				if id := c.Class + "/" + c.Name; seen[id] || c.Time < 0 {
					t.Errorf("%s: %s is there twice, or takes %f s", name, id, c.Time)
				} else {
					seen[id] = true
				}
				tests++
				failures += count(c.Failure)
				errors += count(c.Error)
			}
		}
		want := []int{len(run.Scenarios), run.Count(verdict.Failed), run.Count(verdict.Undecided)}
		if tests != want[0] || failures != want[1] || errors != want[2] ||
			read.Tests != tests || read.Failures != failures || read.Errors != errors {
			t.Errorf("%s: %d tests, %d failures, %d errors; the run has %v", name, tests, failures, errors, want)
		}
	}
}

func count(element *struct{}) int {
	if element == nil {
		return 0
	}
	return 1
}
