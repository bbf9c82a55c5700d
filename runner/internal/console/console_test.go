package console

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps"
)

func TestMain(m *testing.M) {
	if os.Getenv(child) != "" {
		os.Exit(serveChild())
	}
	os.Exit(m.Run())
}

var index = sync.OnceValue(func() *nearest.Index {
	v := &steps.Vocabulary{}
	return nearest.New(v.All(), v.Match)
})

func onSignal(ctx context.Context) (context.Context, func()) {
	return signal.NotifyContext(ctx, os.Interrupt)
}

// options are those of a console on a cluster with one worker.
func options(e Engine, out io.Writer) Options {
	return Options{
		Vocabulary: &steps.Vocabulary{}, Engine: e, Out: terminal.Clean(out), Cluster: "dev", Prompt: "dev> ",
		Topology: cluster.Topology{ControlPlanes: 1, Workers: 1, Timings: cluster.Fast}, Isolation: cluster.Disruptive,
		Steps: func(words []string) error {
			_, err := io.WriteString(out, "steps about "+strings.Join(words, " ")+"\n")
			return err
		},
		Interruptible: func(ctx context.Context) (context.Context, func()) { return ctx, func() {} },
	}
}

// serve has lines of a file run, and returns what was printed and what was run.
func serve(t *testing.T, text string, change ...func(*Options)) (Result, string, string) {
	t.Helper()
	var out, log bytes.Buffer
	o := options(&engine{log: &log}, &out)
	o.Lines = FromFile(strings.NewReader(text))
	for _, f := range change {
		f(&o)
	}
	result, err := Serve(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result, span0.ReplaceAllString(out.String(), "TIME"), log.String()
}

// span0 is how long something took.
var span0 = regexp.MustCompile(`\b[\d.]+ms\b`)

func TestSentencesOfAFile(t *testing.T) {
	for name, row := range map[string]struct {
		lines   string
		printed []string
		ran     string
		verdict verdict.Verdict
		invalid bool
	}{
		"nothing": {lines: "# a comment\n\n", verdict: verdict.Passed},
		"with and without keywords": {
			lines:   "I create pod \"web\" with image \"nginx\"\nThen within 30s pod \"web\" is Running\nAnd for 1s pod \"web\" is Running\n",
			printed: []string{"passed  TIME  I create pod \"web\"", "passed  TIME  within 30s pod \"web\" is Running"},
			ran:     "run I create pod \"web\" with image \"nginx\" false\nrun within 30s pod \"web\" is Running false\nrun for 1s pod \"web\" is Running false\n",
			verdict: verdict.Passed,
		},
		"in Korean": {
			lines: "먼저 파드 \"web\"를 이미지 \"nginx\"로 만든다\n30초 안에 파드 \"web\"은 Running 상태이다\n",
			ran:   "run 파드 \"web\"를 이미지 \"nginx\"로 만든다 false\nrun 30초 안에 파드 \"web\"은 Running 상태이다 false\n", verdict: verdict.Passed,
		},
		"a failure, whose control characters show": {
			lines: "within 1s pod \"broken\" is Running", printed: []string{"failed  TIME  within", "  expected another state\\x1b[2J\n       saw: Pending\n"},
			ran: "run within 1s pod \"broken\" is Running false\n", verdict: verdict.Failed,
		},
		"what could not be seen": {
			lines: "within 1s pod \"unseen\" is Running", printed: []string{"undecided  TIME", "  the API server did not answer\n"},
			ran: "run within 1s pod \"unseen\" is Running false\n", verdict: verdict.Undecided,
		},
		"an unknown sentence": {
			lines: "\nthe kubelt on worker-1 is stopped", printed: []string{"line 2: undefined step: the kubelt on worker-1 is stopped\n    did you mean: the kubelet on worker-1 is stopped\n"},
			verdict: verdict.Passed, invalid: true,
		},
		"a sentence that the ones before it do not allow": {
			lines:   "the kubelet on worker-1 is started again\nwithin 5s node worker-9 is Ready",
			printed: []string{"line 1: \"the kubelet on worker-1 is started again\": no step before it injects this fault", "line 2: ", "worker-9"},
			verdict: verdict.Passed, invalid: true,
		},
		"another topology": {
			lines: "a cluster with 3 workers", printed: []string{"line 1: ", "asked for \"a cluster with 1 worker\" already"}, verdict: verdict.Passed, invalid: true,
		},
		"a claim that is so now": {
			lines: "pod \"web\" is Pending", printed: []string{"passed  TIME  pod \"web\" is Pending\n  it is so now\n       saw: Pending\n     since: 12:00:07.0 (3.0s)\n"},
			ran: "look pod \"web\" is Pending\n", verdict: verdict.Passed,
		},
		"a claim that is not so now": {
			lines: "pod \"web\" is Running", printed: []string{"failed", "it is not so now\n       saw: Pending"}, ran: "look pod \"web\" is Running\n", verdict: verdict.Failed,
		},
		"a claim that cannot be seen": {
			lines: "pod \"unseen\" is Running", printed: []string{"undecided", "the watch broke"}, ran: "look pod \"unseen\" is Running\n", verdict: verdict.Undecided,
		},
		"a claim about nothing": {
			lines: "pod \"web\" is gone", printed: []string{`"pod \"web\" is gone" cannot fail`}, verdict: verdict.Passed, invalid: true,
		},
		"a doc string, with indentation": {
			lines: "I apply:\n  \"\"\"\n  kind: Namespace\n  apiVersion: v1\n  metadata:\n    name: x-${namespace}\n  \"\"\"\n",
			ran:   "run I apply: false \"kind: Namespace\\napiVersion: v1\\nmetadata:\\n  name: x-${namespace}\"\n", verdict: verdict.Passed,
		},
		"a doc string that does not end": {
			lines: "I apply:\n\"\"\"\nkind: Namespace", printed: []string{`line 1: "I apply:": the doc string below it has no closing """`}, verdict: verdict.Passed, invalid: true,
		},
		"a table": {
			lines: "I create these pods:\n| name | image |\n| web | nginx |\nwithin 30s pod \"web\" is Running",
			ran:   "run I create these pods: false 2 rows\nrun within 30s pod \"web\" is Running false\n", verdict: verdict.Passed,
		},
		"what stands below a sentence that is wrong": {
			lines: "I aply:\n\"\"\"\nkind: Pod\n\"\"\"\nwithin 30s node worker-1 is Ready", printed: []string{"line 1: undefined step"},
			ran: "run within 30s node worker-1 is Ready false\n", verdict: verdict.Passed, invalid: true,
		},
		"what stands below a sentence that takes nothing": {
			lines: "within 30s node worker-1 is Ready\n| a |\n", printed: []string{"line 2: the sentence above takes no doc string"},
			ran: "run within 30s node worker-1 is Ready false\n", verdict: verdict.Passed, invalid: true,
		},
		"a fault that is undone by its sentence": {
			lines: "the kubelet on worker-1 is stopped\n:undo\n:undo", printed: []string{"passed  TIME  the kubelet on worker-1 is started again", "line 3: no fault is injected"},
			ran: "run the kubelet on worker-1 is stopped false\nrun the kubelet on worker-1 is started again false\n", verdict: verdict.Passed, invalid: true,
		},
		"a fault that has no such sentence": {
			lines: "node worker-1 is stopped\n:undo", printed: []string{"passed  TIME  :undo node worker-1 is stopped"},
			ran: "run node worker-1 is stopped false\nrevert node worker-1 is stopped\n", verdict: verdict.Passed,
		},
		"commands": {
			lines:   ":help\n:steps kubelet\n:sav x\n:frobnicate\n:watch pod \"web\" is Running\n:watch pod web Runing\n:save\n:save x\n:quit\nwithin 1s node worker-1 is Ready",
			printed: []string{":save FILE", "steps about kubelet", "did you mean :save?", ":frobnicate; :help lists them", "needs a terminal", "is no claim", ":save needs a file", "nothing to save"},
			verdict: verdict.Passed, invalid: true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			result, printed, ran := serve(t, row.lines)
			for _, part := range row.printed {
				if !strings.Contains(printed, part) {
					t.Errorf("%q is missing:\n%s", part, printed)
				}
			}
			if ran != row.ran || result != (Result{row.verdict, row.invalid}) {
				t.Errorf("got %+v, and ran:\n%s\nprinted:\n%s", result, ran, printed)
			}
		})
	}
}

