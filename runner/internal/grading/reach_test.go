package grading

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// TestAStudentGetsTheTextAndNoMoreOfALab checks that neither checks nor solutions
// nor scores reach the workstation.
func TestAStudentGetsTheTextAndNoMoreOfALab(t *testing.T) {
	l, err := reader.Load("../lab/reader/testdata/broken-web", &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	env := (&Grader{}).On(nil, l, "ada")
	var names []string
	for _, f := range env.texts() {
		names = append(names, f.Path)
		if strings.Contains(string(f.Content), "${") {
			t.Errorf("%s is not filled in: %s", f.Path, f.Content)
		}
	}
	if got := strings.Join(names, " "); got != "task.md task.ko.md" {
		t.Errorf("got %s", got)
	}
}
