package grading

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

func TestWhatALabHasToProve(t *testing.T) {
	rows := []struct {
		name         string
		verification string
		want, points int
		gradable     bool
		verdict      verdict.Verdict
	}{
		{"as declared", "wrong/half", 6, 6, true, verdict.Passed},
		{"a wrong solution scores more", "wrong/half", 6, 8, true, verdict.Failed},
		{"a wrong solution scores less", "wrong/half", 6, 4, true, verdict.Failed},
		{"an unusual right solution scores full", "right/other", 10, 10, true, verdict.Passed},
		{"an unusual right solution does not score full", "right/other", 10, 8, true, verdict.Failed},
		{"an untouched cluster scores", Untouched, 0, 2, true, verdict.Failed},
		{"the solution does not score all", Reference, 10, 8, true, verdict.Failed},
		{"deleting all is worth something", Emptied, 0, 4, true, verdict.Failed},
		{"deleting all is worth less than nothing done", Emptied, 2, 0, true, verdict.Passed},
		{"it could not be told", Untouched, 0, 0, false, verdict.Undecided},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			p := Verification{Lab: "x", Name: row.verification, Want: row.want, Result: score.Result{Points: row.points, Total: 10, Gradable: row.gradable}}
			if p.Verdict() != row.verdict {
				t.Errorf("got %s: %s", p.Verdict(), p)
			}
		})
	}
}

func TestEachSubmissionOfTheLabIsProved(t *testing.T) {
	l := &lab.Lab{Right: []string{"a", "b"}}
	l.Tasks = []lab.Task{{Points: 4}, {Points: 6}}
	l.Expect.Wrong = map[string]int{"d": 2, "c": 5}
	want := []known{{"right/a", 10}, {"right/b", 10}, {"wrong/c", 5}, {"wrong/d", 2}}
	if got := submissions(l); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// The solution (with the untouched cluster) and the emptied namespace are the
	// first two.
	if got := len((&Grader{}).verifications(l, nil, t.TempDir(), nil)); got != len(want)+2 {
		t.Errorf("%d verifications, want %d", got, len(want)+2)
	}
	if got := Names(l); len(got) != len(want)+3 {
		t.Errorf("%q", got)
	}
}

func TestAVerificationSaysWhatWasBroken(t *testing.T) {
	p := Verification{Lab: "x", Name: Reference, Variant: "cause=size", Want: 10, Result: score.Result{Points: 10, Total: 10, Gradable: true}}
	if got, want := p.String(), "passed     x  solution (cause=size) scores 10 of 10, declared 10"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestOnlyWhatIsAskedForIsProved checks which submissions are graded, by their
// records, and which verifications are reported.
func TestOnlyWhatIsAskedForIsProved(t *testing.T) {
	for only, want := range map[string]string{
		"":                      "untouched solution emptied right/a wrong/c",
		"solution":              "solution",
		"untouched":             "untouched",
		"wrong/c":               "wrong/c",
		"right/a wrong/c":       "right/a wrong/c",
		"emptied solution":      "solution emptied",
		"right/b of other labs": "",
	} {
		t.Run(only, func(t *testing.T) {
			g, _ := trialGrader(newFake(t))
			l := trialLab(t, "Then I pass")
			l.Right, l.Expect.Wrong = []string{"a"}, map[string]int{"c": 4}
			for _, folder := range []string{lab.SolutionDir, "right/a", "wrong/c"} {
				if err := os.MkdirAll(l.Path(folder), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(l.Path(folder), Script), []byte("true"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var proved []string
			err := g.Verify(t.Context(), []*lab.Lab{l}, strings.Fields(only), 1, t.TempDir(), func(p Verification) { proved = append(proved, p.Name) })
			if got := strings.Join(proved, " "); err != nil || got != want {
				t.Errorf("proved %q, want %q: %v", got, want, err)
			}
		})
	}
}
