package grading

import (
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/score"
)

// TestWhoIsToBlameForWhatCannotBeSeen holds that undecided is neither a lever of
// the student's nor an excuse of the author's: only a control that fails, which
// neither reaches, leaves a criterion undecided.
func TestWhoIsToBlameForWhatCannotBeSeen(t *testing.T) {
	handed := &Submission{ID: "ada", Files: []cluster.File{{Path: Script, Content: []byte("true")}}}
	for name, row := range map[string]struct {
		check, fails string
		own          bool
		state        score.State
		says         string
	}{
		"it can be seen the second time":  {check: "Then I am undecided the first 1 time", state: score.Graded, says: "4 of 4 points"},
		"the submission is in the way":    {check: "Then I am undecided", state: score.Graded, says: "0 of 4 points"},
		"the machine is in the way":       {check: "Then I am undecided", fails: "control", state: score.NotGradable, says: "1 of 1 criteria could not be decided"},
		"the lab asks for what is hidden": {check: "Then I am undecided", own: true, state: score.Defective, says: "the lab is wrong (LAB/checks.feature:3): Then I am undecided: nobody can tell"},
		"a machine excuses the author":    {check: "Then I am undecided", own: true, fails: "control", state: score.NotGradable, says: "1 of 1 criteria could not be decided"},
	} {
		t.Run(name, func(t *testing.T) {
			f, dir := newFake(t), t.TempDir()
			f.fails = row.fails
			g, v := trialGrader(f)
			l := trialLab(t, "Then I pass")
			feature := "Feature: a lab\n  Scenario: the one\n    " + row.check + "\n"
			if err := os.WriteFile(l.Path(lab.ChecksFile), []byte(feature), 0o644); err != nil {
				t.Fatal(err)
			}
			stage, err := g.Stage(t.Context(), l, "ada", t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			w := begin(l, "ada")
			w.Own = row.own
			r := stage.grade(t.Context(), handed, w, dir)
			if said := strings.ReplaceAll(r.String(), l.Dir, "LAB"); r.State() != row.state || !strings.Contains(said, row.says) {
				t.Errorf("%s: %s", r.State(), said)
			}
			if r.State() == score.Graded && r.Points == 0 && !strings.Contains(r.Criteria[0].Message, "there is fog") {
				t.Errorf("the student reads %q", r.Criteria[0].Message)
			}
			again, err := Regrade(dir, l, v)
			if err != nil || again.String() != r.String() {
				t.Errorf("from its record: %s, %v", &again, err)
			}
		})
	}
}
