package report

import (
	"encoding/xml"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/junitschema"
)

var renditions = regexp.MustCompile("\x1b\\[[0-9;]*m")

// readSuite holds the elements and attributes of a JUnit file that CI systems read.
type readSuite struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Cases    []struct {
		Name    string    `xml:"name,attr"`
		Class   string    `xml:"classname,attr"`
		Time    float64   `xml:"time,attr"`
		Failure *struct{} `xml:"failure"`
		Error   *struct{} `xml:"error"`
	} `xml:"testcase"`
}

// captured returns the names of the captured records.
func captured(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/records/*")
	if err != nil || len(all) == 0 {
		t.Fatalf("no captured records: %v", err)
	}
	return all
}

func TestJUnitIsInBothSchemas(t *testing.T) {
	for _, dir := range captured(t) {
		for _, schema := range []junitschema.Schema{junitschema.Jenkins, junitschema.Surefire} {
			if err := schema.Check(show(t, dir, "junit")); err != nil {
				t.Errorf("%s: %v", dir, err)
			}
		}
		if err := junitschema.CheckGitLab(show(t, dir, "junit")); err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestJUnitCountsWhatItLists(t *testing.T) {
	for _, dir := range captured(t) {
		name, run := filepath.Base(dir), fold(t, dir)
		var read readSuite
		if err := xml.Unmarshal(show(t, dir, "junit"), &read); err != nil {
			t.Fatal(err)
		}
		tests, failures, errors := 0, 0, 0
		seen := map[string]bool{}
		for _, c := range read.Cases {
			if id := c.Class + "/" + c.Name; seen[id] || c.Time < 0 {
				t.Errorf("%s: %s is there twice, or takes %f s", name, id, c.Time)
			} else {
				seen[id] = true
			}
			tests++
			failures += count(c.Failure)
			errors += count(c.Error)
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
