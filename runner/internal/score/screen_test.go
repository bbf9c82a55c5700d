package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/report/page"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// on80 is a terminal of 80 columns.
var on80 = Style{Width: 80}

// long returns a result with criteria that are long in every way.
func long() Result {
	r := result("ada", failed, passed, passed, passed)
	c := &r.Criteria[0]
	c.Name = strings.Repeat("A criterion with a long name ", 3)
	c.Message = "expected the reason\n" + strings.Repeat("파드가 없다 and the pod is Pending ", 40) + strings.Repeat("\nanother line", 40)
	c.Feedback = lab.Feedback{Text: strings.Repeat("advice ", 47), Korean: strings.Repeat("긴 조언 ", 41)}
	c.Evidence = []string{strings.Repeat("a line of the evidence\n", 60)}
	r.Output, r.Found = strings.Repeat("a line of the script\n", 30), strings.Repeat("pod/web-1  Running\n", 30)
	return r
}

// TestAFailureFitsOnAScreen draws a failed criterion at 80x24, for both readers and in
// both languages. Its reason and the points are on the same screen, with the prompt and
// what commands say after the points: check the time and what to do next, grade the path
// of the record.
func TestAFailureFitsOnAScreen(t *testing.T) {
	for _, language := range []string{"en", "ko"} {
		for name, after := range map[string]int{"student": 6, "instructor": 2} {
			style := Style{Width: 80, Language: language, Student: name == "student"}
			got := string(write(t, Named("text"), []Result{long()}, style))
			shown := got[strings.Index(got, "  "+page.In(language).T("failed")+" "):]
			if rows := terminal.Rows(shown, 80); rows+after > 24 {
				t.Errorf("%s, %s: %d rows:\n%s", name, language, rows, shown)
			}
			for _, unwanted := range []string{"of the evidence", "of the script", "pod/web-1"} {
				if strings.Contains(got, unwanted) {
					t.Errorf("%s, %s: %q is shown:\n%s", name, language, unwanted, got)
				}
			}
		}
	}
}

// TestAKoreanResultHasNoEnglishWords draws every result that has remarks, without what the
// authors of labs and the cluster say.
func TestAKoreanResultHasNoEnglishWords(t *testing.T) {
	for _, r := range remarked() {
		r.Lab, r.Title, r.Student, r.Submission, r.Output, r.Found = "1", "2", "3", "", "4", "5"
		for i := range r.Criteria {
			c := &r.Criteria[i]
			c.Name, c.Sentence, c.Evidence, c.Feedback = "6", "7", []string{"10"}, lab.Feedback{Text: "8", Korean: "8"}
			if c.Message != notJudged {
				c.Message = "9"
			}
		}
		for _, width := range []int{0, 80} {
			got := string(write(t, Named("text"), []Result{r}, Style{Width: width, Language: "ko"}))
			if found := latin.FindString(strings.ReplaceAll(got, "gherkube regrade "+r.Record+" | less", "")); found != "" {
				t.Errorf("the English word %q is in:\n%s", found, got)
			}
			if strings.Contains(got, "코드 ") && !strings.Contains(got, "2s 만에 코드 1로 끝남") {
				t.Errorf("a note lacks what it quotes:\n%s", got)
			}
		}
	}
}

func TestWhatATerminalLeavesOutIsFoundElsewhere(t *testing.T) {
	command := "gherkube regrade grades/ada | less"
	for language, pipe := range map[string]string{"en": "more lines: pipe the output to less", "ko": "출력을 less로 넘기면 보인다"} {
		style := Style{Width: 80, Language: language}
		if got := string(write(t, Named("text"), []Result{long()}, style)); !strings.Contains(got, command) || strings.Contains(got, pipe) {
			t.Errorf("%s: an instructor sees\n%s", language, got)
		}
		style.Student = true
		if got := string(write(t, Named("text"), []Result{long()}, style)); strings.Contains(got, command) || !strings.Contains(got, pipe) {
			t.Errorf("%s: a student sees\n%s", language, got)
		}
	}
	if got := string(write(t, Named("text"), []Result{long()}, Style{})); strings.Contains(got, command) || strings.Contains(got, "more lines") || !strings.Contains(got, "of the evidence") || !strings.Contains(got, "pod/web-1") {
		t.Errorf("a file lacks something:\n%s", got)
	}
	kept := long()
	kept.Record = ""
	if got := string(write(t, Named("text"), []Result{kept}, on80)); !strings.Contains(got, "of the evidence") {
		t.Errorf("without a record, the evidence is nowhere:\n%s", got)
	}
}

