package live_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/live"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// follow returns the follower of a run in which a fault is in effect.
func follow(t *testing.T, scenarios int) *live.Follower {
	p := &plan.Plan{}
	now := time.Now()
	for i := range scenarios {
		p.Scenarios = append(p.Scenarios, &plan.Scenario{
			ID: plan.ID("a.feature", i+1), Name: "파드는 노드가 사라지면 다른 노드에서 다시 실행된다, and the name is rather long", Steps: []plan.Step{{Text: "a cluster"}, {Text: "the kubelet on worker-1 is stopped"}},
		})
	}
	f := live.Follow(p)
	f.Add(record.Event{Type: record.RunStarted, At: now.Add(-70 * time.Second)})
	for _, s := range p.Scenarios {
		f.Began(s.ID, func() timeline.Timeline {
			state := func(name, state string) timeline.Life {
				return timeline.Life{Name: name, States: []timeline.State{{At: now, State: timeline.Ready}, {At: now, State: state}}}
			}
			return timeline.Timeline{
				Nodes: []timeline.Life{state("control-plane", timeline.Ready), state("worker-1", timeline.Unknown)},
				Pods:  []timeline.Life{state("a", timeline.Ready), state("b", timeline.Ready), state("c", timeline.Pending), state("d", timeline.Gone)},
			}
		})
		f.Add(record.Event{Type: record.ScenarioStarted, Scenario: s.ID, At: now.Add(-40 * time.Second)})
		f.Add(record.Event{Type: record.StepStarted, Scenario: s.ID, Step: 1, At: now.Add(-40 * time.Second)})
		f.Add(record.Event{Type: record.StepFinished, Scenario: s.ID, Step: 1, Outcome: record.Passed, At: now.Add(-20 * time.Second)})
		f.Add(record.Event{Type: record.StepStarted, Scenario: s.ID, Step: 2, At: now.Add(-20 * time.Second)})
		receipt, err := json.Marshal(map[string]any{"name": "kubelet stopped on worker-1", "node": "worker-1", "injectedAt": now.Add(-15 * time.Second), "bittenAt": now.Add(-10 * time.Second)})
		if err != nil {
			t.Fatal(err)
		}
		f.Add(record.Event{Type: record.Noted, Scenario: s.ID, Note: "receipt", Data: receipt, At: now.Add(-10 * time.Second)})
	}
	return f
}

func TestLinesSayWhatRunsAndWhatItsClusterHas(t *testing.T) {
	f := follow(t, 2)
	f.Add(record.Event{Type: record.StepFinished, Scenario: "a.feature:2", Step: 2, Outcome: record.Failed, At: time.Now()})
	got := f.Lines(80)
	want := []string{
		"1 of 2 done, 1 failed, 1 running (1m10s)",
		"> 파드는 노드가 사라지면 다른 노드에서 다시 실행된다, and the name is rather ...",
		"    step 2 of 2, 20s: the kubelet on worker-1 is stopped",
		"    worker-1 Unknown, control-plane Ready, pods: 2 Ready, 1 Pending",
		"    in effect: kubelet stopped on worker-1 (10s)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLinesFitASmallTerminal(t *testing.T) {
	for _, width := range []int{10, 40, 80} {
		lines := follow(t, 12).Lines(width)
		if len(lines) > 20 {
			t.Errorf("%d lines", len(lines))
		}
		for _, l := range lines {
			if runewidth.StringWidth(l) > max(width, 4) {
				t.Errorf("%d columns of %d: %s", runewidth.StringWidth(l), width, l)
			}
		}
		if last := lines[len(lines)-1]; width == 80 && last != "and 8 more" {
			t.Errorf("the last line is %q", last)
		}
	}
}
