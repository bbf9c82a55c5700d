package junit

import (
	"strings"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// visible escapes control characters in all texts of the suite.
func (s *Suite) visible() {
	show(&s.Name)
	for i := range s.Properties {
		show(&s.Properties[i].Name, &s.Properties[i].Value)
	}
	for i := range s.Cases {
		s.Cases[i].visible()
	}
}

func (c *Case) visible() {
	show(&c.Class, &c.Name, &c.Group, &c.Output)
	for _, f := range []*Fault{c.Failure, c.Error} {
		if f != nil {
			show(&f.Type, &f.Message, &f.Text)
		}
	}
	for _, tries := range [][]Rerun{c.RerunFailures, c.FlakyFailures, c.RerunErrors, c.FlakyErrors} {
		for i := range tries {
			show(&tries[i].Type, &tries[i].Message, &tries[i].Text, &tries[i].Output)
		}
	}
}

func show(texts ...*string) {
	for _, text := range texts {
		*text = strings.ReplaceAll(terminal.Visible(*text), "[[ATTACHMENT|", "[ [ATTACHMENT|") // GitLab would show the file
	}
}
