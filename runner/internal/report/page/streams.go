package page

import (
	"cmp"
	"slices"
	"time"

	"github.com/gherkube/gherkube/fixtures/availability"
	"github.com/gherkube/gherkube/steps/event"
)

// failuresMax bounds the failures of a stream that are drawn one by one.
const failuresMax = 300

// streams draws the background requests: a row for each stream.
func (d *drawing) streams() []lane {
	l := lane{Kind: "stream", Head: row{Kind: "stream", Label: d.T("kind.stream")}}
	for _, n := range d.scenario.NotesOf(string(event.Requests)) {
		strip, ok := decoded[availability.Strip](n.Data)
		if !ok || len(strip.Seconds) == 0 || strip.From.IsZero() {
			continue
		}
		i := slices.IndexFunc(l.Rows, func(r row) bool { return r.Label == strip.Of })
		if i < 0 {
			i = len(l.Rows)
			l.Rows = append(l.Rows, row{Kind: "stream", Label: cmp.Or(strip.Of, d.T("kind.stream")), Height: 14})
		}
		l.Rows[i].Bars = append(l.Rows[i].Bars, d.strip(strip)...)
	}
	if len(l.Rows) == 0 {
		return nil
	}
	return []lane{l}
}

// strip draws the seconds of a strip, merged where they are alike, then its failures
// and gaps.
func (d *drawing) strip(s availability.Strip) (bars []bar) {
	second := func(n int) time.Time { return s.From.Add(time.Duration(n) * time.Second) }
	for i := 0; i < len(s.Seconds); {
		class, n, sum := classOf(s.Seconds[i]), i, availability.Second{}
		for n < len(s.Seconds) && classOf(s.Seconds[n]) == class {
			sum.Answered, sum.Failed = sum.Answered+s.Seconds[n].Answered, sum.Failed+s.Seconds[n].Failed
			n++
		}
		to := second(n)
		if end := d.end(); to.After(end) {
			to = end
		}
		if class != "" {
			what := d.T("requestsSum", sum.Answered, sum.Failed)
			bars = append(bars, d.bar(class, what, second(i), to, ""))
		}
		i = n
	}
	for _, f := range s.Failures[:min(len(s.Failures), failuresMax)] {
		from := s.From.Add(time.Duration(f.At) * time.Millisecond)
		bars = append(bars, d.bar("r-failed", d.T("noAnswer"), from, from.Add(time.Duration(f.Took)*time.Millisecond), reason(s, f.Reason)))
	}
	for _, g := range s.Gaps {
		from, to := s.From.Add(time.Duration(g.From)*time.Millisecond), s.From.Add(time.Duration(g.To)*time.Millisecond)
		bars = append(bars, d.bar("r-gap", d.T("gap"), from, to, reason(s, g.Reason)))
	}
	return bars
}

func reason(s availability.Strip, n int) string {
	if n < 0 || n >= len(s.Reasons) {
		return ""
	}
	return s.Reasons[n]
}

func classOf(s availability.Second) string {
	switch {
	case s.Answered > 0 && s.Failed > 0:
		return "r-partly"
	case s.Answered > 0:
		return "r-answered"
	case s.Failed > 0:
		return "r-silent"
	}
	return ""
}
