package steps

import (
	"context"
	"io"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

func TestWhatACommandSaid(t *testing.T) {
	yes := &result{code: 0, output: "yes\n"}
	numbers := &result{output: "10\n12 2\n2 2\n"}
	table := &result{code: 0, output: "NAME   READY   STATUS\nweb    1/1     Running\n", errors: "Warning: old\n"}
	refused := &result{code: 1, output: "no\n", errors: "Error from server (Forbidden): no\n"}
	for name, row := range map[string]struct {
		verb, words string
		of          *result
		want        bool
	}{
		"words":                            {"printed", "yes", yes, true},
		"the beginning of a word":          {"printed", "ye", yes, false},
		"the end of a word":                {"printed", "es", yes, false},
		"a word that goes on":              {"printed", "ye...", yes, true},
		"a word that began before":         {"printed", "...es", yes, true},
		"a number":                         {"prints", "1", numbers, false},
		"a whole number":                   {"prints", "10", numbers, true},
		"the first of several":             {"prints", "2 2", numbers, true},
		"a part of a name":                 {"prints", "web-", &result{output: "pod/web-7d4b\n"}, true},
		"a name with what is around it":    {"prints", "/web", &result{output: "pod/web-7d4b\n"}, true},
		"particles are no words":           {"prints", "완료", &result{output: "완료되었다\n"}, true},
		"not a part of a word":             {"does not print", "1", numbers, true},
		"nothing is found":                 {"does not print", "bad", &result{command: "kubectl get pods | grep --word-regexp 'a|bad'", code: 1}, true},
		"nothing is found by several":      {"prints exactly", "", &result{command: "cat x | grep a | fgrep b", code: 1}, true},
		"none are counted":                 {"prints exactly", "0", &result{command: "kubectl get pods | grep -c bad", code: 1, output: "0\n"}, true},
		"the server complains":             {"does not print", "bad", &result{command: "kubectl get pods | grep bad", code: 1, errors: "Error from server\n"}, false},
		"complaints are thrown away":       {"does not print", "bad", &result{command: "kubectl get pods 2>/dev/null | grep bad", code: 1}, false},
		"complaints are searched":          {"does not print", "bad", &result{command: "kubectl get pods 2>&1 | grep bad", code: 1}, false},
		"it is no grep that ends so":       {"does not print", "bad", &result{command: "grep x y | test -s z", code: 1}, false},
		"a grep that cannot search":        {"does not print", "bad", &result{command: "grep bad /no/file", code: 2, errors: "grep: /no/file: No such file\n"}, false},
		"what never ends says nothing":     {"fails with", "did not end", &result{code: unended, errors: "it did not end"}, false},
		"exactly the words":                {"printed exactly", "yes", yes, true},
		"words are not all":                {"printed exactly", "ye", yes, false},
		"columns count as one space":       {"prints", "web 1/1 Running", table, true},
		"lines stand together":             {"prints", "NAME READY STATUS\nweb 1/1", table, true},
		"a warning is said too":            {"prints", "Warning", table, true},
		"a warning is no output":           {"prints exactly", "NAME READY STATUS\nweb 1/1 Running", table, true},
		"words of two streams do not join": {"prints", "Running\nWarning", table, false},
		"what is not there":                {"does not print", "Pending", table, true},
		"what is there":                    {"did not print", "Running", table, false},
		"a failure prints nothing":         {"printed", "no", refused, false},
		"a failure has not said otherwise": {"did not print", "yes", refused, false},
		"a failure with its words":         {"failed with", "(Forbidden)", refused, true},
		"a failure with other words":       {"fails with", "NotFound", refused, false},
		"a success is no failure":          {"fails with", "yes", yes, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := saying(row.verb, row.words).Match(row.of); err != nil || got != row.want {
				t.Errorf("%s %q: got %v, %v, want %v", row.verb, row.words, got, err, row.want)
			}
		})
	}
}

// deaf is a host whose kubectl gets no answer, before a pipe.
type deaf struct{}

func (deaf) Name() string { return "grader" }

func (deaf) Exec(_ context.Context, cmd cluster.Command) (int, error) {
	_, _ = io.WriteString(cmd.Stdout, "0\n")
	_, _ = io.WriteString(cmd.Stderr, "The connection to the server 172.18.0.2:6443 was refused - did you specify the right host or port?\n")
	return 0, nil
}

func TestSilenceBeforeAPipeIsNoAnswer(t *testing.T) {
	s := &scenario{session: &session{cluster: addressed{}}, namespace: "shop", environment: &Environment{Grader: deaf{}}}
	_, err := s.ask(t.Context(), "kubectl get pods | wc --lines", "", saying("prints exactly", "2"))
	if verdict.Of(err) != verdict.Undecided {
		t.Errorf("the API server did not answer, and what came of it is %v", err)
	}
}
