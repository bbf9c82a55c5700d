package grading

import (
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// hog is what a cluster uses of the machine, in per cent of its limits and in
// bytes. Nothing else works until the cluster is removed.
type hog struct {
	memory, processes int64
	disk              int
	unlimited         bool // the engine sets no limits
}

func (h *hog) on(f *fake) {
	f.nodes = []cluster.Node{usedNode{}}
	if h == nil {
		return
	}
	f.hogged, f.free = true, f.free-h.disk
	used := cluster.Usage{Memory: h.memory, Processes: h.processes}
	if !h.unlimited {
		used.MemoryLimit, used.ProcessesLimit = 100, 100
	}
	f.nodes = []cluster.Node{usedNode{used: used}}
}

// TestWhoIsToBlameForWhatCannotBeSeen checks that undecided is neither a lever for
// students nor an excuse for authors. A criterion stays undecided only if the
// control fails, and neither of them can influence the control.
func TestWhoIsToBlameForWhatCannotBeSeen(t *testing.T) {
	submission := &Submission{ID: "ada", Files: []cluster.File{{Path: Script, Content: []byte("true")}}}
	for name, row := range map[string]struct {
		check, fails string
		hog          *hog
		own          bool
		state        score.State
		says         string
	}{
		"it can be seen the second time":  {check: "Then I am undecided the first 1 time", state: score.Graded, says: "4 of 4 points"},
		"the submission is in the way":    {check: "Then I am undecided", state: score.Graded, says: "0 of 4 points"},
		"the machine is in the way":       {check: "Then I am undecided", fails: annexed, state: score.NotGradable, says: "1 of 1 criteria could not be decided"},
		"the cluster held the memory":     {check: "Then I am undecided", fails: annexed, hog: &hog{memory: 80}, state: score.Graded, says: "0 of 4 points"},
		"the cluster held processes":      {check: "Then I am undecided", fails: annexed, hog: &hog{processes: 60}, state: score.Graded, says: "0 of 4 points"},
		"the cluster held the disk":       {check: "Then I am undecided", fails: annexed, hog: &hog{disk: 50 << 30}, state: score.Graded, says: "0 of 4 points"},
		"the machine is too small":        {check: "Then I am undecided", fails: annexed, hog: &hog{memory: 50, processes: 20, disk: 1 << 30}, state: score.NotGradable, says: "1 of 1 criteria could not be decided"},
		"an engine without limits":        {check: "Then I am undecided", fails: annexed, hog: &hog{memory: 50, processes: 20, unlimited: true}, state: score.NotGradable, says: "1 of 1 criteria could not be decided"},
		"the lab asks for what is hidden": {check: "Then I am undecided", own: true, state: score.Defective, says: "the lab is wrong (LAB/checks.feature:3): Then I am undecided: nobody can tell"},
		"a machine excuses the author":    {check: "Then I am undecided", own: true, fails: annexed, state: score.NotGradable, says: "1 of 1 criteria could not be decided"},
	} {
		t.Run(name, func(t *testing.T) {
			f, dir := newFake(t), t.TempDir()
			f.fails = row.fails
			row.hog.on(f)
			g, v := trialGrader(f)
			l := trialLab(t, "Then I pass")
			feature := "Feature: a lab\n  Scenario: the one\n    " + row.check + "\n"
			if err := os.WriteFile(l.Path(lab.ChecksFile), []byte(feature), 0o644); err != nil {
				t.Fatal(err)
			}
			env, err := g.Prepare(t.Context(), l, "ada", t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			w := begin(l, "ada")
			w.Own = row.own
			r := env.grade(t.Context(), submission, w, dir)
			if said := strings.ReplaceAll(r.String(), l.Dir, "LAB"); r.State() != row.state || !strings.Contains(said, row.says) {
				t.Errorf("%s: %s", r.State(), said)
			}
			if f.closed != (row.fails == annexed) {
				t.Errorf("the cluster was removed: %t", f.closed)
			}
			if r.State() == score.Graded && r.Points == 0 && !strings.Contains(r.Criteria[0].Message, "there is fog") {
				t.Errorf("the student reads %q", r.Criteria[0].Message)
			}
			again, err := Regrade(dir, l, v)
			if err != nil || again.String() != r.String() {
				t.Errorf("from its record: %s, %v", &again, err)
			}
			for i, c := range again.Criteria {
				if live := r.Criteria[i]; c.Verdict != live.Verdict || c.Message != live.Message {
					t.Errorf("criterion from its record: %s %q, live %s %q", c.Verdict, c.Message, live.Verdict, live.Message)
				}
			}
		})
	}
}
