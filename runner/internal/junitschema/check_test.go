package junitschema_test

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/junitschema"
)

// What the schemas refuse is refused here, each for its own reason.
func TestBothSchemasRefuse(t *testing.T) {
	frame := func(in string) string {
		return `<testsuite name="s" tests="1" failures="0" errors="0" skipped="0">` + in + `</testsuite>`
	}
	case1 := func(in string) string { return frame(`<testcase name="c" time="0.1">` + in + `</testcase>`) }
	rows := map[string]struct{ document, jenkins, surefire string }{
		"valid":                         {case1(`<failure type="failed" message="m">x</failure><system-out>y</system-out>`), "", ""},
		"a place of a case":             {frame(`<testcase name="c" time="0.1" file="f" line="3"/>`), "attribute file is not allowed", "attribute line is not allowed"},
		"properties of a case":          {case1(`<properties/>`), "properties is not allowed here", "properties is not allowed here"},
		"a case without a time":         {frame(`<testcase name="c"/>`), "", "attribute time is missing"},
		"a time that is none":           {strings.Replace(frame(""), "skipped", `time="1h" skipped`, 1), `time="1h" is not of the form`, `time="1h" is not of the form`},
		"the time of a suite":           {strings.Replace(frame(""), "skipped", `timestamp="t" skipped`, 1), "", "attribute timestamp is not allowed"},
		"the output of a suite":         {frame(`<system-out/>`), "", "system-out is not allowed here"},
		"an order":                      {case1(`<system-out/><failure type="t"/>`), "", "failure stands too late"},
		"two errors":                    {case1(`<error type="t"/><error type="t"/>`), "", "has 2 of error"},
		"a failure without a type":      {case1(`<failure/>`), "", "attribute type is missing"},
		"a flaky one without its stack": {case1(`<flakyFailure type="t"/>`), "", "has 0 of stackTrace"},
		"several suites":                {`<testsuites>` + frame("") + `</testsuites>`, "", "the root is testsuites"},
		"a control character":           {case1("<system-out>\x1b</system-out>"), "no character U+001B", "no character U+001B"},
		"half a document":               {"<testsuite>", "unexpected EOF", "unexpected EOF"},
		"an element of no schema":       {frame(`<testbox/>`), "there is no such element", "there is no such element"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			for schema, want := range map[*junitschema.Schema]string{&junitschema.Jenkins: row.jenkins, &junitschema.Surefire: row.surefire} {
				err := schema.Check([]byte(row.document))
				if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
					t.Errorf("%s: %v, want %q", schema.Name, err, want)
				}
			}
		})
	}
}
