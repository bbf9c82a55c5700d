package live_test

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/live"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// stage is a server and the follower that it serves.
type stage struct {
	*testing.T
	*live.Follower
	server *live.Server
	ended  atomic.Int32
}

func open(t *testing.T) *stage {
	p := &plan.Plan{}
	for _, id := range []string{"a.feature:1", "a.feature:9"} {
		p.Scenarios = append(p.Scenarios, &plan.Scenario{ID: id, File: "a.feature", Name: "scenario " + id, Steps: make([]plan.Step, 2)})
	}
	s := &stage{T: t, Follower: live.Follow(p)}
	var err error
	if s.server, err = live.Listen(0); err != nil {
		t.Fatal(err)
	}
	run, err := live.NewRun(s.Follower, "/r/report.html", func() { s.ended.Add(1) })
	if err != nil {
		t.Fatal(err)
	}
	s.server.Serve(run)
	t.Cleanup(func() { _ = s.server.Close() })
	s.Add(record.Event{Type: record.RunStarted, At: time.Now()})
	return s
}

// ask sends a request and returns the status, the body and the headers.
func (s *stage) ask(method, url string, change func(*http.Request)) (int, string, http.Header) {
	s.Helper()
	r, err := http.NewRequestWithContext(s.Context(), method, url, nil)
	if err != nil {
		s.Fatal(err)
	}
	if change != nil {
		change(r)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		s.Fatal(err)
	}
	return answer.StatusCode, string(body), answer.Header
}

func TestOnlyThePageOfTheRunIsServed(t *testing.T) {
	s := open(t)
	url := s.server.URL()
	base := url[:strings.LastIndex(strings.TrimSuffix(url, "/"), "/")]
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	from := func(header, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(header, value) }
	}
	for name, row := range map[string]struct {
		method, url string
		change      func(*http.Request)
		want        int
	}{
		"the page":                        {"GET", url, nil, 200},
		"a forwarded port":                {"GET", url, host("localhost:9999"), 200},
		"without the token":               {"GET", base + "/", nil, 404},
		"another token":                   {"GET", base + "/ABC/", nil, 404},
		"the beginning of the token":      {"GET", strings.TrimSuffix(url, "/")[:len(url)-4] + "/", nil, 404},
		"events without the token":        {"GET", base + "/events", nil, 404},
		"the end without the token":       {"POST", base + "/end", nil, 404},
		"another path":                    {"GET", url + "record", nil, 404},
		"a path that climbs":              {"GET", url + "..%2f..%2fetc/passwd", nil, 404},
		"DNS rebinding":                   {"GET", url, host("attacker.example:80"), 421},
		"DNS rebinding of the end":        {"POST", url + "end", host("attacker.example"), 421},
		"a name that only begins so":      {"GET", url, host("localhost.attacker.example"), 421},
		"the end from another site":       {"POST", url + "end", from("Sec-Fetch-Site", "cross-site"), 403},
		"the end from another origin":     {"POST", url + "end", from("Origin", "http://attacker.example"), 403},
		"the end by a link":               {"GET", url + "end", nil, 405},
		"changes since no version at all": {"GET", url + "changes?since=x", nil, 400},
	} {
		t.Run(name, func(t *testing.T) {
			status, body, headers := s.ask(row.method, row.url, row.change)
			if status != row.want {
				t.Errorf("%d, want %d: %s", status, row.want, body)
			}
			for header, want := range map[string]string{
				"Content-Security-Policy": "frame-ancestors 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
			} {
				if !strings.Contains(headers.Get(header), want) {
					t.Errorf("%s: %q", header, headers.Get(header))
				}
			}
		})
	}
	if s.ended.Load() != 0 {
		t.Error("the run was ended")
	}
}

func TestTheAddressIsOfThisMachineOnly(t *testing.T) {
	s := open(t)
	if !strings.HasPrefix(s.server.URL(), "http://127.0.0.1:") || len(s.server.URL()) < len("http://127.0.0.1:1/")+26 {
		t.Error(s.server.URL())
	}
}

func TestTheEndIsAskedForOnce(t *testing.T) {
	s := open(t)
	for range 3 {
		if status, _, _ := s.ask("POST", s.server.URL()+"end", nil); status != 204 {
			t.Errorf("%d", status)
		}
	}
	if s.ended.Load() != 1 {
		t.Errorf("asked %d times", s.ended.Load())
	}
	if _, body, _ := s.ask("GET", s.server.URL(), nil); !strings.Contains(body, "The run is ending") {
		t.Error("the page does not say that the run is ending")
	}
}

// TestChangesHaveWhatChanged reads the stream, and fetches what it announces.
func TestChangesHaveWhatChanged(t *testing.T) {
	s := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.server.URL()+"events", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	next := func() string {
		for lines.Scan() {
			if version, found := strings.CutPrefix(lines.Text(), "data: "); found {
				return version
			}
		}
		t.Fatal("the stream has ended")
		return ""
	}
	before := next()
	_, all, _ := s.ask("GET", s.server.URL()+"changes?since=0", nil)
	if strings.Contains(all, "scenario a.feature:9") {
		t.Error("a scenario without an event has changed")
	}
	s.Began("a.feature:9", func() timeline.Timeline {
		now := time.Now()
		return timeline.Timeline{From: now.Add(-time.Second), To: now, Nodes: []timeline.Life{{Name: "worker-7", States: []timeline.State{{At: now.Add(-time.Second), State: timeline.Ready}}}}}
	})
	s.Add(record.Event{Type: record.ScenarioStarted, Scenario: "a.feature:9", At: time.Now()})
	next()
	_, changed, _ := s.ask("GET", s.server.URL()+"changes?since="+before, nil)
	if !strings.Contains(changed, "scenario a.feature:9") || strings.Contains(changed, "scenario a.feature:1<") {
		t.Error("the changes are not those of the scenario that started")
	}
	if !strings.Contains(changed, "worker-7") || !strings.Contains(changed, `data-group="running"`) {
		t.Error("the scenario is not shown as running, with its cluster")
	}
	s.Add(record.Event{Type: record.RunFinished, At: time.Now(), Text: "interrupted"})
	next()
	if _, body, _ := s.ask("GET", s.server.URL()+"changes?since="+before, nil); !strings.Contains(body, "data-ended") || !strings.Contains(body, "/r/report.html") {
		t.Error("the page does not say that the run has ended, and where the report is")
	}
}
