package sheet

import (
	"fmt"

	"github.com/gherkube/gherkube/runner/internal/wording"
)

// words are what a sheet says besides the lab's own text.
type words struct {
	size     func(points, minutes int) string // below the title
	worth    func(points int) string          // after the heading of a task
	passed   func(minutes, of int) string
	commands string
}

var catalogue = map[string]words{
	"en": {
		size: func(points, minutes int) string {
			return fmt.Sprintf("%s, about %s", wording.Counted(points, "point"), wording.Counted(minutes, "minute"))
		},
		worth: func(points int) string { return fmt.Sprintf(" (%s)", wording.Counted(points, "point")) },
		passed: func(minutes, of int) string {
			if minutes > of {
				return fmt.Sprintf("%s have passed; the lab is meant for %d.", wording.Counted(minutes, "minute"), of)
			}
			return fmt.Sprintf("%d of %s have passed.", minutes, wording.Counted(of, "minute"))
		},
		commands: "Commands: task [N], check, hint N, time",
	},
	"ko": {
		size:  func(points, minutes int) string { return fmt.Sprintf("모두 %d점, 약 %d분", points, minutes) },
		worth: func(points int) string { return fmt.Sprintf(" (%d점)", points) },
		passed: func(minutes, of int) string {
			if minutes > of {
				return fmt.Sprintf("%d분이 지났다. 이 실습에는 %d분이 주어진다.", minutes, of)
			}
			return fmt.Sprintf("%d분 가운데 %d분이 지났다.", of, minutes)
		},
		commands: "명령: task [N](과제), check(확인), hint N(힌트), time(시간)",
	},
}

// words returns the words in the language that the text is in.
func (s Sheet) words() words { return catalogue[s.text().Language] }
