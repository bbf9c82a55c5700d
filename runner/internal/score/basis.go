package score

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Basis is what decided a grade beside the verdicts of its checks. It is kept in
// the grade's record, so that whoever goes on with a class, or computes a score
// again, uses the same or says what differs.
type Basis struct {
	Lab        string   `json:"lab,omitempty"`        // hash of the lab's files
	Submission string   `json:"submission,omitempty"` // hash of what was handed in
	Versions   Versions `json:"versions,omitempty"`   // of what graded
	Policy     *Policy  `json:"policy,omitempty"`
	Reader     string   `json:"for,omitempty"` // whom results were made for
}

// Versions are versions by the name of what they are of.
type Versions map[string]string

// Differences compares recorded versions with those of now. Nothing is said of
// a record that has none.
func (v Versions) Differences(now Versions) []string {
	if len(v) == 0 || len(now) == 0 {
		return nil
	}
	names := map[string]bool{}
	for name := range v {
		names[name] = true
	}
	for name := range now {
		names[name] = true
	}
	var all []string
	for _, name := range slices.Sorted(maps.Keys(names)) {
		all = differ(all, name, v[name], now[name])
	}
	return all
}

// Differences compares a recorded policy with that of now. The times at which
// submissions were handed in are compared by whoever knows the submissions.
func (p Policy) Differences(now Policy) []string {
	var all []string
	all = differ(all, "due", moment(p.Due), moment(now.Due))
	all = differ(all, "published", fmt.Sprint(p.Published), fmt.Sprint(now.Published))
	all = differ(all, "late.perDay", decimal(p.Late.PerDay), decimal(now.Late.PerDay))
	all = differ(all, "late.grace", p.Late.Grace.String(), now.Late.Grace.String())
	return differ(all, "late.cap", decimal(p.Late.Cap), decimal(now.Late.Cap))
}

func differ(all []string, name, recorded, now string) []string {
	if recorded == now {
		return all
	}
	return append(all, fmt.Sprintf("%s: recorded %s, now %s", name, orNone(recorded), orNone(now)))
}

func orNone(text string) string {
	if text == "" {
		return "none"
	}
	return text
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// SubmittedAt returns when a student submitted, if the policy says so.
func (p Policy) SubmittedAt(student, submission string) (at time.Time, known bool) {
	if at, known = p.Submitted[student]; known && student != "" {
		return at, true
	}
	at, known = p.Submitted[submission]
	return at, known
}

// Rules is the policy without what it says of single students, to be kept in
// each of their records.
func (p Policy) Rules() *Policy {
	p.Submitted = nil
	return &p
}
