package score

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// gradescopeResults is results.json as the autograder specifications define it
// (gradescope-autograders.readthedocs.io/en/latest/specs, Output format).
// Gradescope itself hides and shows results, so nothing is left out here. The
// fields that students read contain only what they may know.
//
// Gradescope requires a score at the top level or in every test. A result that is
// not gradable has neither, because a sum of the decided criteria would be too low.
// Gradescope then reports that grading failed, so the instructor runs it again.
type gradescopeResults struct {
	Score      *float64         `json:"score,omitempty"` // overrides the sum of the tests
	Time       int              `json:"execution_time"`  // seconds
	Output     string           `json:"output"`
	Format     string           `json:"output_format"`
	Stdout     string           `json:"stdout_visibility"`
	Tests      []gradescopeTest `json:"tests"`
	Visibility string           `json:"visibility"`
}

type gradescopeTest struct {
	Score      *int   `json:"score,omitempty"`
	Max        int    `json:"max_score"`
	Status     string `json:"status,omitempty"` // passed or failed; there is no other status
	Name       string `json:"name"`
	Format     string `json:"name_format"`
	Number     string `json:"number"` // TASK.CRITERION
	Output     string `json:"output,omitempty"`
	OutputAs   string `json:"output_format"`
	Visibility string `json:"visibility"`
}

// gradescopeVisibility maps our visibilities to Gradescope's.
var gradescopeVisibility = map[lab.Visibility]string{
	lab.Always: "visible", lab.AfterDue: "after_due_date", lab.AfterPublish: "after_published", lab.Never: "hidden",
}

func gradescope(w io.Writer, results []Result, _ Style) error {
	r := &results[0]
	shown := gradescopeResults{
		Time: int(r.Finished.Sub(r.Started).Seconds()), Output: strings.Join(r.said(), "\n"),
		Format: "text", Stdout: "hidden", Visibility: "visible",
	}
	if r.State() == Graded {
		score := r.Adjusted()
		shown.Score = &score
	}
	numbers := map[int]int{}
	for _, c := range r.Criteria {
		numbers[c.Task]++
		shown.Tests = append(shown.Tests, c.gradescope(fmt.Sprintf("%d.%d", c.Task, numbers[c.Task]), r.State()))
	}
	return indented(w, shown)
}

// said returns the remarks about the result as a whole for the student. They
// contain no total, because Gradescope decides when to show that.
func (r *Result) said() []string {
	var lines []string
	if !r.Gradable {
		lines = append(lines, r.saidToStudent())
	}
	for _, h := range r.Hints {
		lines = append(lines, h.String())
	}
	if r.lateness() != "" {
		lines = append(lines, r.lateness())
	}
	return slices.Concat(lines, r.Notes)
}

func (c Criterion) gradescope(number string, state State) gradescopeTest {
	test := gradescopeTest{
		Max: c.Points, Name: c.Name, Format: "text", Number: number,
		Output: c.toStudent(), OutputAs: "text", Visibility: gradescopeVisibility[c.Visibility],
	}
	if state == Graded {
		test.Score = &c.Earned
	}
	if c.Verdict != verdict.Undecided {
		test.Status = string(c.Verdict)
	}
	return test
}
