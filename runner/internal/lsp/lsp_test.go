package lsp

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const uri = "file:///nowhere/x.feature"

const calm = `Feature: f

  Scenario: s
    Given a cluster with 2 workers
    When I create deployment "web" with image "nginx" and 2 replicas
    Then within 30s deployment "web" has 2 ready pods
`

// TestASession plays a typical session, from initialize to exit.
func TestASession(t *testing.T) {
	e := start(t, Options{Version: "v1"})
	if got := e.ask("textDocument/hover", at(uri, 0, 0)); got != "error: textDocument/hover before initialize" {
		t.Errorf("before initialize: %s", got)
	}
	if got := e.ask("initialize", `{"capabilities":{}}`); !strings.Contains(got, `"name":"gherkube","version":"v1"`) || !strings.Contains(got, `"renameProvider"`) {
		t.Errorf("initialize: %s", got)
	}
	if got := e.ask("initialize", `{}`); !strings.HasPrefix(got, "error: ") {
		t.Errorf("initialize again: %s", got)
	}
	e.open(uri, calm)
	if got := e.errors(); got != "" {
		t.Errorf("errors: %s", got)
	}
	if got := e.ask("textDocument/foldingRange", at(uri, 0, 0)); got != "error: there is no method textDocument/foldingRange" {
		t.Errorf("unknown method: %s", got)
	}
	if got := e.ask("textDocument/hover", at("file:///other.feature", 0, 0)); got != "error: file:///other.feature is not open" {
		t.Errorf("unknown document: %s", got)
	}
	if got := e.ask("shutdown", "null"); got != "null" {
		t.Errorf("shutdown: %s", got)
	}
	if got := e.ask("textDocument/hover", at(uri, 0, 0)); got != "error: textDocument/hover after shutdown" {
		t.Errorf("after shutdown: %s", got)
	}
	e.tell("exit", "null")
	if err := <-e.failed; err != nil || !<-e.ended {
		t.Errorf("exit: %v", err)
	}
}

func TestExitWithoutShutdown(t *testing.T) {
	e := initialized(t, Options{})
	e.tell("exit", "null")
	if err := <-e.failed; err != nil || <-e.ended {
		t.Errorf("exit: %v", err)
	}
}

func TestErrorsAsOneTypes(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, strings.Replace(calm, "2 ready pods", "2 redy pods", 1))
	want := "5:4-52 undefined step: within 30s deployment \"web\" has 2 redy pods\n    did you mean: within 30s deployment \"web\" has 2 ready pods"
	if got := e.errors(); got != want {
		t.Errorf("open: %s", got)
	}
	e.tell("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":2},"contentChanges":[{"range":{"start":{"line":5,"character":43},"end":{"line":5,"character":47}},"text":"ready"}]}`, uri))
	if got := e.errors(); got != "" {
		t.Errorf("mended: %s", got)
	}
	e.tell("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":3},"contentChanges":[{"text":"Feature: f\n  Scenario: s\n    Given 😀 it\n    huh\n"}]}`, uri))
	if got := e.errors(); !strings.Contains(got, "2:4-15 undefined step: 😀 it") && !strings.Contains(got, "3:4-7 syntax: 'huh' cannot stand here") {
		t.Errorf("whole text: %s", got)
	}
	e.tell("textDocument/didClose", fmt.Sprintf(`{"textDocument":{"uri":%q}}`, uri))
	if got := e.errors(); got != "" {
		t.Errorf("closed: %s", got)
	}
}

// Diagnostics are those of the unsaved text and, for a lab's features, of the lab's
// rules.
func TestErrorsOfALab(t *testing.T) {
	lab, err := filepath.Abs("../../../labs/service-selector")
	if err != nil {
		t.Fatal(err)
	}
	checks, err := os.ReadFile(filepath.Join(lab, "checks.feature"))
	if err != nil {
		t.Fatal(err)
	}
	e := initialized(t, Options{})
	e.open("file://"+filepath.ToSlash(lab)+"/checks.feature", string(checks))
	if got := e.errors(); got != "" {
		t.Errorf("as it is: %s", got)
	}
	e.open("file://"+filepath.ToSlash(lab)+"/checks.feature", strings.Replace(string(checks), "@task:1 @points:2\n", "@task:7 @points:2\n", 1))
	if got := e.errors(); !strings.Contains(got, "task") {
		t.Errorf("changed: %s", got)
	}
}

func items(t *testing.T, result string) []completionItem {
	t.Helper()
	var list completionList
	if err := json.Unmarshal([]byte(result), &list); err != nil {
		t.Fatalf("%s: %v", result, err)
	}
	return list.Items
}

