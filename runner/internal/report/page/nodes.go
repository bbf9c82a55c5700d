package page

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/timeline"
)

// The limits of readable lanes.
const (
	crowded = 15 // more pods of a node are drawn as numbers, with a row each below
	rowsMax = 60 // more rows of a node are left out; those that changed most are kept
	slots   = 60 // a crowd is counted this often
)

// classes of the states, for the style sheet.
var nodeClasses = map[string]string{
	timeline.Ready: "n-ready", timeline.NotReady: "n-notready", timeline.Unknown: "n-unknown",
	timeline.Cordoned: "n-cordoned", timeline.Registered: "n-registered",
}

var podClasses = map[string]string{
	timeline.Pending: "p-pending", timeline.Creating: "p-creating", timeline.Running: "p-running", timeline.Ready: "p-ready",
	timeline.Terminating: "p-terminating", timeline.Failed: "p-failed", timeline.Succeeded: "p-succeeded", timeline.Unknown: "p-unknown",
}

// stay is the time that a pod spends on one node.
type stay struct {
	timeline.Life
	from  time.Time
	spans []stateSpan
	next  string // the node where a pod of this name was later
}

type stateSpan struct {
	timeline.State
	to time.Time
}

// nodes draws a lane for each node, and one for pods that are on none.
func (d *drawing) nodes(faults faultSet) (lanes []lane) {
	stays := d.stays()
	named := map[string]bool{}
	for _, n := range d.recorded.Nodes {
		if named[n.Name] {
			continue
		}
		named[n.Name] = true
		lanes = append(lanes, d.lane(n.Name, d.nodeRow(n.Name, faults), stays[n.Name]))
	}
	for _, node := range slices.Sorted(maps.Keys(stays)) {
		if !named[node] {
			label := node
			if node == "" {
				label = d.T("unbound")
			}
			lanes = append(lanes, d.lane(node, row{Kind: "node", Node: node, Label: label, Height: 14}, stays[node]))
		}
	}
	return append(lanes, d.otherEvents(named)...)
}

// stays divides the lives of pods by node. Before a pod is bound, it waits for its
// first node.
func (d *drawing) stays() map[string][]stay {
	all := map[string][]stay{}
	later := map[string]string{}
	for _, life := range slices.Backward(d.recorded.Pods) {
		s := stay{Life: life}
		node := ""
		for i, state := range life.States {
			node = cmp.Or(state.Node, node)
			to := d.recorded.To
			if i+1 < len(life.States) {
				to = life.States[i+1].At
			}
			if state.State == timeline.Gone {
				continue
			}
			if len(s.spans) == 0 {
				s.from = state.At
			}
			s.spans = append(s.spans, stateSpan{state, to})
		}
		if len(s.spans) == 0 {
			continue
		}
		full := life.Namespace + "/" + life.Name
		if then, again := later[full]; again && then != node {
			s.next = then
		}
		later[full] = node
		all[node] = append(all[node], s)
	}
	for _, some := range all {
		sorted(some, func(s stay) (time.Time, string) { return s.from, s.Namespace + "/" + s.Name })
	}
	return all
}

func (d *drawing) lane(node string, head row, stays []stay) lane {
	l := lane{Kind: "node", Node: node, Head: head, Count: len(stays)}
	if len(stays) > crowded {
		l.Crowd = d.crowd(node, stays)
		if l.More = len(stays) - rowsMax; l.More > 0 {
			slices.SortStableFunc(stays, func(a, b stay) int { return cmp.Compare(len(b.spans), len(a.spans)) })
			stays = stays[:rowsMax]
			sorted(stays, func(s stay) (time.Time, string) { return s.from, s.Namespace + "/" + s.Name })
		}
	}
	for _, s := range stays {
		l.Rows = append(l.Rows, d.podRow(node, s))
	}
	return l
}

// nodeRow draws the states of a node, and the faults that are in effect on it.
func (d *drawing) nodeRow(name string, faults faultSet) row {
	r := row{Kind: "node", Node: name, Label: name, Height: 16}
	for _, n := range d.recorded.Nodes {
		if n.Name != name {
			continue
		}
		for i, s := range n.States {
			to := d.recorded.To
			if i+1 < len(n.States) {
				to = n.States[i+1].At
			}
			if s.State == timeline.Gone {
				continue
			}
			b := d.bar(cmp.Or(nodeClasses[s.State], "n-unknown"), s.State, s.At, to, s.Why)
			b.Text = s.State
			r.Bars = append(r.Bars, b)
		}
	}
	r.Bars = append(r.Bars, faults.on(name)...)
	r.Marks = d.marks("Node/"+name, "")
	return r
}

