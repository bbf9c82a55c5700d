package junitschema_test

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/junitschema"
)

func TestGitLabRefuses(t *testing.T) {
	frame := func(in string) string { return `<testsuite name="s">` + in + `</testsuite>` }
	rows := map[string]struct{ document, want string }{
		"valid":                       {frame(`<testcase classname="a" name="c" time="0.1"><failure>x</failure><system-out>y</system-out></testcase>`), ""},
		"nested suites":               {`<testsuites>` + frame(`<testcase classname="a" name="c" time="1"/>`) + `</testsuites>`, ""},
		"another root":                {`<report><testcase classname="a" name="c" time="1"/></report>`, "the root is report"},
		"no case":                     {frame(""), "there are 0 cases"},
		"a case without a class":      {frame(`<testcase name="c" time="1"/>`), "without a name or a classname"},
		"a case twice":                {frame(strings.Repeat(`<testcase classname="a" name="c" time="1"/>`, 2)), "the second one is dropped"},
		"a time in words":             {frame(`<testcase classname="a" name="c" time="1s"/>`), `the time is "1s"`},
		"a reason in the attribute":   {frame(`<testcase classname="a" name="c" time="1"><failure message="m"/></testcase>`), "its failure has no text"},
		"two statuses":                {frame(`<testcase classname="a" name="c" time="1"><failure>x</failure><error>y</error></testcase>`), "has 2 statuses"},
		"a file that output attaches": {frame(`<testcase classname="a" name="c" time="1"><system-out>[[ATTACHMENT|/etc/passwd]]</system-out></testcase>`), "attaches a file"},
		"half a document":             {`<testsuite>`, "unexpected EOF"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			err := junitschema.CheckGitLab([]byte(row.document))
			if (err == nil) != (row.want == "") || err != nil && !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}
