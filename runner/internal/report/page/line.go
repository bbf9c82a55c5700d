package page

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps/event"
)

// line is the timeline of a try.
type line struct {
	texts
	ID         string
	Title      string
	Millis     int64
	Ticks      []tick
	Lanes      []lane
	Shades     []bar // below all lanes: faults in effect
	Unseen     []bar // over all lanes: times that were not seen
	Steps      []bar
	Now        string // x of the present, while the scenario runs
	Namespaces []string
	Nodes      []string
	Kinds      []string
	Legend     []legend
	Recorded   bool
	Early      bool // the scenario waits for its cluster
	Omitted    int
}

// lane is the rows of a node, of the faults, or of the requests.
type lane struct {
	Kind string // node, fault, stream, event or watch
	Node string
	Head row
	Rows []row
	// Crowd replaces the rows of many pods: how many were in which state. The rows are
	// below it, folded.
	Crowd *row
	Count int
	More  int
}

// row is one line of bars.
type row struct {
	Key       string // tells rows apart while the scenario runs
	Kind      string // pod, or that of the lane
	Namespace string
	Node      string
	Label     string
	Sub       string // a remark after the label
	Height    int
	Bars      []bar
	Marks     []mark
}

// bar is a span of time.
type bar struct {
	Class string
	X, W  string
	Y, H  string // in percent of the row, of a crowd
	Text  string // drawn in the bar where it fits
	Label string // who, what, when, why
	Step  int    // the number of a step
}

// mark is a moment: a Kubernetes event.
type mark struct{ Class, X, Label string }

type legend struct{ Class, Text string }

// drawing is what the parts of a timeline need to draw themselves.
type drawing struct {
	texts
	scale
	scenario *model.Scenario
	recorded timeline.Timeline
	used     map[string]bool // classes, for the legend
	going    *going          // nil after the scenario
}

// lineOf draws the timeline of a try.
func lineOf(s *model.Scenario, id string, in texts, g *going) *line {
	d := &drawing{texts: in, scenario: s, used: map[string]bool{}, going: g}
	recorded := false
	for _, n := range s.NotesOf(string(event.Timeline)) {
		if told, ok := decoded[timeline.Timeline](n.Data); ok {
			d.recorded, recorded = told, true
		}
	}
	d.from, d.total = s.Started, max(s.Duration(), time.Millisecond)
	if g != nil {
		recorded = g.timeline != nil
		if recorded {
			d.recorded = *g.timeline
		}
		d.total = axis(g.now.Sub(s.Started))
	}
	if recorded && d.recorded.From.Before(d.from) {
		d.total += d.from.Sub(d.recorded.From)
		d.from = d.recorded.From
	}
	l := &line{texts: in, ID: id, Title: s.Title(), Recorded: recorded, Omitted: d.recorded.Omitted, Millis: d.total.Milliseconds()}
	faults := d.faults()
	l.Lanes = append(l.Lanes, d.watched(recorded)...)
	l.Lanes = append(l.Lanes, faults.lanes()...)
	l.Lanes = append(l.Lanes, d.streams()...)
	l.Lanes = append(l.Lanes, d.nodes(faults)...)
	l.Shades, l.Unseen = faults.shades(), d.unseen()
	l.Steps, l.Ticks = d.steps(), d.ticks()
	if g != nil {
		l.Now = d.x(g.now)
		l.Early = !recorded
		l.name()
	}
	l.collect()
	l.Legend = d.legend()
	return l
}

// name gives the rows their keys.
func (l *line) name() {
	for i := range l.Lanes {
		for n := range l.Lanes[i].Rows {
			r := &l.Lanes[i].Rows[n]
			r.Key = r.Namespace + " " + r.Label
		}
	}
}

// collect lists what the filters offer.
func (l *line) collect() {
	namespaces, nodes, kinds := map[string]bool{}, map[string]bool{}, map[string]bool{}
	add := func(r row) {
		kinds[r.Kind] = true
		if len(r.Marks) > 0 {
			kinds["event"] = true
		}
		if r.Namespace != "" {
			namespaces[r.Namespace] = true
		}
	}
	for _, lane := range l.Lanes {
		if lane.Kind == "node" && lane.Node != "" {
			nodes[lane.Node] = true
		}
		add(lane.Head)
		for _, r := range lane.Rows {
			add(r)
		}
	}
	l.Namespaces, l.Nodes = slices.Sorted(maps.Keys(namespaces)), slices.Sorted(maps.Keys(nodes))
	for _, k := range []string{"node", "pod", "fault", "stream", "event"} {
		if kinds[k] {
			l.Kinds = append(l.Kinds, k)
		}
	}
}

