package report

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/runner/internal/wording"
)

const (
	// around is how many rows of a screen the headings of a scenario, the closing
	// lines and the prompt take up.
	around = 11
	// screenSteps is the maximum number of passed steps that a screen lists.
	screenSteps = 3
	// screenReason is the minimum number of rows for the reason.
	screenReason = 4
)

// brief writes a scenario that did not pass so that it fits on the terminal: the
// steps, the reason, and the commands that show the rest and run it again.
func (p pen) brief(b *strings.Builder, s *model.Scenario) {
	after := p.commands(s)
	room := p.Height - around - terminal.Rows(after, p.Width)
	for i, try := range s.Earlier {
		if step := try.FailedStep(); step != nil {
			line := fmt.Sprintf("      try %d %s: %s %s  # %s\n", i+1, try.Verdict, step.Keyword, step.Text, try.PlaceOf(step.Step))
			room -= terminal.Rows(line, p.Width)
			b.WriteString(line)
		}
	}
	said := p.stepsBefore(s)
	b.WriteString(said)
	room -= terminal.Rows(said, p.Width)
	if i := failedIndex(s); i >= 0 {
		p.reason(b, s, i, max(screenReason, room))
	}
	b.WriteString(after)
}

// stepsBefore lists the steps before the one that did not pass, or counts them if
// they are many.
func (p pen) stepsBefore(s *model.Scenario) string {
	var b strings.Builder
	n := failedIndex(s)
	if n < 0 {
		n = len(s.Steps)
	}
	if n > screenSteps {
		b.WriteString(p.row("      ", string(record.Passed), "", fmt.Sprintf("%d steps", n)))
		return b.String()
	}
	for i := range n {
		p.step(&b, s, i)
	}
	return b.String()
}

// reason writes the step that did not pass, with the beginning of its message.
func (p pen) reason(b *strings.Builder, s *model.Scenario, i, room int) {
	step := s.Steps[i]
	head := p.row("      ", string(step.Outcome), span(step.Duration()), step.Keyword+" "+step.Text+"  # "+s.PlaceOf(step.Step))
	b.WriteString(head)
	room -= terminal.Rows(head, p.Width)
	message := strings.Split(strings.TrimRight(terminal.Wrap(step.Message, p.Width-12), "\n"), "\n")
	if room = max(room, screenReason); len(message) > room {
		rest := len(message) - room + 1
		message = append(message[:room-1], fmt.Sprintf("... %s more", wording.Counted(rest, "line")))
	}
	b.WriteString(indent(strings.Join(message, "\n"), strings.Repeat(" ", 12)))
}

// commands returns the lines with the commands that show all details of a scenario
// and run it again.
func (p pen) commands(s *model.Scenario) string {
	more := fmt.Sprintf("      All details: %s\n", p.showing(s))
	if n := evidenceLines(s); n > 0 {
		more = fmt.Sprintf("      Evidence (%s): %s\n", wording.Counted(n, "line"), p.showing(s))
	}
	return more + fmt.Sprintf("      Repeat: %s\n", s.Repeat)
}

// recordName returns the shortest name by which gherkube show finds a record.
func recordName(dir string) string {
	if filepath.Dir(dir) == record.Store() {
		return filepath.Base(dir)
	}
	return dir
}

// evidenceLines counts the lines of all notes and diagnostics that gherkube show
// shows.
func evidenceLines(s *model.Scenario) int {
	n := diagnosticLines(s)
	for _, section := range sections {
		for _, note := range s.NotesOf(string(section.kind)) {
			n += strings.Count(strings.TrimRight(note.Text, "\n"), "\n") + 1
		}
	}
	return n
}

func failedIndex(s *model.Scenario) int {
	for i, step := range s.Steps {
		if step.Outcome == record.Failed || step.Outcome == record.Undecided {
			return i
		}
	}
	return -1
}