// alike returns a result with two criteria that wait for the same node, for different
// times, and one that waits for another node.
func alike() Result {
	r := result("ada", failed, failed, failed, passed)
	for i, message := range []string{
		"expected node \"worker-1\" to be Ready within 40s\n     saw: Ready=Unknown, since 10:00:01",
		"expected node \"worker-1\" to be Ready within 1m0s\n     saw: Ready=Unknown, since 10:00:01",
		"expected node \"worker-2\" to be Ready within 40s\n     saw: Ready=Unknown, since 10:00:01",
	} {
		r.Criteria[i].Message = message
	}
	return r
}

func TestEachReasonIsShownOnceOnATerminal(t *testing.T) {
	for language, want := range map[string]string{"en": "the same reason as for: The web answers\n", "ko": "이유는 다음 기준과 같다: The web answers\n"} {
		got := string(write(t, Named("text"), []Result{alike()}, Style{Width: 80, Language: language}))
		if strings.Count(got, `node "worker-1"`) != 1 || strings.Count(got, `node "worker-2"`) != 1 || strings.Count(got, want) != 1 {
			t.Errorf("%s:\n%s", language, got)
		}
	}
	if got := string(write(t, Named("text"), []Result{alike()}, Style{})); strings.Count(got, `node "worker-1"`) != 2 {
		t.Errorf("in a file, each criterion stands by itself:\n%s", got)
	}
}

// TestReasonsThatDifferInAnAddressAreTwo has messages whose "for" does not say a time.
func TestReasonsThatDifferInAnAddressAreTwo(t *testing.T) {
	r := result("ada", failed, failed, passed, passed)
	for i, message := range []string{"no endpoint answered for 10.96.0.1", "no endpoint answered for 10.96.0.2"} {
		r.Criteria[i].Message = message
	}
	if got := string(write(t, Named("text"), []Result{r}, on80)); !strings.Contains(got, "for 10.96.0.1") || !strings.Contains(got, "for 10.96.0.2") {
		t.Errorf("a reason is missing:\n%s", got)
	}
}

func TestTheNumberOfCriteriaAndThePointsAreLast(t *testing.T) {
	rows := []struct {
		verdicts []verdict.Verdict
		language string
		want     string
	}{
		{[]verdict.Verdict{passed, failed, failed, passed}, "en", "criteria: 2 met, 2 not met\n5 of 10 points"},
		{[]verdict.Verdict{passed, failed, undecided, passed}, "en", "criteria: 2 met, 1 not met, 1 undecided\nnot gradable"},
		{[]verdict.Verdict{passed, failed, undecided, passed}, "ko", "채점 기준: 충족 2, 미충족 1, 판정 불가 1\n"},
	}
	for _, row := range rows {
		got := string(write(t, Named("text"), []Result{result("ada", row.verdicts...)}, Style{Width: 80, Language: row.language}))
		lines := strings.SplitAfter(strings.TrimRight(got, "\n"), "\n")
		if last := strings.Join(lines[max(0, len(lines)-2):], ""); !strings.HasPrefix(last, row.want) {
			t.Errorf("%v: the end is %q, want %q", row.verdicts, last, row.want)
		}
	}
	lost := result("ada", failed, failed, failed, failed)
	lost.MarkUngradable("no memory left")
	if got := string(write(t, Named("text"), []Result{lost}, on80)); strings.Contains(got, "not met") {
		t.Errorf("what was not graded is counted:\n%s", got)
	}
}

func TestTheLabelOfFeedbackIsInItsLanguage(t *testing.T) {
	for language, want := range map[string]string{"en": "Feedback: shown advice", "ko": "피드백: 보이는 조언"} {
		if got := string(write(t, Named("text"), []Result{withFeedback()}, Style{Language: language})); !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
}

// TestAReasonOfAFewLinesIsWhole checks that no single line is left out, as the note
// about it would take as much room.
func TestAReasonOfAFewLinesIsWhole(t *testing.T) {
	for lines := 1; lines <= reasonRows+2; lines++ {
		r := result("ada", failed, passed, passed, passed)
		r.Criteria[0].Message = strings.TrimSuffix(strings.Repeat("a line\n", lines), "\n")
		got := string(write(t, Named("text"), []Result{r}, on80))
		whole := !strings.Contains(got, "more lines")
		if n := strings.Count(got, "a line\n"); whole != (lines <= reasonRows) || whole && n != lines || !whole && !strings.Contains(got, fmt.Sprintf("... %d more", lines-n)) {
			t.Errorf("%d lines:\n%s", lines, got)
		}
	}
}
