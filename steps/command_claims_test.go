package steps

import (
	"context"
	"io"
	"net/netip"
	"testing"

	"k8s.io/client-go/rest"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

func TestWhatACommandSaid(t *testing.T) {
	yes := &scenario.Result{Code: 0, Output: "yes\n"}
	numbers := &scenario.Result{Output: "10\n12 2\n2 2\n"}
	table := &scenario.Result{Code: 0, Output: "NAME   READY   STATUS\nweb    1/1     Running\n", Errors: "Warning: old\n"}
	refused := &scenario.Result{Code: 1, Output: "no\n", Errors: "Error from server (Forbidden): no\n"}
	for name, row := range map[string]struct {
		verb, words string
		of          *scenario.Result
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
		"a part of a name":                 {"prints", "web-", &scenario.Result{Output: "pod/web-7d4b\n"}, true},
		"a name with what is around it":    {"prints", "/web", &scenario.Result{Output: "pod/web-7d4b\n"}, true},
		"particles are no words":           {"prints", "완료", &scenario.Result{Output: "완료되었다\n"}, true},
		"not a part of a word":             {"does not print", "1", numbers, true},
		"nothing is found":                 {"does not print", "bad", &scenario.Result{Command: "kubectl get pods | grep --word-regexp 'a|bad'", Code: 1}, true},
		"nothing is found by several":      {"prints exactly", "", &scenario.Result{Command: "cat x | grep a | fgrep b", Code: 1}, true},
		"none are counted":                 {"prints exactly", "0", &scenario.Result{Command: "kubectl get pods | grep -c bad", Code: 1, Output: "0\n"}, true},
		"the server complains":             {"does not print", "bad", &scenario.Result{Command: "kubectl get pods | grep bad", Code: 1, Errors: "Error from server\n"}, false},
		"complaints are thrown away":       {"does not print", "bad", &scenario.Result{Command: "kubectl get pods 2>/dev/null | grep bad", Code: 1}, false},
		"complaints are searched":          {"does not print", "bad", &scenario.Result{Command: "kubectl get pods 2>&1 | grep bad", Code: 1}, false},
		"it is no grep that ends so":       {"does not print", "bad", &scenario.Result{Command: "grep x y | test -s z", Code: 1}, false},
		"a grep that cannot search":        {"does not print", "bad", &scenario.Result{Command: "grep bad /no/file", Code: 2, Errors: "grep: /no/file: No such file\n"}, false},
		"what never ends says nothing":     {"fails with", "did not end", &scenario.Result{Code: -2, Errors: "it did not end"}, false},
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

// deaf is a host on which kubectl, at the start of a pipe, cannot reach the API server.
type deaf struct{}

func (deaf) Name() string { return "grader" }

func (deaf) Exec(_ context.Context, cmd cluster.Command) (int, error) {
	_, _ = io.WriteString(cmd.Stdout, "0\n")
	_, _ = io.WriteString(cmd.Stderr, "The connection to the server 172.18.0.2:6443 was refused - did you specify the right host or port?\n")
	return 0, nil
}

// addressed is a cluster whose API server has an address.
type addressed struct{ cluster.Cluster }

func (addressed) API() netip.Addr       { return netip.MustParseAddr("172.18.0.2") }
func (addressed) Config() *rest.Config  { return &rest.Config{Host: "https://127.0.0.1:40123"} }
func (addressed) Nodes() []cluster.Node { return nil }

func TestSilenceBeforeAPipeIsNoAnswer(t *testing.T) {
	s := scenario.Fake{Cluster: addressed{}, Namespace: "shop", Environment: &Environment{Grader: deaf{}}}.Scenario()
	_, err := askAgain(t.Context(), s, "kubectl get pods | wc --lines", "", saying("prints exactly", "2"))
	if verdict.Of(err) != verdict.Undecided {
		t.Errorf("the API server did not answer, and what came of it is %v", err)
	}
}