func TestCompletion(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, "Feature: f\n\n  Scenario: s\n    Given the kubelet on worker-2 is st\n    Wh\n    Then within 10s pod \"api\"\n    And within 5s pod \"\"\n    When I apply\n      \"\"\"\n      Given\n")
	got := items(t, e.ask("textDocument/completion", at(uri, 3, 39)))
	if len(got) == 0 || got[0].TextEdit.NewText != "the kubelet on worker-2 is stopped" || got[0].TextEdit.Range != (span{position{3, 10}, position{3, 39}}) {
		t.Errorf("sentence: %+v", got)
	}
	got = items(t, e.ask("textDocument/completion", at(uri, 4, 6)))
	if len(got) != 1 || got[0].Label != "When" || got[0].TextEdit.NewText != "When " {
		t.Errorf("keyword: %+v", got)
	}
	got = items(t, e.ask("textDocument/completion", at(uri, 5, 29)))
	if len(got) == 0 || !strings.HasPrefix(got[0].TextEdit.NewText, `within 10s pod "api" `) || !strings.Contains(asJSON(got), `${1|`) {
		t.Errorf("parameters: %+v", got)
	}
	got = items(t, e.ask("textDocument/completion", at(uri, 6, 23)))
	if len(got) == 0 || got[0].TextEdit.Range.End != (position{6, 24}) || !strings.Contains(got[0].Documentation.Value, "```") {
		t.Errorf("within quotes that the editor closed: %+v", got)
	}
	got = items(t, e.ask("textDocument/completion", at(uri, 7, 16)))
	if len(got) == 0 || !strings.Contains(asJSON(got), `I apply:\n      \"\"\"\n      $0\n      \"\"\"`) {
		t.Errorf("with a doc string: %+v", got)
	}
	if got = items(t, e.ask("textDocument/completion", at(uri, 9, 11))); len(got) != 0 {
		t.Errorf("within a doc string: %+v", got)
	}
	if got = items(t, e.ask("textDocument/completion", at(uri, 999, 5))); len(got) == 0 || got[0].Kind != itemKeyword && got[0].Kind != itemSentence {
		t.Logf("behind the end: %+v", got)
	}
}

func TestHover(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, "Feature: f\n  Scenario Outline: s\n    Given the kubelet on <node> is stopped\n    Given the moon is full\n\n    Examples:\n      | node     |\n      | worker-1 |\n")
	got := e.ask("textDocument/hover", at(uri, 2, 12))
	if !strings.Contains(got, "For example: `the kubelet on worker-1 is stopped`") || !strings.Contains(got, "disruptive") || !strings.Contains(got, `"character":10}`) {
		t.Errorf("outline: %s", got)
	}
	if got := e.ask("textDocument/hover", at(uri, 3, 12)); got != "null" {
		t.Errorf("unknown: %s", got)
	}
	e.open(uri, "# language: ko\n기능: f\n  시나리오: s\n    그러면 30초 안에 파드 \"web\"이 사라진다\n")
	if got := e.ask("textDocument/hover", at(uri, 3, 12)); !strings.Contains(got, "For example: `30초 안에") {
		t.Errorf("Korean: %s", got)
	}
}

func TestSymbols(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, "@a\nFeature: f\n  Background:\n    * x\n  Rule: r\n    Scenario Outline: s\n      * x\n      Examples: e\n        | a |\n\n  Rule: q\n")
	got := e.ask("textDocument/documentSymbol", at(uri, 0, 0))
	for _, want := range []string{`"name":"f"`, `"name":"Background"`, `"name":"r"`, `"name":"s"`, `"name":"e"`, `"end":{"line":8,"character":13}`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	plain := start(t, Options{})
	plain.ask("initialize", `{}`)
	plain.open(uri, calm)
	if got := plain.ask("textDocument/documentSymbol", at(uri, 0, 0)); !strings.Contains(got, `"location"`) {
		t.Errorf("flat: %s", got)
	}
}

func TestFormatting(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, "Feature: f\n\n  Scenario: s\n    Given a table:\n      |가|b|\n      | c| d |\n")
	got := e.ask("textDocument/formatting", at(uri, 0, 0))
	if want := `[{"range":{"start":{"line":4,"character":0},"end":{"line":6,"character":0}},"newText":"      | 가 | b |\n      | c  | d |\n"}]`; got != want {
		t.Errorf("got %s", got)
	}
	e.open(uri, "Feature: f\n  Scenario: s\n    Given a\n    huh\n")
	if got := e.ask("textDocument/formatting", at(uri, 0, 0)); got != "null" {
		t.Errorf("with an error: %s", got)
	}
}

