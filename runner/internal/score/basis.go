package score

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Basis is what decided a grade besides the verdicts of its checks. The grade's
// record keeps it, so that resuming a class or recomputing a score uses the same
// basis or reports the difference.
type Basis struct {
	Lab        string   `json:"lab,omitempty"`        // hash of the lab's files
	Submission string   `json:"submission,omitempty"` // hash of the submission
	Versions   Versions `json:"versions,omitempty"`   // of the components that graded it
	Policy     *Policy  `json:"policy,omitempty"`
	Reader     string   `json:"for,omitempty"` // the reader that the results were made for
}

// Versions maps names of components to their versions.
type Versions map[string]string

// Differences compares recorded versions with the current ones. It returns none if
// the record has no versions.
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

// Differences compares a recorded policy with the current one, except for times of
// submission: only the caller knows which submissions these belong to.
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

// Rules returns the policy without the entries of single students, for the record
// of each grade.
func (p Policy) Rules() *Policy {
	p.Submitted = nil
	return &p
}
