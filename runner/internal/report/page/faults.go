package page

import (
	"cmp"
	"time"

	"github.com/gherkube/gherkube/steps/event"
)

// receipt is what the page needs of a faults.Receipt.
type receipt struct {
	Name        string    `json:"name"`
	Node        string    `json:"node"`
	State       string    `json:"state"`
	InjectedAt  time.Time `json:"injectedAt"`
	InEffectAt  time.Time `json:"bittenAt"`
	RevertedAt  time.Time `json:"healedAt"`
	RecoveredAt time.Time `json:"recoveredAt"`
	InEffectBy  string    `json:"bittenBy"`
	RecoveredBy string    `json:"recoveredBy"`
	Problem     string    `json:"problem"`
}

// faultSet is the faults of a try, drawn.
type faultSet struct {
	drawing *drawing
	all     []receipt
}

// faults returns the last receipt of every fault, in order of injection.
func (d *drawing) faults() faultSet {
	set := faultSet{drawing: d}
	places := map[string]int{}
	for _, n := range d.scenario.NotesOf(string(event.Receipt)) {
		r, ok := decoded[receipt](n.Data)
		if !ok || r.InjectedAt.IsZero() {
			continue
		}
		key := r.Name + r.InjectedAt.String()
		if at, again := places[key]; again {
			set.all[at] = r
			continue
		}
		places[key] = len(set.all)
		set.all = append(set.all, r)
	}
	return set
}

// lanes draws a row for each fault: injected, in effect, reverted, recovered.
func (f faultSet) lanes() []lane {
	if len(f.all) == 0 {
		return nil
	}
	d := f.drawing
	l := lane{Kind: "fault", Head: row{Kind: "fault", Label: d.T("faultLane")}}
	for _, r := range f.all {
		shown := row{Kind: "fault", Node: r.Node, Label: r.Name, Height: 14}
		begin := func(class, what string, from, to time.Time, why string) {
			if !from.IsZero() && to.After(from) {
				b := d.bar(class, what, from, to, why)
				b.Text = what
				shown.Bars = append(shown.Bars, b)
			}
		}
		effect, reverted := f.ends(r)
		begin("f-injecting", d.T("injecting"), r.InjectedAt, effect, "")
		begin("f-effect", d.T("inEffect"), r.InEffectAt, reverted, cmp.Or(r.InEffectBy, r.Problem))
		begin("f-reverting", d.T("reverting"), r.RevertedAt, or(r.RecoveredAt, d.end()), cmp.Or(r.RecoveredBy, r.Problem))
		l.Rows = append(l.Rows, shown)
	}
	return []lane{l}
}

// ends returns when the injection ended, and when the effect did.
func (f faultSet) ends(r receipt) (effect, reverted time.Time) {
	reverted = or(r.RevertedAt, f.drawing.end())
	return or(r.InEffectAt, reverted), reverted
}

func or(t, otherwise time.Time) time.Time {
	if t.IsZero() {
		return otherwise
	}
	return t
}

// shades draws the times in which a fault is in effect over all lanes.
func (f faultSet) shades() (bars []bar) {
	for _, r := range f.all {
		if _, reverted := f.ends(r); !r.InEffectAt.IsZero() {
			bars = append(bars, bar{Class: "f-shade", X: f.drawing.x(r.InEffectAt), W: f.drawing.width(r.InEffectAt, reverted)})
		}
	}
	return bars
}

// on draws the faults of a node below its state.
func (f faultSet) on(node string) (bars []bar) {
	for _, r := range f.all {
		if r.Node != node || r.InEffectAt.IsZero() {
			continue
		}
		_, reverted := f.ends(r)
		b := f.drawing.bar("f-effect", r.Name+", "+f.drawing.T("inEffect"), r.InEffectAt, reverted, r.InEffectBy)
		b.Y, b.H = "76%", "24%"
		bars = append(bars, b)
	}
	return bars
}