// bar draws a span, and says what was when, and why. The script adds who, from the row.
func (d *drawing) bar(class, what string, from, to time.Time, why string) bar {
	d.used[class] = true
	label := d.T("during", what, d.clock(from), span(to.Sub(from)))
	if why != "" {
		label = d.T("because", label, why)
	}
	return bar{Class: class, X: d.x(from), W: d.width(from, to), Label: label}
}

// end returns the end of the drawing: the present, while the scenario runs.
func (d *drawing) end() time.Time {
	if d.going != nil {
		return d.going.now
	}
	return d.from.Add(d.total)
}

// steps draws the steps along the bottom.
func (d *drawing) steps() (bars []bar) {
	for i, st := range d.scenario.Steps {
		if st.Started.IsZero() || st.Outcome == record.NotRun {
			continue
		}
		outcome, finished := string(st.Outcome), st.Finished
		if outcome == "" {
			outcome, finished = running, d.end()
		}
		b := d.bar("v-"+outcome, "", st.Started, finished, "")
		b.Label = d.T("stepN", i+1, d.T(outcome), strings.TrimSpace(st.Keyword)+" "+st.Text) + ", " + d.clock(st.Started) + ", " + span(finished.Sub(st.Started))
		b.Step, b.Text = i+1, itoa(int64(i+1))
		bars = append(bars, b)
	}
	return bars
}

// watched draws when the cluster could be seen.
func (d *drawing) watched(recorded bool) []lane {
	if !recorded || len(d.recorded.Unseen) == 0 {
		return nil
	}
	r := row{Kind: "watch", Label: d.T("watch"), Height: 14}
	from := d.recorded.From
	for _, u := range d.recorded.Unseen {
		if u.From.After(from) {
			r.Bars = append(r.Bars, d.bar("seen", d.T("seen"), from, u.From, ""))
		}
		r.Bars = append(r.Bars, d.bar("unseen", d.T("unseen"), u.From, u.To, u.Why))
		from = u.To
	}
	if d.recorded.To.After(from) {
		r.Bars = append(r.Bars, d.bar("seen", d.T("seen"), from, d.recorded.To, ""))
	}
	return []lane{{Kind: "watch", Head: r}}
}

func (d *drawing) unseen() (bars []bar) {
	for _, u := range d.recorded.Unseen {
		bars = append(bars, bar{Class: "unseen", X: d.x(u.From), W: d.width(u.From, u.To)})
	}
	return bars
}

// names are the classes in the order of the legend, with the words that Kubernetes uses.
var names = []legend{
	{"n-ready", "Ready"}, {"n-notready", "NotReady"}, {"n-unknown", "Unknown"}, {"n-cordoned", "SchedulingDisabled"}, {"n-registered", "Registered"},
	{"p-pending", "Pending"}, {"p-creating", "ContainerCreating"}, {"p-running", "Running"}, {"p-ready", "Ready"},
	{"p-terminating", "Terminating"}, {"p-failed", "Failed"}, {"p-succeeded", "Succeeded"}, {"p-unknown", "Unknown"},
}

func (d *drawing) legend() (shown []legend) {
	for _, n := range names {
		if !d.used[n.Class] {
			continue
		}
		kind := d.T("kind.node")
		if strings.HasPrefix(n.Class, "p-") {
			kind = d.T("kind.pod")
		}
		shown = append(shown, legend{n.Class, kind + ": " + n.Text})
	}
	for _, n := range []legend{
		{"f-injecting", d.T("faultLane") + ": " + d.T("injecting")}, {"f-effect", d.T("faultLane") + ": " + d.T("inEffect")}, {"f-reverting", d.T("faultLane") + ": " + d.T("reverting")},
		{"r-answered", d.T("kind.stream") + ": " + d.T("answered")}, {"r-failed", d.T("kind.stream") + ": " + d.T("noAnswer")}, {"r-gap", d.T("kind.stream") + ": " + d.T("gap")},
		{"unseen", d.T("unseen")},
	} {
		if d.used[n.Class] {
			shown = append(shown, n)
		}
	}
	return shown
}

func sorted[T any](all []T, by func(T) (time.Time, string)) {
	slices.SortStableFunc(all, func(a, b T) int {
		at, name := by(a)
		bt, other := by(b)
		return cmp.Or(at.Compare(bt), cmp.Compare(name, other))
	})
}