func TestASentenceThatDisruptsNeedsAConsoleOfItsOwn(t *testing.T) {
	_, printed, ran := serve(t, "the kubelet on worker-1 is stopped\nI run \"kubectl drain worker-1\"", func(o *Options) { o.Isolation = cluster.Shared })
	if ran != "" || strings.Count(printed, "start the console with --disruptive") != 2 {
		t.Errorf("ran %q, printed:\n%s", ran, printed)
	}
}

func TestWhatPassedIsSaved(t *testing.T) {
	t.Chdir(t.TempDir())
	const typed = `the kubelet on worker-1 is stopped
within 30s node worker-1 is Unknown
within 1s pod "broken" is Running
pod "web" is Pending
:undo
I create these pods:
| name | image |
| web | nginx |

Then within 30s pod "web" is Running
:save web
:save web.feature
:save! web.feature
`
	_, printed, _ := serve(t, typed)
	content, err := os.ReadFile("web.feature")
	if err != nil {
		t.Fatal(err)
	}
	want := `@disruptive
Feature: web

  Scenario: web
    Given a cluster with 1 worker
    And the kubelet on worker-1 is stopped
    Then within 30s node worker-1 is Unknown
    # failed: within 1s pod "broken" is Running
    When the kubelet on worker-1 is started again
    And I create these pods:
      | name | image |
      | web  | nginx |
    Then within 30s pod "web" is Running
`
	want = strings.Replace(strings.TrimPrefix(want, "@disruptive\n"), "  Scenario", "  @disruptive\n  Scenario", 1)
	if string(content) != want {
		t.Errorf("saved:\n%s\nwant:\n%s", content, want)
	}
	if strings.Count(printed, "Saved web.feature: 6 sentences") != 2 || !strings.Contains(printed, "web.feature is there already") || strings.Contains(printed, "lint") {
		t.Errorf("printed:\n%s", printed)
	}
	if _, err := run.Lint(&steps.Vocabulary{}, []string{"web.feature"}); err != nil {
		t.Error(err)
	}
}

