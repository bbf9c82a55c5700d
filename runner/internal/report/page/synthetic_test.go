package page

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/availability"
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps/event"
)

var began = time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)

// hostile is text that a cluster or a student may write.
const hostile = `<img src=x onerror="window.hacked=1">'"><script>window.hacked=1</script>{{.}}&amp;javascript:alert(1)`

// shape is the size of a synthetic run.
type shape struct {
	scenarios, workers, pods int
	long                     time.Duration // of a scenario
	korean, hostile          bool
	begin                    time.Time // began, if it is zero
}

// synthetic returns a run as a record holds it: of every ten scenarios, one has failed
// and one is undecided.
func synthetic(t testing.TB, s shape) *model.Run {
	t.Helper()
	return model.Fold(s.record(t))
}

func (s shape) record(t testing.TB) *record.Record {
	t.Helper()
	p := &plan.Plan{Repeat: "gherkube run features", Versions: []plan.Version{{Name: "gherkube", Version: "v1.2.3"}, {Name: "kubernetes", Version: "v1.36.3"}}, Seed: 4711}
	var events []record.Event
	at := began
	if !s.begin.IsZero() {
		at = s.begin
	}
	add := func(e record.Event) { e.At = at; events = append(events, e) }
	add(record.Event{Type: record.RunStarted, Run: &record.Run{OS: "linux", Arch: "amd64"}})
	for i := range s.scenarios {
		one := s.scenario(i)
		p.Scenarios = append(p.Scenarios, one)
		begin := at
		add(record.Event{Type: record.ScenarioStarted, Scenario: one.ID})
		note := func(kind event.Kind, text string, data any) {
			encoded, err := json.Marshal(data)
			if err != nil {
				t.Fatal(err)
			}
			add(record.Event{Type: record.Noted, Scenario: one.ID, Step: len(one.Steps), Note: string(kind), Text: text, Data: encoded})
		}
		for n := range one.Steps {
			add(record.Event{Type: record.StepStarted, Scenario: one.ID, Step: n + 1})
			at = at.Add(s.long / time.Duration(len(one.Steps)))
			outcome, text := record.Passed, ""
			if n == len(one.Steps)-1 {
				outcome, text = s.outcome(i)
				note(event.Receipt, "kubelet stopped on worker-1: injected", s.receipt(begin))
				note(event.Requests, "requests to service \"web\"", s.strip(begin))
				note(event.Story, "", s.story(begin))
				note(event.Evidence, "10:00:01.000  node worker-1  Unknown\n"+s.text("10:00:02.000  pod web-1  Pending"), nil)
				if outcome != record.Passed {
					note(event.Diagnostics, "", s.diagnostics())
				}
				note(event.Timeline, "", s.timeline(begin))
			}
			add(record.Event{Type: record.StepFinished, Scenario: one.ID, Step: n + 1, Outcome: outcome, Text: text})
		}
		at = at.Add(10 * time.Millisecond)
	}
	add(record.Event{Type: record.RunFinished})
	if s.korean {
		p.Sources = []plan.Source{{URI: "features/ko.feature", Content: []byte("# language: ko\n기능: 날씨\n")}}
	}
	return &record.Record{Plan: p, Events: events}
}

func (s shape) text(plain string) string {
	if s.hostile {
		return hostile
	}
	return plain
}

func (s shape) scenario(i int) *plan.Scenario {
	file := fmt.Sprintf("features/topic-%d/nodes.feature", i/10)
	one := &plan.Scenario{
		ID: plan.ID(file, 3+5*(i%10)), File: file, Line: 3 + 5*(i%10), Feature: s.text("Nodes come and go"), Name: s.text(fmt.Sprintf("Pods move to another worker, in the way of number %d", i)),
		Tags: []string{"@disruptive", fmt.Sprintf("@00%d-1", i%7)}, Topology: cluster.Default, Isolation: cluster.Disruptive,
	}
	if i%3 == 0 {
		one.Rule = s.text("A node that is gone loses its pods")
	}
	for n, text := range []string{"a cluster with 2 workers", `I create deployment "web" with image "nginx" and 4 replicas`, "the kubelet on worker-1 is stopped", s.text(`within 30s deployment "web" has 4 ready pods on worker-2`)} {
		one.Steps = append(one.Steps, plan.Step{Line: one.Line + n + 1, Keyword: []string{"Given ", "When ", "And ", "Then "}[n], Text: text})
	}
	return one
}

func (s shape) outcome(i int) (record.Outcome, string) {
	message := "expected " + s.text("deployment \"web\" to have 4 ready pods on worker-2") + " within 30s\n     saw: 2 ready\n   since: 10:00:03.1 (26.9s)\n    also: node worker-1 is Unknown"
	switch i % 10 {
	case 3:
		return record.Failed, message
	case 7:
		return record.Undecided, message + "\nundecided: the API server did not answer"
	}
	return record.Passed, ""
}