func TestFixes(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, strings.Replace(calm, "2 ready pods", "2 redy pods", 1))
	e.errors()
	got := e.ask("textDocument/codeAction", fmt.Sprintf(`{"textDocument":{"uri":%q},"range":{},"context":{"diagnostics":[{"range":{"start":{"line":5,"character":4},"end":{"line":5,"character":53}},"severity":1,"source":"gherkube","message":"undefined step: x"}]}}`, uri))
	if !strings.Contains(got, `"isPreferred":true`) || !strings.Contains(got, `{"range":{"start":{"line":5,"character":9},"end":{"line":5,"character":52}},"newText":"within 30s deployment \"web\" has 2 ready pods"}`) {
		t.Errorf("got %s", got)
	}
}

const named = `Feature: f

  Background:
    Given pod "a" is called "all"

  Scenario: one
    When the pods of deployment "old" on worker-1 are called "old"
    And I run "kubectl get pod old"
    And the output is called "old"
    And I run "echo ${old}"
    And I apply:
      """
      name: ${old} 😀 ${old}
      """
    And deployment "old" is remembered as "past"
    Then within 5s deployment "old" has the same spec as "past"
    Then within 5s the pods "old" are Running
    And until node worker-1 is Unknown, within 10s, the pods "old" are Pending
    And within 5s the pods "all" are Running

  Scenario Outline: two
    When a pod of deployment "old" on <node> is called "old"
    Then within 5s the pods "old" are Running
    And within 5s the pods "all" are Running

    Examples:
      | node     |
      | worker-1 |
`

// edited returns the document after a rename at a line and a character.
func edited(t *testing.T, e *editor, content, name string, line, character int) string {
	t.Helper()
	result := e.ask("textDocument/rename", fmt.Sprintf(`{"textDocument":{"uri":%q},"position":{"line":%d,"character":%d},"newName":%q}`, uri, line, character, name))
	var edit workspaceEdit
	if err := json.Unmarshal([]byte(result), &edit); err != nil {
		return result
	}
	doc := textOf(content)
	edits := edit.Changes[uri]
	for i := len(edits) - 1; i >= 0; i-- { // in reverse order, because edits are ordered within a line only
		for j := range i {
			if doc.offset(edits[j].Range.Start) > doc.offset(edits[i].Range.Start) {
				edits[i], edits[j] = edits[j], edits[i]
			}
		}
	}
	for i := len(edits) - 1; i >= 0; i-- {
		whole := doc.whole
		doc = textOf(whole[:doc.offset(edits[i].Range.Start)] + edits[i].NewText + whole[doc.offset(edits[i].Range.End):])
	}
	return doc.whole
}

func TestRename(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, named)
	e.errors()
	// An alias of one scenario. The deployment, the value and the other scenario
	// keep the name.
	want := strings.NewReplacer(`are called "old"`, `are called "new"`, "Scenario Outline", "Scenario Outline").Replace(named)
	want = strings.Replace(want, "Then within 5s the pods \"old\"", "Then within 5s the pods \"new\"", 1)
	want = strings.Replace(want, "within 10s, the pods \"old\"", "within 10s, the pods \"new\"", 1)
	if got := edited(t, e, named, "new", 16, 30); got != want {
		t.Errorf("pods:\n%s", got)
	}
	want = strings.NewReplacer(`output is called "old"`, `output is called "new"`, "${old}", "${new}").Replace(named)
	if got := edited(t, e, named, "new", 9, 22); got != want {
		t.Errorf("value:\n%s", got)
	}
	// An alias of the background, in all scenarios.
	want = strings.ReplaceAll(named, `"all"`, `"every one"`)
	if got := edited(t, e, named, "every one", 23, 30); got != want {
		t.Errorf("of the background:\n%s", got)
	}
	// An alias of an object's earlier state.
	want = strings.ReplaceAll(named, `"past"`, `"then"`)
	if got := edited(t, e, named, "then", 15, 60); got != want {
		t.Errorf("of an object:\n%s", got)
	}
	// An alias in an outline.
	want = named[:strings.Index(named, "Scenario Outline")] + strings.NewReplacer(`is called "old"`, `is called "new"`, `the pods "old"`, `the pods "new"`).Replace(named[strings.Index(named, "Scenario Outline"):])
	if got := edited(t, e, named, "new", 21, 57); got != want {
		t.Errorf("in an outline:\n%s", got)
	}
	for _, row := range []struct {
		line, character int
		name, want      string
	}{
		{6, 36, "new", "error: only the names that a scenario gives can be renamed"}, // the deployment
		{0, 0, "new", "error: only the names"},
		{9, 22, "a b", `error: "a b" is no name for a value`},
		{16, 30, `a"b`, `error: "a\"b" is no name:`},
		{16, 30, "", `error: "" is no name:`},
	} {
		if got := edited(t, e, named, row.name, row.line, row.character); row.want != "" && !strings.HasPrefix(got, row.want) {
			t.Errorf("%d:%d to %q: %s", row.line, row.character, row.name, got)
		}
	}
	if got := e.ask("textDocument/prepareRename", at(uri, 16, 30)); got != `{"start":{"line":16,"character":29},"end":{"line":16,"character":32}}` {
		t.Errorf("prepare: %s", got)
	}
	if got := e.ask("textDocument/definition", at(uri, 17, 63)); !strings.Contains(got, `"start":{"line":6,"character":62}`) {
		t.Errorf("definition: %s", got)
	}
}

