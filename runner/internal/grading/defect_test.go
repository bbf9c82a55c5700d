package grading

import (
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// TestALabThatIsWrongIsNamed tries checks and setups that can never be decided.
// They are defects of the lab: the student has not failed, and a rerun would not
// help.
func TestALabThatIsWrongIsNamed(t *testing.T) {
	submission := &Submission{ID: "ada", Files: []cluster.File{{Path: Script, Content: []byte("true")}}}
	for file, want := range map[string]string{
		lab.ChecksFile: "the lab is wrong (LAB/checks.feature:3): Then I cannot be asked: unknown flag: --watsh",
		lab.SetupFile:  "the lab is wrong (LAB/setup.feature:3): Then I cannot be asked: unknown flag: --watsh",
	} {
		t.Run(file, func(t *testing.T) {
			f, dir := newFake(t), t.TempDir()
			g, v := trialGrader(f)
			l := trialLab(t, "Then I pass")
			content := "Feature: a lab\n  Scenario: the one\n    Then I cannot be asked\n"
			if err := os.WriteFile(l.Path(file), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
			r := g.Grade(t.Context(), l, submission, "ada", dir)
			if got := strings.ReplaceAll(r.Problem, l.Dir, "LAB"); got != want || r.State() != score.Defective || r.Gradable {
				t.Errorf("%s: %q", r.State(), got)
			}
			again, err := Regrade(dir, l, v)
			if err != nil || again.String() != r.String() || again.State() != score.Defective {
				t.Errorf("from its record: %s, %v", &again, err)
			}
			p := Verification{Lab: "trial", Name: Reference, Result: r}
			if !strings.HasPrefix(p.String(), "defect ") {
				t.Errorf("lab verify says %q", p)
			}
		})
	}
}
