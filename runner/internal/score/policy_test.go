package score

import (
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

func TestLateness(t *testing.T) {
	rule := LateRule{PerDay: 10, Grace: 15 * time.Minute, Cap: 25}
	rows := map[string]struct {
		overdue  time.Duration
		want     Late
		adjusted float64 // out of 10 points
	}{
		"a day early":          {-24 * time.Hour, Late{}, 10},
		"in time":              {0, Late{}, 10},
		"in the time of grace": {15 * time.Minute, Late{}, 10},
		"after it":             {16 * time.Minute, Late{1, 10}, 9},
		"a whole day":          {24 * time.Hour, Late{1, 10}, 9},
		"a day has begun":      {24*time.Hour + time.Second, Late{2, 20}, 8},
		"no more than the cap": {72 * time.Hour, Late{3, 25}, 7.5},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			r := result("ada", passed, passed, passed, passed)
			r.Submitted = noon.Add(row.overdue)
			r, err := Policy{Due: noon, Late: rule}.Apply(r)
			if err != nil || r.Late != row.want || r.Adjusted() != row.adjusted || r.Points != 10 || !r.Passed {
				t.Errorf("%+v, %v adjusted, %d raw, %v", r.Late, r.Adjusted(), r.Points, err)
			}
		})
	}
	if got := (LateRule{PerDay: 60}).of(48 * time.Hour); got.Percent != 100 {
		t.Errorf("without a cap: %+v", got)
	}
}

func TestAHundredthIsNotLost(t *testing.T) {
	r := Result{Points: 7, Late: Late{1, 33.3}}
	if r.Adjusted() != 4.67 {
		t.Errorf("%v", r.Adjusted())
	}
}

func TestNobodyIsLateByTheGradersClock(t *testing.T) {
	r := result("ada", passed, passed, passed, passed)
	p := Policy{Due: noon.Add(-time.Hour), Late: LateRule{PerDay: 10}}
	if _, err := p.Apply(r); !input.Is(err) || !strings.Contains(err.Error(), "time of submission of ada is unknown") {
		t.Errorf("%v", err)
	}
	p.Submitted = map[string]time.Time{"ada": noon}
	if late, err := p.Apply(r); err != nil || late.Late.Days != 1 {
		t.Errorf("%+v, %v", late.Late, err)
	}
	p.Submitted = map[string]time.Time{"ada-1": noon}
	if late, err := p.Apply(r); err != nil || late.Late.Days != 1 {
		t.Errorf("by submission: %+v, %v", late.Late, err)
	}
}

func TestVisibility(t *testing.T) {
	working, due, published := Moment{}, Moment{Due: true}, Moment{Published: true}
	rows := map[lab.Visibility][3]bool{
		lab.Always: {true, true, true}, lab.AfterDue: {false, true, true},
		lab.AfterPublish: {false, false, true}, lab.Never: {false, false, false}, "unknown": {false, false, false},
	}
	for v, want := range rows {
		if got := [3]bool{working.Shows(v), due.Shows(v), published.Shows(v)}; got != want {
			t.Errorf("%s: %v, want %v", v, got, want)
		}
	}
	p := Policy{Due: noon}
	if p.At(noon).Due || !p.At(noon.Add(time.Second)).Due || (Policy{}).At(noon).Due {
		t.Error("the due time is over when it has passed, and never without one")
	}
}

func TestTheScoreWaitsForWhatIsShownLater(t *testing.T) {
	r := result("ada", passed, passed, passed, passed)
	for moment, want := range map[Moment]State{{}: Withheld, {Due: true}: Withheld, {Published: true}: Graded} {
		if shown := r.ForStudent(moment); shown.State() != want {
			t.Errorf("%+v: %s, want %s", moment, shown.State(), want)
		}
	}
	if r.Hidden != 0 || len(r.Criteria) != 4 {
		t.Error("the instructor's own has changed")
	}
}

func TestPolicyFiles(t *testing.T) {
	rows := map[string]struct{ content, want string }{
		"all":            {"due: 2026-11-20T17:00:00+01:00\nlate: {perDay: 10, grace: 15m, cap: 50}\nsubmitted: {ada: 2026-11-20T17:10:00+01:00}\n", ""},
		"empty":          {"", ""},
		"an unknown key": {"du: 2026-11-20\n", `p.yaml:1: unknown key "du"`},
		"no time":        {"due: tomorrow\n", `p.yaml:1: "tomorrow" is no time; write one with seconds and its zone`},
		"over a hundred": {"late: {perDay: 101}\n", "p.yaml:1: late: perDay is per cent"},
		"no number":      {"late: {perDay: .nan}\n", "p.yaml:1: late: perDay is per cent"},
		"less than none": {"late: {perDay: 1, grace: -1m}\n", "grace is -1m0s"},
		"a cap alone":    {"late: {cap: 10}\n", "p.yaml:1: late: perDay is missing"},
		"two of late":    {"published: true\nlate:\n  perDay: 200\n  cap: -1\n", "p.yaml:3: late: perDay is per cent, from 0 to 100\np.yaml:4: late: cap is per cent"},
		"without a zone": {"due: 2026-11-20T17:00:00\n", "p.yaml:1: time 2026-11-20T17:00:00 has no zone"},
		"with a space":   {"due: 2026-11-20 17:00:00\n", "p.yaml:1: time 2026-11-20 17:00:00 has no zone"},
		"a bare date":    {"published: true\ndue: 2026-11-20\n", "p.yaml:2: time 2026-11-20 has no zone, or is only a date"},
		"a student's":    {"submitted:\n  ada: 2026-11-20T17:00:00Z\n  bob: 2026-11-20T17:00:00\n", "p.yaml:3: time 2026-11-20T17:00:00 has no zone"},
		"in quotes":      {"due: \"2026-11-20T17:00:00\"\n", "p.yaml:1: time 2026-11-20T17:00:00 has no zone"},
		"of UTC":         {"due: 2026-11-20T17:00:00Z\n", ""},
		"west of it":     {"due: 2026-11-20T17:00:00.5-08:00\n", ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			p, err := ParsePolicy("p.yaml", []byte(row.content))
			if row.want == "" && err != nil || row.want != "" && (!input.Is(err) || !strings.Contains(err.Error(), row.want)) {
				t.Errorf("%+v, %v", p, err)
			}
			if name == "all" && (p.Late.Grace != 15*time.Minute || p.Submitted["ada"].Sub(p.Due) != 10*time.Minute) {
				t.Errorf("%+v", p)
			}
		})
	}
}
