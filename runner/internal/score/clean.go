package score

import (
	"regexp"
	"strings"
	"unicode"
)

// Text in results comes from clusters, and students control clusters. It may
// contain control sequences for terminals, or code for spreadsheets, browsers and
// CI systems.

var (
	// escapes matches the control sequences of ECMA-48, and the strings that carry
	// commands to terminals.
	escapes = regexp.MustCompile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|[\\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[ -/]*[0-~])")
	// workflowCommand matches a line that is a command to GitHub Actions; the
	// second kind is a command anywhere (actions/runner, ActionCommand.cs).
	workflowCommand    = regexp.MustCompile(`(?m)^(\s*):(:[A-Za-z-]+.*::)`)
	oldWorkflowCommand = strings.NewReplacer("##[", "# #[")
)

// clean makes a text safe for any view: valid UTF-8 with newlines, tabs and visible
// characters only.
func clean(text string) string {
	text = escapes.ReplaceAllString(strings.ToValidUTF8(text, "\uFFFD"), "")
	text = strings.Map(visible, text)
	return oldWorkflowCommand.Replace(workflowCommand.ReplaceAllString(text, "$1: $2"))
}

// visible drops control characters and characters that change the direction of
// text.
func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\uFFFE', r == '\uFFFF':
		return -1
	}
	return r
}

// cleaned returns a result in which all text is clean.
func cleaned(r Result) Result {
	for _, name := range []*string{&r.Lab, &r.Title, &r.Submission, &r.Student, &r.Record} {
		*name = line(clean(*name))
	}
	r.Problem, r.Output, r.Found, r.Left = clean(r.Problem), clean(r.Output), clean(r.Found), clean(r.Left)
	r.Notes = cleanAll(r.Notes)
	values := map[string]string{}
	for name, value := range r.Values {
		values[clean(name)] = clean(value)
	}
	r.Values = values
	var criteria []Criterion
	for _, c := range r.Criteria {
		c.Name, c.Sentence, c.Message = line(clean(c.Name)), clean(c.Sentence), clean(c.Message)
		c.Feedback.Text, c.Feedback.Korean = clean(c.Feedback.Text), clean(c.Feedback.Korean)
		c.Evidence = cleanAll(c.Evidence)
		criteria = append(criteria, c)
	}
	r.Criteria = criteria
	return r
}

func cleanAll(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, clean(text))
	}
	return all
}

var breaks = strings.NewReplacer("\n", " ", "\t", " ")

// line joins the lines of a text.
func line(text string) string { return breaks.Replace(text) }
