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
	table := &result{code: 0, output: "NAME   READY   STATUS\nweb    1/1     Running\n", errors: "Warning: old\n"}
	refused := &result{code: 1, output: "no\n", errors: "Error from server (Forbidden): no\n"}
	for name, row := range map[string]struct {
		verb, words string
		of          *result
		want        bool
	}{
		"words":                            {"printed", "ye", yes, true},
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

func TestKubectlsWordsForSilence(t *testing.T) {
	for said, want := range map[string]bool{
		"The connection to the server 172.18.0.2:6443 was refused - did you specify the right host or port?": true,
		"Unable to connect to the server: net/http: TLS handshake timeout":                                   true,
		"Error from server (Forbidden): pods is forbidden":                                                   false,
		"error: You must be logged in to the server (Unauthorized)":                                          false,
	} {
		if got := unanswered.MatchString(said); got != want {
			t.Errorf("%s: got %v", said, got)
		}
	}
}

// deaf is a desk whose kubectl gets no answer, before a pipe.
type deaf struct{}

func (deaf) Name() string { return "desk" }

func (deaf) Exec(_ context.Context, cmd cluster.Command) (int, error) {
	_, _ = io.WriteString(cmd.Stdout, "0\n")
	_, _ = io.WriteString(cmd.Stderr, "The connection to the server 172.18.0.2:6443 was refused - did you specify the right host or port?\n")
	return 0, nil
}

func TestSilenceBeforeAPipeIsNoAnswer(t *testing.T) {
	s := &scenario{namespace: "shop", ground: &Ground{Desk: deaf{}}}
	_, err := s.ask(t.Context(), "kubectl get pods | wc --lines", "", saying("prints exactly", "2"))
	if verdict.Of(err) != verdict.Undecided {
		t.Errorf("the API server did not answer, and what came of it is %v", err)
	}
}
