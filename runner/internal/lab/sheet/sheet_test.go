package sheet

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

const english = `# A broken web

You work in ` + "`namespace/${team}`" + `, where a deployment runs a web server on port 80. Other programs run there, too, and stay.

## Task 1: Mend the Service

Run ` + "`kubectl get pods --show-labels --output=jsonpath={.items[*].metadata.name}`" + ` and write to /opt/answers/names-of-pods.txt.

` + "```sh\nssh worker-1\n# not a heading\n```" + `

- one
- two

## Task 2: Mend the rest

Nothing but this.

## Notes

For all tasks.
`

const korean = `# 아무도 찾지 못하는 서비스

## 과제 1: 서비스가 파드를 찾게 하기

앱의 모든 파드가, 나중에 그 자리를 대신하거나 업데이트로 새로 생길 파드까지, 그리고 그 파드만이 요청에 응답하도록 서비스를 고치세요.

## 과제 2: 앱에 다른 이름 주기

어떤 프로그램은 앱을 다른 이름에서 찾습니다. 지금도 나중에도 같은 파드 모두로 이어지는 서비스를 만드세요.
`

func sheetOf(language string, texts ...lab.Text) Sheet {
	return Sheet{Language: language, Lab: &lab.Lab{
		Document: lab.Document{ID: "web", Minutes: 8, Tasks: []lab.Task{{Points: 1}, {Points: 4}},
			Variables: map[string]lab.Variable{"team": {Choose: []string{"amber", "amber"}}}},
		Texts: texts,
	}}
}

func both() []lab.Text {
	return []lab.Text{{Language: "en", Content: english}, {Language: "ko", Content: korean}}
}

func drawn(t *testing.T, text string, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := io.WriteString(terminal.Clean(&out), text); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var renditions = regexp.MustCompile(`\x1b\[[0-9;]*m`)

// No line is wider than the terminal, and no word is lost.
func TestASheetFitsTheTerminal(t *testing.T) {
	for _, language := range []string{"en", "ko"} {
		for _, width := range []int{120, 80, 60, 40} {
			for _, color := range []bool{true, false} {
				s := sheetOf(language, both()...)
				whole, err := s.Whole(Paper{width, color})
				got := drawn(t, whole, err)
				if color != strings.Contains(got, "\x1b[") {
					t.Errorf("%s %d: color %v:\n%q", language, width, color, got)
				}
				plain := renditions.ReplaceAllString(got, "")
				for line := range strings.SplitSeq(plain, "\n") {
					if wide := runewidth.StringWidth(line); wide > width && strings.Contains(strings.TrimSpace(line), " ") {
						t.Errorf("%s %d: %d columns: %q", language, width, wide, line)
					}
					if strings.TrimRight(line, " ") != line {
						t.Errorf("%s %d: space at the end: %q", language, width, line)
					}
				}
				if language == "ko" && strings.Join(strings.Fields(plain), " ") == "" {
					t.Error("nothing is drawn")
				}
			}
		}
	}
}

func TestKoreanWordsStayWhole(t *testing.T) {
	whole, err := sheetOf("ko", both()...).Whole(Paper{Width: 40})
	got := strings.Fields(drawn(t, whole, err))
	for _, word := range strings.Fields(strings.ReplaceAll(korean, "#", "")) {
		if !strings.Contains(strings.Join(got, " "), word) {
			t.Errorf("%q is broken:\n%s", word, strings.Join(got, " "))
		}
	}
}

func TestWhatASheetSays(t *testing.T) {
	rows := []struct {
		name, language string
		task           int
		want, lack     []string
	}{
		{"all", "en", 0, []string{"A broken web", "5 points, about 8 minutes", "Mend the Service (1 point)", "Mend the rest (4 points)", "namespace/amber", "# not a heading", "For all tasks"}, []string{"${"}},
		{"a task", "en", 2, []string{"A broken web", "namespace/amber", "Mend the rest (4 points)", "For all tasks"}, []string{"Mend the Service", "worker-1"}},
		{"Korean", "ko", 0, []string{"모두 5점, 약 8분", "과제 1: 서비스가 파드를 찾게 하기 (1점)", "(4점)"}, []string{"points"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			for _, p := range []Paper{{}, {Width: 80}, {Width: 80, Color: true}} {
				text, err := sheetOf(row.language, both()...).Whole(p)
				if row.task != 0 {
					text, err = sheetOf(row.language, both()...).Task(row.task, p)
				}
				got := renditions.ReplaceAllString(drawn(t, text, err), "")
				for _, want := range row.want {
					if !strings.Contains(got, want) {
						t.Errorf("%v lacks %q:\n%s", p, want, got)
					}
				}
				for _, lack := range row.lack {
					if strings.Contains(got, lack) {
						t.Errorf("%v has %q:\n%s", p, lack, got)
					}
				}
			}
		})
	}
}

func TestATextThatIsNotTranslatedHasItsOwnWords(t *testing.T) {
	s := sheetOf("ko", both()[0])
	text, err := s.Whole(Paper{})
	if got := drawn(t, text, err); !strings.Contains(got, "5 points") || !strings.HasPrefix(s.Commands(), "Commands") {
		t.Errorf("got %s", got)
	}
}

func TestOptionsAndNamesAreNotBroken(t *testing.T) {
	for _, width := range []int{30, 34, 38, 40, 44, 60} {
		text, err := sheetOf("en", both()...).Whole(Paper{Width: width})
		got := drawn(t, text, err)
		for _, want := range []string{"--show-labels", "/opt/answers/names-of-pods.txt", "worker-1"} {
			if !strings.Contains(got, want) {
				t.Errorf("%d columns: %q is broken:\n%s", width, want, got)
			}
		}
	}
}

// A lab may come from anywhere: its text has no power over the terminal.
func TestATextHasNoControlCharacters(t *testing.T) {
	hostile := "# T\n\n\x1b]0;title\x07 raw &#27;[2J &#x1b;[31m &#27;]8;;http://x&#7; `\x1b[8m` &#155;31m\n\n## Task 1: a\n\n## Task 2: b\n"
	for _, p := range []Paper{{}, {Width: 80}} {
		text, err := sheetOf("en", lab.Text{Language: "en", Content: hostile}).Whole(p)
		if got := drawn(t, text, err); strings.ContainsAny(got, "\x1b\x07\u009b") {
			t.Errorf("%v: %q", p, got)
		}
	}
	text, err := sheetOf("en", lab.Text{Language: "en", Content: hostile}).Whole(Paper{80, true})
	if got := renditions.ReplaceAllString(drawn(t, text, err), ""); strings.ContainsAny(got, "\x1b\x07\u009b") || strings.Contains(drawn(t, text, nil), "\x1b[8m") {
		t.Errorf("%q", got)
	}
}

func TestATaskThatIsNotThere(t *testing.T) {
	for _, number := range []int{-1, 0, 3} {
		if _, err := sheetOf("en", both()...).Task(number, Paper{}); err == nil {
			t.Errorf("task %d is drawn", number)
		}
	}
}
