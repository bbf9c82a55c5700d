// Package sheet draws the task sheet of a lab: the text for a student, with the points
// and the minutes, as Markdown or for a terminal.
package sheet

import (
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// Sheet is the task sheet of a lab for one student.
type Sheet struct {
	Lab      *lab.Lab
	Student  string
	Language string // "en", or "ko" if the lab has it
}

// Paper is what a sheet is drawn on. The zero value is a file or a pipe.
type Paper struct {
	Width int // columns of the terminal; 0 if it is none
	Color bool
}

// Whole draws the whole text.
func (s Sheet) Whole(p Paper) (string, error) { return p.draw(s.markdown(0)) }

// Task draws one task with the introduction of the text. A number without a task is an
// input error.
func (s Sheet) Task(number int, p Paper) (string, error) {
	if err := s.Lab.HasTask(number); err != nil {
		return "", err
	}
	return p.draw(s.markdown(number))
}

// Commands is the line that names the commands of a lab's shell.
func (s Sheet) Commands() string { return s.words().commands }

// Passed says how much of the lab's time has passed.
func (s Sheet) Passed(time time.Duration) string {
	return s.words().passed(int(time.Minutes()), s.Lab.Minutes)
}

// markdown returns the text with the points and the minutes: of one task, or of all if
// the number is 0. What stands under no task belongs to all.
func (s Sheet) markdown(only int) string {
	var b strings.Builder
	text := strings.TrimSpace(s.Lab.Filling(s.Student)(s.text().Content))
	titled, section := false, 0
	for line, prose := range lab.Prose(text) {
		number, heading := 0, false
		if prose {
			number, heading = lab.SectionOf(line)
		}
		if heading {
			section = number
		}
		if only != 0 && section != 0 && section != only {
			continue
		}
		if heading && number != 0 {
			line += s.words().worth(s.Lab.Tasks[number-1].Points)
		}
		b.WriteString(line + "\n")
		if prose && !titled && strings.HasPrefix(line, "# ") {
			titled = true
			fmt.Fprintf(&b, "\n%s\n", s.words().size(s.Lab.Total(), s.Lab.Minutes))
		}
	}
	return b.String()
}

func (s Sheet) text() lab.Text { return s.Lab.Text(s.Language) }

// draw draws Markdown: on a terminal as it reads best, elsewhere as it is written.
func (p Paper) draw(markdown string) (string, error) {
	if p.Width == 0 {
		return markdown, nil
	}
	drawn, err := render(markdown, p)
	if err != nil {
		return "", input.Errorf("the text of the lab cannot be drawn: %v", err)
	}
	return drawn, nil
}