func TestACancelledRequestIsToldSo(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, calm)
	// The request follows a document that takes long to check.
	e.tell("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":2},"contentChanges":[{"text":%s}]}`, uri, asJSON(long(300))))
	var first string
	for range 20 {
		first = e.request("textDocument/formatting", at(uri, 0, 0))
	}
	last := e.request("textDocument/hover", at(uri, 3, 12))
	e.tell("$/cancelRequest", `{"id":`+last+`}`)
	e.tell("$/cancelRequest", `{"id":"unknown"}`)
	e.answer(first)
	if m := e.answer(last); m.Error == nil || m.Error.Code != requestCancelled {
		t.Errorf("got %+v", m)
	}
}

// long returns a feature with n scenarios, each with an error.
func long(scenarios int) string {
	var b strings.Builder
	b.WriteString("Feature: f\n")
	for i := range scenarios {
		fmt.Fprintf(&b, "\n  Scenario: s%d\n    When I run \"kubectl get pods\"\n    Then within 30s pod \"web-%d\" is Runing\n", i, i)
	}
	return b.String()
}

func TestAHugeFile(t *testing.T) {
	e := initialized(t, Options{})
	content := long(1000)
	e.open(uri, content)
	got := e.errors()
	if lines := len(regexp.MustCompile(`(?m)^\d+:4-\d+ `).FindAllString(got, -1)); lines != maxDiagnostics+1 || !strings.Contains(got, "and 800 more") {
		t.Errorf("%d errors, the last: %.100s", lines, got[strings.LastIndex(got, "\n")+1:])
	}
	if got := items(t, e.ask("textDocument/completion", at(uri, 4, 30))); len(got) == 0 {
		t.Error("no completion")
	}
	if got := e.ask("textDocument/formatting", at(uri, 0, 0)); got != "[]" {
		t.Errorf("formatting: %.100s", got)
	}
}

func TestGarbage(t *testing.T) {
	for body, want := range map[string]int{
		`{`:                         parseError,
		`[]`:                        parseError,
		`{"jsonrpc":"2.0","id":77}`: invalidRequest,
		`{"jsonrpc":"2.0","id":77,"method":"textDocument/hover","params":7}`:                    invalidParams,
		`{"jsonrpc":"2.0","id":77,"method":"textDocument/hover","params":{"textDocument":[1]}}`: invalidParams,
	} {
		e := initialized(t, Options{})
		e.send(body)
		if m := e.receive(); m.Error == nil || m.Error.Code != want {
			t.Errorf("%s: %+v", body, m)
		}
		if got := e.ask("shutdown", "null"); got != "null" {
			t.Errorf("after %s: %s", body, got)
		}
	}
	for _, raw := range []string{"GET / HTTP/1.1\r\n\r\n", "Content-Length: x\r\n\r\n", "\r\n\r\n", "Content-Length: -1\r\n\r\n", strings.Repeat("x", 9000)} {
		e := initialized(t, Options{})
		go func() { _, _ = e.in.Write([]byte(raw)) }()
		if err := <-e.failed; err == nil {
			t.Errorf("%.20q was taken for a message", raw)
		}
	}
}

// Invalid positions cause no error.
func TestPositionsOutsideOfTheText(t *testing.T) {
	e := initialized(t, Options{})
	e.open(uri, calm)
	for _, p := range []position{{-1, -1}, {0, 1 << 30}, {1 << 30, 0}, {5, -7}} {
		for _, method := range []string{"completion", "hover", "definition", "prepareRename"} {
			if got := e.ask("textDocument/"+method, at(uri, p.Line, p.Character)); strings.Contains(got, "bug") {
				t.Errorf("%s at %+v: %s", method, p, got)
			}
		}
	}
	e.tell("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":2},"contentChanges":[{"range":{"start":{"line":99,"character":0},"end":{"line":-1,"character":0}},"text":""}]}`, uri))
	if got := e.ask("textDocument/documentSymbol", at(uri, 0, 0)); !strings.Contains(got, `"name":"f"`) {
		t.Errorf("got %s", got)
	}
}
