package lab

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Text is the text for students in one language.
type Text struct {
	Language string // "en" or "ko"
	File     string
	Content  string
}

// TextFiles lists the possible texts of a lab. The first one is required.
var TextFiles = []Text{{Language: "en", File: "task.md"}, {Language: "ko", File: "task.ko.md"}}

// Text returns the text in a language, or the English one if there is none.
func (l *Lab) Text(language string) Text {
	for _, t := range l.Texts {
		if t.Language == language {
			return t
		}
	}
	return l.Texts[0]
}

var taskNumber = regexp.MustCompile(`^## .*?(\d+)`)

// SectionOf reports whether a line of a text is the heading of a section, and returns
// the number of its task; 0 for a section that belongs to no task.
func SectionOf(line string) (task int, heading bool) {
	if found := taskNumber.FindStringSubmatch(line); found != nil {
		task, _ = strconv.Atoi(found[1])
	}
	return task, strings.HasPrefix(line, "## ")
}

// HasTask returns an input error if the lab has no task of this number.
func (d *Document) HasTask(number int) error {
	if number < 1 || number > len(d.Tasks) {
		return input.Errorf("there is no task %d: the lab has %d", number, len(d.Tasks))
	}
	return nil
}
