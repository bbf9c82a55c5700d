package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/request"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// atLab returns an app without a terminal, and what it writes. The lab broken-web is up as
// "dev", as far as its files go; its task 1 has a free hint and one that costs a point.
func atLab(t *testing.T) (*app, *bytes.Buffer) {
	t.Helper()
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	dir := cluster.StateDir("dev")
	if err := os.CopyFS(filepath.Join(dir, "lab", "broken-web"), os.DirFS("../lab/reader/testdata/broken-web")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "lab.json"), []byte(`{"cluster": "dev", "lab": "broken-web", "student": "ada", "started": "2026-01-01T00:00:00Z"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	return &app{terminal: terminal.Plain(&out, &out)}, &out
}

func taken(t *testing.T) []score.Hint {
	t.Helper()
	live, err := grading.ReadLive("dev")
	if err != nil {
		t.Fatal(err)
	}
	return live.Hints
}

func TestAHintIsPaidForOnlyWhenTheStudentAgrees(t *testing.T) {
	a, out := atLab(t)
	hint := func(agreed agreement) error {
		out.Reset()
		return a.hint(t.Context(), []string{"dev"}, 1, "en", agreed)
	}
	refuses := a.agreement(strings.NewReader("y\n"), false, wordsIn(""), []string{"dev", "1"})
	if err := hint(refuses); err != nil || !strings.Contains(out.String(), "Look at the pods") || !strings.Contains(out.String(), "(Hint 2 of 2 costs 1 point.)") || strings.Contains(out.String(), "0 point") {
		t.Errorf("a free hint: %v, %s", err, out)
	}
	if err := hint(refuses); !input.Is(err) || !strings.Contains(err.Error(), "costs 1 of the task's") || !strings.Contains(err.Error(), "gherkube lab hint dev 1 --yes") {
		t.Errorf("without a terminal: %v", err)
	}
	no := func(grading.Offer, string) (bool, error) { return false, nil }
	if err := hint(no); err != nil || out.String() != "Not taken.\n" || len(taken(t)) != 1 {
		t.Errorf("declined: %v, %s%+v", err, out, taken(t))
	}
	if err := hint(a.agreement(nil, true, wordsIn(""), nil)); err != nil || !strings.Contains(out.String(), "(It cost 1 point. It was the last hint for task 1.)") {
		t.Errorf("--yes: %v, %s", err, out)
	}
	if got := taken(t); len(got) != 2 || got[0].Cost != 0 || got[1].Cost != 1 {
		t.Errorf("taken: %+v", got)
	}
	if err := hint(no); err != nil || !strings.Contains(out.String(), "no more hints") {
		t.Errorf("after the last: %v, %s", err, out)
	}
	if err := a.hint(t.Context(), []string{"dev"}, 9, "en", no); !input.Is(err) {
		t.Errorf("a task that is not there: %v", err)
	}
}

// answers keeps the replies to the commands of a shell.
type answers struct{ last workstation.Reply }

func (answers) Close() {}
func (a *answers) Answer(_ context.Context, _ string, r workstation.Reply) error {
	a.last = r
	return nil
}

func TestWhatTheCommandsOfAShellAreAnswered(t *testing.T) {
	a, own := atLab(t)
	relay := &answers{}
	c := &counter{app: a, relay: relay, lab: []string{"dev"}, lang: "en"}
	for _, row := range []struct{ line, code, want string }{
		{"1 0 0 task", "0", "Task 1"},
		{"1 80 1 task 1", "0", "\x1b["},
		{"1 80 0 task 1", "0", "points"},
		{"1 80 0 task 7", "3", "there is no task 7"},
		{"1 0 0 time", "0", "the lab is meant for"},
		{"1 0 0 hint 7", "3", "there is no task 7"},
		{"1 0 0 hint 1", "0", "Look at the pods"},
		{"1 0 0 hint 1", "ask 2", "costs 1 of the task's"},
		{"1 0 0 hint 1 1", "3", "was taken in the meantime"},
		{"1 0 0 hint 1 2", "0", "It cost 1 point"},
		{"1 0 0 hint 1 yes", "0", "no more hints"},
	} {
		r, err := request.Parse(row.line)
		if err != nil {
			t.Fatal(err)
		}
		c.answer(t.Context(), r)
		said := string(relay.last.Stdout) + string(relay.last.Stderr)
		if relay.last.Code != row.code || !strings.Contains(said, row.want) {
			t.Errorf("%s: code %s, %s", row.line, relay.last.Code, said)
		}
	}
	if own.Len() != 0 {
		t.Errorf("on the terminal of the shell: %s", own)
	}
}

func TestALabThatIsGoneIsSaid(t *testing.T) {
	a, _ := atLab(t)
	relay := &answers{}
	c := &counter{app: a, relay: relay, lab: []string{"gone"}, lang: "en"}
	c.answer(t.Context(), request.Request{ID: "1", Command: request.Time})
	if relay.last.Code != "3" || !strings.Contains(string(relay.last.Stderr), "no lab is up") {
		t.Errorf("%+v", relay.last)
	}
}
