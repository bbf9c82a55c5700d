package live

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// linesMax bounds the scenarios that are drawn in full, so that they fit a small
// terminal beside other tasks.
const linesMax = 4

// Lines draws the run for a terminal of a width: the counts, and what each running
// scenario does and has in its cluster.
func (f *Follower) Lines(width int) (lines []string) {
	var all []string
	_ = f.Look(f.stale, func(now State) error {
		if f.stale(now, "") {
			f.drawn = drawn{now.Now, draw(now)}
		}
		all = f.drawn.lines
		return nil
	})
	for _, l := range all {
		text := runewidth.Truncate(strings.Join(strings.Fields(l), " "), max(0, width-indent(l)), "...")
		lines = append(lines, strings.Repeat(" ", indent(l))+text)
	}
	return lines
}

// redraw is how long drawn lines are used: a terminal asks for them more often.
const redraw = 400 * time.Millisecond

// drawn is what Lines drew last.
type drawn struct {
	at    time.Time
	lines []string
}

// stale reports whether the lines are drawn again. The timelines cost most.
func (f *Follower) stale(now State, _ string) bool { return now.Now.Sub(f.drawn.at) >= redraw }

// indent returns the number of spaces at the beginning.
func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func draw(now State) (lines []string) {
	lines = []string{summary(now)}
	going := 0
	for _, s := range now.Run.Scenarios {
		if !s.Running() {
			continue
		}
		if going++; going <= linesMax {
			lines = append(lines, scenarioLines(s, now)...)
		}
	}
	if more := going - linesMax; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return lines
}

// summary is the line with the counts.
func summary(now State) string {
	done, going := 0, 0
	for _, s := range now.Run.Scenarios {
		if s.Verdict != "" {
			done++
		}
		if s.Running() {
			going++
		}
	}
	parts := []string{fmt.Sprintf("%d of %d done", done, len(now.Run.Scenarios))}
	for _, v := range []verdict.Verdict{verdict.Passed, verdict.Failed, verdict.Undecided} {
		if n := now.Run.Count(v); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, v))
		}
	}
	if going > 0 {
		parts = append(parts, fmt.Sprintf("%d running", going))
	}
	return strings.Join(parts, ", ") + " (" + since(now.Run.Started, now.Now) + ")"
}

func scenarioLines(s *model.Scenario, now State) []string {
	title := s.Title()
	if try := len(s.Earlier) + 1; try > 1 {
		title += fmt.Sprintf(" (try %d)", try)
	}
	lines := []string{"> " + title + " (" + since(s.Started, now.Now) + ")"}
	if i := s.Current(); i >= 0 {
		step := s.Steps[i]
		what := step.Text
		if step.Returned {
			what = "cleaning up"
		}
		lines = append(lines, fmt.Sprintf("    step %d of %d, %s: %s", i+1, len(s.Steps), since(step.Started, now.Now), what))
	}
	if line, ok := now.Timelines[s.ID]; ok {
		lines = append(lines, "    "+clusterLine(line))
	}
	if effects := effectsOf(s, now.Now); effects != "" {
		lines = append(lines, "    in effect: "+effects)
	}
	return lines
}

// clusterLine says the states of the nodes, the unhealthy ones first, and of the pods.
func clusterLine(line timeline.Timeline) string {
	var ready, other []string
	for _, n := range line.Nodes {
		switch state := last(n); state {
		case timeline.Gone:
		case timeline.Ready:
			ready = append(ready, n.Name)
		default:
			other = append(other, n.Name+" "+state)
		}
	}
	parts := other
	if len(ready) > 0 {
		parts = append(parts, nodes(ready)+" Ready")
	}
	return strings.Join(append(parts, pods(line)...), ", ")
}

// nodes names a few nodes, or says how many there are.
func nodes(names []string) string {
	if len(names) > 3 {
		return fmt.Sprintf("%d nodes", len(names))
	}
	return strings.Join(names, " ")
}

// pods counts the pods by state.
func pods(line timeline.Timeline) (parts []string) {
	counts := map[string]int{}
	for _, p := range line.Pods {
		counts[last(p)]++
	}
	delete(counts, timeline.Gone)
	states := make([]string, 0, len(counts))
	for state := range counts {
		states = append(states, state)
	}
	slices.SortFunc(states, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	for i, state := range states {
		noun := ""
		if i == 0 {
			noun = "pods: "
		}
		parts = append(parts, fmt.Sprintf("%s%d %s", noun, counts[state], state))
	}
	return parts
}

func last(l timeline.Life) string {
	if len(l.States) == 0 {
		return timeline.Gone
	}
	return l.States[len(l.States)-1].State
}

// effectsOf lists the faults that are in effect.
func effectsOf(s *model.Scenario, now time.Time) string {
	var all []string
	for _, f := range s.Faults() {
		if !f.InEffectAt.IsZero() && f.RevertedAt.IsZero() {
			all = append(all, f.Name+" ("+since(f.InEffectAt, now)+")")
		}
	}
	return strings.Join(all, ", ")
}

func since(t, now time.Time) string {
	if t.IsZero() {
		return "0s"
	}
	return max(0, now.Sub(t)).Round(time.Second).String()
}
