package score

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// withFeedback returns a result in which a visible and a hidden criterion are not
// met, with feedback to both.
func withFeedback() Result {
	r := result("ada", failed, failed, passed, passed)
	r.Criteria[0].Feedback = lab.Feedback{Text: "shown advice", Korean: "보이는 조언"}
	r.Criteria[1].Feedback = lab.Feedback{Text: "hidden advice", Korean: "숨은 조언"}
	return r
}

func TestFeedbackIsInEveryFormatWithAPlaceForIt(t *testing.T) {
	for _, name := range []string{"text", "json", "markdown", "html", "junit", "moodle", "gradescope"} {
		if got := string(write(t, Named(name), []Result{withFeedback()}, Style{})); !strings.Contains(got, "shown advice") {
			t.Errorf("%s lacks the feedback:\n%s", name, got)
		}
	}
}

func TestFeedbackToHiddenCriteriaIsNotInAStudentsFile(t *testing.T) {
	for _, name := range []string{"text", "json", "markdown", "html", "junit"} {
		got := string(write(t, Named(name), []Result{withFeedback()}, Style{Student: true}))
		if !strings.Contains(got, "shown advice") || strings.Contains(got, "hidden advice") || strings.Contains(got, "숨은") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	if got := string(write(t, Named("moodle"), []Result{withFeedback()}, Style{})); strings.Contains(got, "hidden advice") {
		t.Errorf("moodle:\n%s", got)
	}
}

func TestFeedbackInKoreanFallsBackToEnglish(t *testing.T) {
	r := withFeedback()
	r.Criteria[1].Feedback.Korean = ""
	got := string(write(t, Named("text"), []Result{r}, Style{Language: "ko"}))
	if !strings.Contains(got, "보이는 조언") || !strings.Contains(got, "hidden advice") || strings.Contains(got, "shown advice") {
		t.Errorf("got\n%s", got)
	}
}

func TestOnlyWhatFailedGetsFeedback(t *testing.T) {
	for v, want := range map[verdict.Verdict]bool{failed: true, undecided: false, passed: false} {
		l := &lab.Lab{Criteria: []lab.Criterion{{Name: "a", Task: 1, Points: 1, Feedback: lab.Feedback{Text: "advice"}}}}
		if got := Of(l, ranAs("a", v), nil).Criteria[0].Feedback.Text != ""; got != want {
			t.Errorf("%s: has feedback %v, want %v", v, got, want)
		}
	}
}

// TestAClassIsATable has a long and a Korean name, and a control character.
func TestAClassIsATable(t *testing.T) {
	results := class()
	results[0].Student, results[1].Student = strings.Repeat("ada", 20), "김철수"
	got := string(write(t, Named("text"), results, Style{Width: 80}))
	lines := strings.Split(strings.TrimRight(got, "\n"), "\n")
	if len(lines) != len(results)+3 || !strings.Contains(got, "김철수") || !strings.HasPrefix(lines[len(lines)-1], "6 submissions: ") {
		t.Errorf("got\n%s", got)
	}
	for _, l := range lines[1:] {
		if n := widthOf(l); n > 80 {
			t.Errorf("%d columns: %s", n, l)
		}
	}
	if full := string(write(t, Named("text"), results, Style{Complete: true})); !strings.Contains(full, "expected service") || !strings.Contains(full, "STUDENT") {
		t.Errorf("the file lacks details or the table:\n%s", full)
	}
}

// A student may be called as a verdict is.
func TestTheVerdictOfATableIsPaintedAndNotTheName(t *testing.T) {
	results := class()
	results[0].Student = results[0].word()
	got := string(write(t, Named("text"), results, Style{Width: 80, Color: true}))
	row := strings.Split(got, "\n")[2]
	if !strings.HasPrefix(row, results[0].word()+" ") || !strings.Contains(terminal.Unpainted(row), results[0].word()) || terminal.Unpainted(row) == row {
		t.Errorf("got %q", row)
	}
	if plain := strings.Split(string(write(t, Named("text"), results, Style{Width: 80})), "\n")[2]; terminal.Unpainted(row) != plain {
		t.Errorf("the colour changes the text:\n%q\n%q", terminal.Unpainted(row), plain)
	}
}