func (d *drawing) podRow(node string, s stay) row {
	r := row{Kind: "pod", Namespace: s.Namespace, Node: node, Label: s.Name, Height: 12}
	if s.next != "" {
		r.Sub = d.T("elsewhere", s.next)
	}
	for _, at := range s.spans {
		b := d.bar(cmp.Or(podClasses[at.State.State], "p-unknown"), at.State.State, at.At, at.to, at.Why)
		r.Bars = append(r.Bars, b)
	}
	r.Marks = d.marks("Pod/"+s.Name, s.Namespace)
	return r
}

// marks draws the events about an object. Names are unique in a namespace at a time; a
// replaced pod of the same name shares its events.
func (d *drawing) marks(about, namespace string) (all []mark) {
	for _, v := range d.recorded.Events {
		if v.About == about && v.Namespace == namespace {
			all = append(all, d.mark(v))
		}
	}
	return all
}

func (d *drawing) mark(v timeline.Event) mark {
	class, what := "e-normal", v.Reason
	if v.Warning {
		class, what = "e-warning", d.T("warning")+" "+v.Reason
	}
	if v.Times > 1 {
		what += ", " + d.T("times", v.Times)
	}
	if kind, name, _ := strings.Cut(v.About, "/"); kind != "Pod" && kind != "Node" {
		what = name + ": " + what
	}
	return mark{class, d.x(v.At), d.T("because", d.T("at", what, d.clock(v.At)), v.Message)}
}

// otherEvents draws the events about objects that are neither pods nor nodes, a row
// for each kind.
func (d *drawing) otherEvents(nodes map[string]bool) (lanes []lane) {
	of := map[string][]mark{}
	for _, v := range d.recorded.Events {
		kind, name, _ := strings.Cut(v.About, "/")
		if kind == "Pod" || kind == "Node" && nodes[name] {
			continue
		}
		of[kind] = append(of[kind], d.mark(v))
	}
	l := lane{Kind: "event", Head: row{Kind: "event", Label: d.T("kind.event")}}
	for _, kind := range slices.Sorted(maps.Keys(of)) {
		l.Rows = append(l.Rows, row{Kind: "event", Label: kind, Height: 12, Marks: of[kind]})
	}
	if len(l.Rows) == 0 {
		return nil
	}
	return []lane{l}
}

// stacked is the order of states in a crowd, from the bottom.
var stacked = []string{
	timeline.Ready, timeline.Succeeded, timeline.Running, timeline.Creating, timeline.Pending, timeline.Terminating, timeline.Failed, timeline.Unknown,
}

// crowd draws how many pods are in which state, over time.
func (d *drawing) crowd(node string, stays []stay) *row {
	r := &row{Kind: "pod", Node: node, Label: d.T("pods", len(stays)), Height: 56}
	counts, most := make([]map[string]int, slots), 1
	for i := range counts {
		at := d.from.Add(time.Duration((float64(i) + 0.5) / slots * float64(d.total)))
		counts[i] = map[string]int{}
		n := 0
		for _, s := range stays {
			if state := s.at(at); state != "" && !at.After(d.end()) {
				counts[i][state]++
				n++
			}
		}
		most = max(most, n)
	}
	for i := 0; i < slots; {
		n := i + 1
		for n < slots && maps.Equal(counts[n], counts[i]) {
			n++
		}
		r.Bars = append(r.Bars, d.column(counts[i], most, i, n)...)
		i = n
	}
	return r
}

func (s stay) at(t time.Time) string {
	for _, span := range s.spans {
		if !t.Before(span.At) && t.Before(span.to) {
			return span.State.State
		}
	}
	return ""
}

// column draws the counts from one slice of time to another.
func (d *drawing) column(counts map[string]int, most, from, to int) (bars []bar) {
	var said []string
	for _, state := range stacked {
		if counts[state] > 0 {
			said = append(said, fmt.Sprintf("%d %s", counts[state], state))
		}
	}
	label := d.T("countsAt", d.clock(d.from.Add(time.Duration(float64(from)/slots*float64(d.total)))), strings.Join(said, ", "))
	top := 1.0
	for _, state := range stacked {
		if counts[state] == 0 {
			continue
		}
		height := float64(counts[state]) / float64(most)
		top -= height
		class := podClasses[state]
		d.used[class] = true
		bars = append(bars, bar{
			Class: class, X: percent(float64(from) / slots), W: percent(float64(to-from) / slots),
			Y: percent(max(0, top)), H: percent(height), Label: label,
		})
	}
	return bars
}
