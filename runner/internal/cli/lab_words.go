package cli

import (
	"fmt"

	"github.com/gherkube/gherkube/runner/internal/wording"
)

// speech is what commands say to a student in one language.
type speech map[string]string

// wordsIn returns the words in a language: "ko", or English.
func wordsIn(lang string) speech {
	if lang == "ko" {
		return koreanWords
	}
	return englishWords
}

// say returns a sentence. One that is missing is a bug, which the tests find.
func (w speech) say(key string, args ...any) string {
	text, known := w[key]
	if !known {
		return "!" + key
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// points returns a number of points.
func (w speech) points(n int) string {
	if w["points"] != "" {
		return w.say("points", n)
	}
	return wording.Counted(n, "point")
}

var englishWords = speech{
	"since":       "%s since the lab began.",
	"unseen":      "Something could not be observed. Check again:\n  gherkube lab check %s",
	"open":        "Next:\n  gherkube lab shell %[1]s  # work on it\n  gherkube lab hint %[1]s %[2]d  # get help\n  gherkube lab check %[1]s  # look again",
	"hidden":      "Next: read the text again for what is not shown here, then\n  gherkube grade --live %[1]s  # judge everything\n  gherkube lab stop %[1]s  # end the lab",
	"done":        "Next:\n  gherkube grade --live %[1]s  # get the grade\n  gherkube lab stop %[1]s  # end the lab",
	"shellUnseen": "Something could not be observed. Next:\n  check  # check again",
	"shellOpen":   "Next:\n  hint %d  # get help\n  check   # look again",
	"shellHidden": "Next: read the text again (task) for what is not shown here, then\n  exit\n  gherkube grade --live %s  # judge everything",
	"shellDone":   "Next:\n  exit\n  gherkube grade --live %s  # get the grade",
	"noHints":     "There are no more hints for task %d.",
	"take":        "%s Take it? [y/N]",
	"takeBy":      "%s To take it: %s",
	"notTaken":    "Not taken.",
	"price":       "Hint %d of %d for task %d costs %d of the task's %s.",
	"cost":        "It cost %s. ",
	"lastHint":    "It was the last hint for task %d.",
	"nextCosts":   "Hint %d of %d costs %s.",
	"nextFree":    "Hint %d of %d is free.",
}

var koreanWords = speech{
	"points":      "%d점",
	"since":       "실습을 시작한 지 %s 지났다.",
	"unseen":      "관찰하지 못한 항목이 있다. 다시 확인한다:\n  gherkube lab check %s",
	"open":        "다음:\n  gherkube lab shell %[1]s  # 이어서 푼다\n  gherkube lab hint %[1]s %[2]d  # 힌트를 본다\n  gherkube lab check %[1]s  # 다시 확인한다",
	"hidden":      "다음: 여기에 보이지 않는 것을 과제에서 다시 읽은 다음\n  gherkube grade --live %[1]s  # 모두 채점한다\n  gherkube lab stop %[1]s  # 실습을 끝낸다",
	"done":        "다음:\n  gherkube grade --live %[1]s  # 채점한다\n  gherkube lab stop %[1]s  # 실습을 끝낸다",
	"shellUnseen": "관찰하지 못한 항목이 있다. 다음:\n  check  # 다시 확인한다",
	"shellOpen":   "다음:\n  hint %d  # 힌트를 본다\n  check   # 다시 확인한다",
	"shellHidden": "다음: 여기에 보이지 않는 것을 과제(task)에서 다시 읽은 다음\n  exit\n  gherkube grade --live %s  # 모두 채점한다",
	"shellDone":   "다음:\n  exit\n  gherkube grade --live %s  # 채점한다",
	"noHints":     "과제 %d에는 힌트가 더 없다.",
	"take":        "%s 볼까? [y/N]",
	"takeBy":      "%s 보려면: %s",
	"notTaken":    "힌트를 보지 않았다.",
	"price":       "과제 %[3]d의 힌트 %[1]d/%[2]d: 보면 과제의 %[5]s 가운데 %[4]d점이 감점된다.",
	"cost":        "%s 감점되었다. ",
	"lastHint":    "과제 %d의 마지막 힌트였다.",
	"nextCosts":   "다음 힌트 %[1]d/%[2]d: 보면 %[3]s이 감점된다.",
	"nextFree":    "다음 힌트 %[1]d/%[2]d: 감점이 없다.",
}
