package score

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// classroomResult is the result that a runner passes to GitHub Classroom's reporter
// (classroom-resources/autograding-grading-reporter, src/main.js and
// notify-classroom.js). The reporter reads it, in base64, from the variable
// NAME_RESULTS for each NAME of its input "runners". It adds up the scores of the
// tests. It reports no points if max_score is 0, so a result that is not gradable
// has max_score 0 and the status "error". While the score is withheld, scores,
// maximum and status cover the visible criteria only.
type classroomResult struct {
	Version int             `json:"version"`
	Status  string          `json:"status"` // pass, fail or error
	Max     int             `json:"max_score"`
	Tests   []classroomTest `json:"tests"`
}

type classroomTest struct {
	Name    string  `json:"name"`
	Status  string  `json:"status"`
	Score   float64 `json:"score"`
	Message string  `json:"message,omitempty"`
}

var classroomStatus = map[verdict.Verdict]string{
	verdict.Passed: "pass", verdict.Failed: "fail", verdict.Undecided: "error",
}

// classroom shows only what the student may see, because the log is in the
// student's repository.
func classroom(w io.Writer, results []Result, _ Style) error {
	r := &results[0]
	shown := classroomResult{Version: 1, Status: classroomStatus[r.shown()], Tests: r.classroomTests()}
	if counted, known := r.counted(); known {
		shown.Max = counted.Total
	}
	content, err := json.Marshal(shown)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, base64.StdEncoding.EncodeToString(content))
	return err
}

// shown returns the merged verdict of the visible criteria.
func (r *Result) shown() verdict.Verdict {
	if r.State() == Graded {
		return r.Verdict()
	}
	merged := verdict.Passed
	if !r.Gradable {
		merged = verdict.Undecided
	}
	for _, c := range r.Criteria {
		if c.Verdict == verdict.Undecided {
			return verdict.Undecided
		}
		merged = verdict.Worst(merged, c.Verdict)
	}
	return merged
}

func (r *Result) classroomTests() []classroomTest {
	var tests []classroomTest
	if r.Problem != "" {
		tests = append(tests, classroomTest{Name: string(r.State()), Status: "error", Message: r.Problem})
	}
	_, known := r.counted()
	for _, c := range r.Criteria {
		test := classroomTest{Name: c.Name, Status: classroomStatus[c.Verdict], Message: c.toStudent()}
		if known {
			test.Score = float64(c.Earned)
		}
		tests = append(tests, test)
	}
	return append(tests, r.rest()...)
}

// rest returns tests that make the sum of all tests equal the score: the points of
// criteria that are never shown, minus hints and lateness. They also say how much
// is hidden.
func (r *Result) rest() []classroomTest {
	counted, known := r.counted()
	score := math.Round((r.Late.adjusted(counted.Points)-float64(r.earned()))*100) / 100
	if !known || score == 0 && r.Hidden == 0 {
		return nil
	}
	return []classroomTest{{Name: strings.Join(r.reasons(), ", "), Status: "pass", Score: score}}
}

// reasons says why the score differs from the sum of the visible criteria.
func (r *Result) reasons() []string {
	var reasons []string
	if r.Withheld {
		reasons = append(reasons, "not counted: "+r.hiddenNote())
	} else if r.Hidden > 0 {
		reasons = append(reasons, r.hiddenNote())
	}
	if len(r.Hints) > 0 {
		reasons = append(reasons, "hints")
	}
	if r.lateness() != "" {
		reasons = append(reasons, r.lateness())
	}
	return reasons
}
