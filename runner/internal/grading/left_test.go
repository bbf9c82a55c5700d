package grading

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// stuckGrader returns a grader whose cluster cannot be removed, and its messages to
// the instructor.
func stuckGrader(t *testing.T) (*Grader, *[]string) {
	f := newFake(t)
	f.stuck = errors.New("the engine does not answer")
	g, _ := trialGrader(f)
	told := &[]string{}
	g.Left = func(text string) { *told = append(*told, text) }
	return g, told
}

const stuckSays = `cluster fake could not be removed, and still uses memory and disk: the engine does not answer; when this command has ended, remove it with "gherkube clean"`

func TestTheInstructorIsToldOfAClusterThatStays(t *testing.T) {
	for setup, row := range map[string]struct {
		state  score.State
		points int
	}{
		"Then I pass":         {score.Graded, 4},
		"Then I am undecided": {score.NotGradable, 0},
		"Then I fail":         {score.Defective, 0},
	} {
		t.Run(setup, func(t *testing.T) {
			g, told := stuckGrader(t)
			l, dir := trialLab(t, setup), t.TempDir()
			r := g.Grade(t.Context(), l, nil, "ada", dir)
			if r.State() != row.state || r.Points != row.points {
				t.Errorf("the grade has changed: %s, %s", r.State(), &r)
			}
			if len(*told) == 0 || (*told)[0] != stuckSays {
				t.Errorf("told %q", *told)
			}
			if row.state != score.Graded {
				return
			}
			again, err := Regrade(dir, l, g.Vocabulary)
			if err != nil || r.Left != stuckSays || again.Left != r.Left || again.Points != r.Points {
				t.Errorf("result: %q, record: %q, %v", r.Left, again.Left, err)
			}
			if student := r.ForStudent(score.Moment{}); student.Left != "" {
				t.Errorf("the student reads %q", student.Left)
			}
		})
	}
}

func TestVerifyTellsOfAClusterThatStays(t *testing.T) {
	g, told := stuckGrader(t)
	l := trialLab(t, "Then I pass")
	if err := os.MkdirAll(l.Path(lab.SolutionDir), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(l.Path(lab.SolutionDir), Script), []byte("true"), 0o644); err != nil {
		t.Fatal(err)
	}
	var verifications []string
	err := g.Verify(t.Context(), []*lab.Lab{l}, []string{Reference}, 1, t.TempDir(), func(p Verification) { verifications = append(verifications, p.String()) })
	if err != nil || len(verifications) != 1 || !strings.Contains(verifications[0], "passed") {
		t.Errorf("verifications %q, %v", verifications, err)
	}
	if len(*told) != 1 || (*told)[0] != stuckSays {
		t.Errorf("told %q", *told)
	}
}
