package reader_test

import (
	"testing"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/labtest"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// TestTheLabsHere checks that the labs of gherkube are good models: each has at
// least two unusual right submissions, and two wrong ones with partial credit.
func TestTheLabsHere(t *testing.T) {
	dirs, err := reader.Find([]string{"../../../../labs"})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		l := labtest.Load(t, dir)
		if len(l.Criteria) < 4 || len(l.Right) < 2 || len(l.Variables) == 0 || len(l.Texts) < 2 {
			t.Errorf("%s: %d criteria, %d right submissions, %d variables, %d texts", dir, len(l.Criteria), len(l.Right), len(l.Variables), len(l.Texts))
		}
		for i, task := range l.Tasks {
			if len(task.Hints) < 2 || task.Hints[0].Cost > 0 || task.Hints[len(task.Hints)-1].Cost == 0 {
				t.Errorf("%s: task %d has no hints in stages, the first free and the last at a cost", dir, i+1)
			}
			for n, hint := range task.Hints {
				if hint.Korean == "" {
					t.Errorf("%s: hint %d of task %d is not in Korean", dir, n+1, i+1)
				}
			}
		}
		partial := 0
		for _, name := range l.Wrong() {
			if points := l.Expect.Wrong[name]; points > l.Expect.Untouched {
				partial++
			}
		}
		if partial < 2 {
			t.Errorf("%s: %d wrong submissions score more than nothing done, want 2 or more", dir, partial)
		}
	}
}

// feedbackRows is the maximum number of rows of feedback: with its criterion, the reason
// and the points, it fits on a terminal of 80x24.
const feedbackRows = 5

// TestFeedbackOfTheLabsHere checks that each visible criterion has feedback in both
// languages that fits on a terminal.
func TestFeedbackOfTheLabsHere(t *testing.T) {
	dirs, err := reader.Find([]string{"../../../../labs"})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		l := labtest.Load(t, dir)
		fill := l.Filling("ada")
		for _, c := range l.Criteria {
			if c.Visibility == lab.Always && (c.Feedback.Text == "" || c.Feedback.Korean == "") {
				t.Errorf("%s: %q has no feedback, or none in Korean", dir, c.Name)
			}
			for _, text := range []string{"Feedback: " + c.Feedback.Text, "피드백: " + c.Feedback.Korean} {
				if rows := terminal.Rows(terminal.Wrap(fill(text), 80-6), 80-6); rows > feedbackRows {
					t.Errorf("%s: feedback of %d rows: %s", dir, rows, text)
				}
			}
		}
	}
}
