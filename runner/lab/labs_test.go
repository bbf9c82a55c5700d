package lab_test

import (
	"testing"

	"github.com/gherkube/gherkube/runner/lab"
)

// TestTheLabsHere holds the labs that come with gherkube to what makes a lab
// worth imitating.
func TestTheLabsHere(t *testing.T) {
	dirs, err := lab.Find([]string{"../../labs"})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		l := load(t, dir)
		if len(l.Criteria) < 4 || len(l.Wrong()) < 2 || len(l.Variables) == 0 || len(l.Texts) < 2 {
			t.Errorf("%s: %d criteria, %d wrong solutions, %d variables, %d texts", dir, len(l.Criteria), len(l.Wrong()), len(l.Variables), len(l.Texts))
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
		for _, name := range l.Wrong() {
			if points := l.Expect.Wrong[name]; points <= l.Expect.Untouched {
				t.Errorf("%s: %s scores %d points, no more than nothing done", dir, name, points)
			}
		}
	}
}
