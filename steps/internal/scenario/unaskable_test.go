package scenario

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// TestWhatNobodyCanAnswerIsADefectOfTheLab uses the real messages of the programs.
func TestWhatNobodyCanAnswerIsADefectOfTheLab(t *testing.T) {
	s := &Scenario{environment: &Environment{UnknownResource: func(resource string) bool { return resource == "depoyments" }}}
	for _, row := range []struct{ name, command, said, blamed string }{
		{"no such program", "foo --bar", "bash: line 12: foo: command not found", "foo"},
		{"before a pipe", "foo | wc --lines", "bash: line 1: foo: command not found", "foo"},
		{"a flag", "kubectl get pods --watsh", "Error: unknown flag: --watsh\nSee 'kubectl get --help' for usage.", "--watsh"},
		{"a short flag", "kubectl get -z", "error: unknown shorthand flag: 'z' in -z\nSee 'kubectl get --help' for usage.", "-z"},
		{"a command of kubectl", "kubectl gt pods", `error: unknown command "gt" for "kubectl"`, "gt"},
		{"a path", "kubectl get pods --output=jsonpath='{.items[}'", "error: error parsing jsonpath {.items[}, unterminated array", "jsonpath"},
		{"a format", "kubectl get pods -o foo", `error: unable to match a printer suitable for the output format "foo", allowed formats are: json`, "foo"},
		{"usage", "kubectl logs", "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'kubectl logs -h' for help and examples", "expected"},
		{"a type", "kubectl get depoyments web", `error: the server doesn't have a resource type "depoyments"`, "depoyments"},
		{"a shell's syntax", "for x in a b; do echo x", "bash: -c: line 9: syntax error: unexpected end of file", "syntax"},
		{"a grep", "kubectl get pods | grep --foo x", "grep: unrecognized option '--foo'\nUsage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.", "--foo"},
		{"jq", "kubectl get pods --output=json | jq '.items['", "jq: error: syntax error, unexpected $end\n.items[\njq: 1 compile error", "jq"},

		{"a type that the lab has made, or a student should", "kubectl get widgets", `error: the server doesn't have a resource type "widgets"`, ""},
		{"a word of a student's", "kubectl get pods $(cat answers/flags)", "error: unknown flag: --foo\nSee 'kubectl get --help' for usage.", ""},
		{"a file of a student's", "jq . answers/pods.json", "jq: error: syntax error\nx\njq: 1 compile error", ""},
		{"a student's container", "kubectl exec web -- bash -c nginx-status", "bash: line 1: nginx-status: command not found", ""},
		{"a student's webhook", "kubectl get pods --output=name", "Warning: so it is\nerror: unknown flag: --output", ""},
		{"another's word", "kubectl get pods", "error: unknown flag: --foo", ""},
		{"an answer", "kubectl get pod web", `Error from server (NotFound): pods "web" not found`, ""},
		{"data", "kubectl get pod web --output=jsonpath={.a[3]}", "error: error executing jsonpath \"{.a[3]}\": array index out of bounds", ""},
	} {
		err := s.Unaskable(&Result{Command: row.command, Code: 1, Errors: row.said + "\n"})
		if (verdict.ReasonOf(err) == verdict.Defective) != (row.blamed != "") || err != nil && !strings.Contains(err.Error(), row.blamed) {
			t.Errorf("%s: %v", row.name, err)
		}
	}
	if err := (&Scenario{}).Unaskable(&Result{Command: "foo", Code: 127, Errors: "bash: line 1: foo: command not found\n"}); err != nil {
		t.Errorf("a run has no lab to blame: %v", err)
	}
}