func (s shape) receipt(begin time.Time) map[string]any {
	return map[string]any{
		"name": s.text("kubelet stopped on worker-1"), "node": "worker-1", "state": "recovered",
		"injectedAt": begin.Add(s.long / 4), "bittenAt": begin.Add(s.long * 3 / 10), "healedAt": begin.Add(s.long * 8 / 10), "recoveredAt": begin.Add(s.long * 9 / 10),
		"bittenBy": "no kubelet process; port 10250 closed", "recoveredBy": "port 10250 open",
	}
}

func (s shape) strip(begin time.Time) availability.Strip {
	strip := availability.Strip{Of: s.text(`requests to service "web" from pod "client"`), From: begin.Add(s.long / 5), Reasons: []string{"no answer within 2s"}}
	for n := range int(s.long.Seconds() * 0.7) {
		second := availability.Second{Answered: 10, Slowest: 7}
		if n%20 > 16 {
			second = availability.Second{Failed: 2}
			strip.Failures = append(strip.Failures, availability.Failure{At: int64(n) * 1000, Took: 900})
		}
		strip.Seconds = append(strip.Seconds, second)
	}
	if len(strip.Seconds) == 0 {
		strip.Seconds = []availability.Second{{Answered: 2}}
	}
	return strip
}

func (s shape) story(begin time.Time) timeline.Story {
	return timeline.Story{
		{At: begin, Who: "kubectl", Did: "created", What: s.text(`deployment "web"`), Row: 1},
		{At: begin.Add(9 * time.Millisecond), Who: "deployment-controller", Did: "created", What: `replicaset "web-1"`, Row: 2},
		{At: begin.Add(20 * time.Millisecond), Who: "kube-scheduler", Did: "bound", What: `pod "web-1"`},
		{At: begin.Add(100 * time.Millisecond), Who: "containerd on worker-1", Did: "started", What: `container "nginx" of pod "web-1"`, Row: 3},
	}
}

func (s shape) timeline(begin time.Time) timeline.Timeline {
	part := func(share float64) time.Time { return begin.Add(time.Duration(share * float64(s.long))) }
	line := timeline.Timeline{From: begin, To: part(1), Unseen: []timeline.Span{{From: part(0.5), To: part(0.58), Why: s.text("the API server refused the connection")}}}
	for n := range s.workers {
		node := timeline.Life{Name: fmt.Sprintf("worker-%d", n+1), States: []timeline.State{{At: begin, State: timeline.Ready}}}
		if n == 0 {
			node.States = append(node.States, timeline.State{At: part(0.45), State: timeline.Unknown, Why: s.text("NodeStatusUnknown: Kubelet stopped posting node status.")}, timeline.State{At: part(0.9), State: timeline.Ready})
		}
		line.Nodes = append(line.Nodes, node)
	}
	for n := range s.pods {
		on := fmt.Sprintf("worker-%d", n%max(1, s.workers)+1)
		pod := timeline.Life{Namespace: "scenario-x", Name: s.text(fmt.Sprintf("web-76587c6bb8-%05d", n)), Owner: "ReplicaSet/web-76587c6bb8", States: []timeline.State{
			{At: part(0.1), State: timeline.Pending}, {At: part(0.11), State: timeline.Creating, Node: on}, {At: part(0.2 + 0.1*float64(n%5)/5), State: timeline.Ready, Node: on},
		}}
		if on == "worker-1" {
			pod.States = append(pod.States, timeline.State{At: part(0.6), State: timeline.Terminating, Node: on}, timeline.State{At: part(0.92)})
		}
		if n%11 == 5 {
			pod.Namespace = "kube-system"
		}
		line.Pods = append(line.Pods, pod)
		line.Events = append(line.Events, timeline.Event{At: part(0.11), Namespace: pod.Namespace, About: "Pod/" + pod.Name, Reason: "Scheduled", Message: s.text("Successfully assigned to " + on), Times: 1, Warning: n%9 == 3})
	}
	line.Pods = append(line.Pods, timeline.Life{Namespace: "scenario-x", Name: "stuck", States: []timeline.State{{At: part(0.3), State: timeline.Pending, Why: "Unschedulable: 0/3 nodes are available"}}})
	line.Events = append(line.Events, timeline.Event{At: part(0.09), Namespace: "scenario-x", About: "Deployment/web", Reason: "ScalingReplicaSet", Times: 2})
	line.Events = line.Events[:min(len(line.Events), timeline.MaxEvents)]
	return line
}
