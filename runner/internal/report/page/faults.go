package page

import (
	"cmp"
	"time"

	"github.com/gherkube/gherkube/runner/internal/model"
)

// faultSet is the faults of a try, drawn.
type faultSet struct {
	drawing *drawing
	all     []model.Fault
}

// faults returns the faults of the try, in order of injection.
func (d *drawing) faults() faultSet { return faultSet{d, d.scenario.Faults()} }

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
func (f faultSet) ends(r model.Fault) (effect, reverted time.Time) {
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
