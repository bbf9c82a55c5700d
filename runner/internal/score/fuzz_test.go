package score

import (
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// FuzzPolicy parses and applies arbitrary policies: a penalty never exceeds the
// points.
func FuzzPolicy(f *testing.F) {
	f.Add([]byte("due: 2026-11-20T17:00:00+01:00\nlate: {perDay: 10, grace: 15m, cap: 50}\nsubmitted: {ada: 2026-11-20T17:10:00+01:00}\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		p, err := ParsePolicy("p.yaml", content)
		if err != nil {
			if !input.Is(err) {
				t.Errorf("%v", err)
			}
			return
		}
		r, err := p.Apply(Result{Student: "ada", Points: 10, Total: 10})
		if err == nil && (r.Adjusted() < 0 || r.Adjusted() > 10 || r.Adjusted() != r.Adjusted()) {
			t.Errorf("%v of 10 points are left: %+v", r.Adjusted(), p)
		}
		if differ := p.Differences(p); len(differ) > 0 {
			t.Errorf("it differs from itself: %v", differ)
		}
	})
}
