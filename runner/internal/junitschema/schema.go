// Package junitschema validates JUnit files in tests. Its tables describe the
// schemas that consumers of JUnit files use.
package junitschema

import "regexp"

// Schema is what one reader accepts: elements by name. In both schemas here an
// element is the same wherever it stands, but for the root.
type Schema struct {
	Name     string
	roots    []string
	elements map[string]element
}

type element struct {
	attributes map[string]attribute
	// children are those an element may have. In a sequence they stand in this
	// order.
	children []child
	sequence bool
	text     bool // it may hold text
}

type attribute struct {
	required bool
	form     *regexp.Regexp // nil means any text
}

type child struct {
	name     string
	required bool
	once     bool
}

var (
	anyText = attribute{}
	needed  = attribute{required: true}
	// seconds is SUREFIRE_TIME of both schemas, the narrower of the two forms.
	seconds = regexp.MustCompile(`^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]{0,3})?$`)

	fault   = element{text: true, attributes: map[string]attribute{"message": anyText, "type": anyText}}
	decided = element{text: true, attributes: map[string]attribute{"message": anyText, "type": needed}}
	plain   = element{text: true}
	known   = element{attributes: map[string]attribute{"name": needed, "value": needed}}
	list    = element{children: []child{{name: "property"}}}
	counted = map[string]attribute{
		"name": needed, "tests": needed, "failures": needed, "errors": needed,
		"time": {form: seconds}, "group": anyText,
	}
)

// rerun is an element that tells of one try of several.
func rerun(mixed bool) element {
	return element{
		attributes: map[string]attribute{"message": anyText, "type": needed}, sequence: true, text: mixed,
		children: []child{{name: "stackTrace", required: !mixed, once: true}, {name: "system-out", once: true}, {name: "system-err", once: true}},
	}
}

// Jenkins is junit-10.xsd of jenkinsci/xunit-plugin.
var Jenkins = Schema{Name: "Jenkins xUnit (junit-10.xsd)", roots: []string{"testsuites", "testsuite"}, elements: map[string]element{
	"testsuites": {attributes: map[string]attribute{"name": anyText, "time": {form: seconds}, "tests": anyText, "failures": anyText, "errors": anyText},
		children: []child{{name: "testsuite"}}},
	"testsuite": {attributes: with(counted, "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"),
		children: named("testsuite", "properties", "testcase", "system-out", "system-err")},
	"testcase": {attributes: map[string]attribute{"name": needed, "time": anyText, "classname": anyText, "group": anyText},
		children: named("skipped", "error", "failure", "rerunFailure", "rerunError", "flakyFailure", "flakyError", "system-out", "system-err")},
	"properties": list, "property": known,
	"failure": fault, "error": fault, "skipped": fault,
	"rerunFailure": rerun(true), "rerunError": rerun(true), "flakyFailure": rerun(true), "flakyError": rerun(true),
	"stackTrace": plain, "system-out": plain, "system-err": plain,
}}

// Surefire is surefire-test-report-3.0.xsd of apache/maven-surefire.
var Surefire = Schema{Name: "Maven Surefire (surefire-test-report-3.0.xsd)", roots: []string{"testsuite"}, elements: map[string]element{
	"testsuite": {attributes: with(with(counted, "version"), "skipped!"), sequence: true, children: named("properties", "testcase")},
	"testcase": {attributes: map[string]attribute{"name": needed, "classname": anyText, "group": anyText, "time": {required: true, form: seconds}},
		sequence: true, children: []child{{name: "failure"}, {name: "rerunFailure"}, {name: "flakyFailure"}, {name: "skipped", once: true},
			{name: "error", once: true}, {name: "rerunError"}, {name: "flakyError"}, {name: "system-out", once: true}, {name: "system-err", once: true}}},
	"properties": list, "property": known,
	"failure": decided, "error": decided, "skipped": {text: true, attributes: map[string]attribute{"message": anyText}},
	"rerunFailure": rerun(false), "rerunError": rerun(false), "flakyFailure": rerun(false), "flakyError": rerun(false),
	"stackTrace": plain, "system-out": plain, "system-err": plain,
}}

// with adds attributes to those of a table; an exclamation mark ends the name
// of one that is required.
func with(attributes map[string]attribute, names ...string) map[string]attribute {
	all := map[string]attribute{}
	for name, a := range attributes {
		all[name] = a
	}
	for _, name := range names {
		if bare, ok := cutMark(name); ok {
			all[bare] = needed
			continue
		}
		all[name] = anyText
	}
	return all
}

func cutMark(name string) (string, bool) {
	if last := len(name) - 1; name[last] == '!' {
		return name[:last], true
	}
	return name, false
}

func named(names ...string) []child {
	var all []child
	for _, name := range names {
		all = append(all, child{name: name})
	}
	return all
}
