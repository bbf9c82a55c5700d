package page

import (
	"fmt"
	"strings"
	"testing"
)

// class is a page of three submissions.
func class() Grades {
	g := Grades{Title: "Results", Class: &Class{Graded: 2, Ungraded: 1, Mean: "60%", Items: []Item{
		{Name: "Repair the node, task 1: the kubelet of worker-1 starts at boot", Met: "1 of 2", Share: "50%", Tells: "1.00"}, {Name: "Repair the node, task 1: worker-1 is Ready", Met: "2 of 2", Share: "100%", Tells: "0.00"},
	}}}
	for i := range 10 {
		g.Class.Bins = append(g.Class.Bins, Bin{Label: fmt.Sprintf("%d-%d", 10*i, 10*i+9+i/9), N: i % 2, X: fmt.Sprintf("%d%%", 10*i), Y: fmt.Sprint(100 - 84*(i%2)), Height: fmt.Sprint(84 * (i % 2))})
	}
	for i, who := range []string{"ada", hostile, "eve"} {
		one := Grade{
			Anchor: fmt.Sprintf("r%d", i+1), Title: "Repair the node", Who: who, State: "graded", Verdict: "failed", Score: "4 of 10 points", Share: "40%",
			Facts: []Fact{{"Passed", "no (the pass mark is 60 of 100)"}}, Remarks: []string{"hint 1 of task 1: -1 points"},
			Tasks: []Task{{Name: "Task 1", Score: "4 of 10 points", Criteria: []Criterion{
				{Verdict: "passed", Name: "worker-1 is Ready", Score: "4 / 4"},
				{Verdict: "failed", Name: "the kubelet of worker-1 starts at boot", Score: "0 / 6", Sentence: "Then the kubelet on worker-1 starts at boot",
					Message: "expected the kubelet to start at boot\n     saw: disabled\n   since: 10:00:01.0 (3s)", Evidence: []string{hostile}},
			}}},
			Folded: []Fact{{"What the submission wrote", hostile}},
		}
		if who == "eve" {
			one.State, one.Verdict, one.Score, one.Share = "not gradable: rerun", "undecided", "", ""
		}
		g.Results = append(g.Results, one)
	}
	return g
}

func TestGradesAreShownWithWhatWasExpected(t *testing.T) {
	var out strings.Builder
	if err := WriteGrades(&out, class()); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	for _, want := range []string{"4 of 10 points", "the kubelet to start at boot", "disabled", "hint 1 of task 1", "not gradable: rerun", "script-src 'none'"} {
		if !strings.Contains(got, want) && !strings.Contains(got, strings.ReplaceAll(want, "'", "&#39;")) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(got, "<img") || strings.Contains(got, "<script") {
		t.Error("a text is not escaped")
	}
}