func TestAKoreanScenarioIsSavedInKorean(t *testing.T) {
	path := filepath.Join(t.TempDir(), "web.feature")
	_, printed, _ := serve(t, "파드 \"web\"를 이미지 \"nginx\"로 만든다\n30초 안에 파드 \"web\"은 Running 상태이다\n:save "+path)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"# language: ko\n", "기능: web", "시나리오: web", "먼저 워커 1대로 된 클러스터가 있다\n", "그리고 파드", "그러면 30초 안에"} {
		if !strings.Contains(string(content), part) {
			t.Errorf("%q is missing:\n%s", part, content)
		}
	}
	if strings.Contains(string(content), "@") || strings.Contains(printed, "lint") {
		t.Errorf("saved:\n%s\nprinted:\n%s", content, printed)
	}
}

func TestCompletion(t *testing.T) {
	c := Completer{Index: index(), Nodes: []string{"control-plane-1", "worker-1"}, Names: (&engine{}).Names}
	for name, row := range map[string]struct {
		before, behind string
		want           []string // among what is offered
		only           bool     // nothing else is
	}{
		"a command":                    {":st", "", []string{":steps"}, true},
		"the name of an object":        {`within 30s pod "w`, "", []string{`within 30s pod "web"`}, true},
		"with its closing quote there": {`within 30s pod "w`, `" is Running`, []string{`within 30s pod "web`}, true},
		"all names":                    {`pod "`, "", []string{`pod "web"`, `pod "cache"`, `pod "\x1b[2J"`}, true},
		"a Korean name":                {`파드 "w`, "", []string{`파드 "web"`}, true},
		"after a keyword":              {`Then within 30s pod "w`, "", []string{`Then within 30s pod "web"`}, true},
		"of a watch":                   {`:watch pod "w`, "", []string{`:watch pod "web"`}, true},
		"a node":                       {"the kubelet on wor", "", []string{"the kubelet on worker-1"}, true},
		"all nodes":                    {"the kubelet on ", "", []string{"the kubelet on control-plane-1", "the kubelet on worker-1"}, true},
		"a sentence":                   {"the kubelet on worker-1 is st", "", []string{"the kubelet on worker-1 is stopped", "the kubelet on worker-1 is started again"}, true},
		"a claim":                      {`:watch node worker-1 is Unk`, "", []string{`:watch node worker-1 is Unknown`}, false},
		"a state":                      {`within 30s node worker-1 is Re`, "", []string{`within 30s node worker-1 is Ready`}, false},
		"a sentence up to its name":    {"the kubel", "", []string{"the kubelet on worker-1 is stopped"}, false},
		"nothing":                      {"xyzzy", "", nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			got := c.Complete(t.Context(), row.before, row.behind)
			for _, want := range row.want {
				if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+want+"\n") {
					t.Errorf("%q is missing of %q", want, got)
				}
			}
			if row.only && len(got) != len(row.want) {
				t.Errorf("got %q", got)
			}
		})
	}
}
