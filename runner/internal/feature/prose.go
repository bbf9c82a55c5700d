package feature

import (
	"strings"
	"unicode"

	messages "github.com/cucumber/messages/go/v21"
)

// Prose is a line of a description, which Gherkin parsers ignore.
type Prose struct {
	Line int
	Text string // without leading and trailing space
	Of   string // the keyword of the described part
	// Examples is true if the line is between the keyword of Examples and their
	// table, after all steps of the scenario.
	Examples bool
}

// Quoted reports whether the author has marked the line as prose.
func (p Prose) Quoted() bool { return strings.HasPrefix(p.Text, ">") }

// Prose returns the lines of all descriptions in the file.
func (f *File) Prose() []Prose {
	d := &descriptions{lines: f.Lines}
	if feature := f.Document.Feature; feature != nil {
		d.add(feature.Location, feature.Keyword, feature.Description)
		for _, child := range feature.Children {
			d.part(child.Background, child.Scenario)
			d.rule(child.Rule)
		}
	}
	return d.found
}

// descriptions collects the lines of descriptions. A document contains only their
// text, so their lines are searched below the heading.
type descriptions struct {
	lines []string
	found []Prose
}

func (d *descriptions) rule(r *messages.Rule) {
	if r == nil {
		return
	}
	d.add(r.Location, r.Keyword, r.Description)
	for _, child := range r.Children {
		d.part(child.Background, child.Scenario)
	}
}

func (d *descriptions) part(b *messages.Background, s *messages.Scenario) {
	if b != nil {
		d.add(b.Location, b.Keyword, b.Description)
	}
	if s == nil {
		return
	}
	d.add(s.Location, s.Keyword, s.Description)
	for _, e := range s.Examples {
		before := len(d.found)
		d.add(e.Location, e.Keyword, e.Description)
		for i := range d.found[before:] {
			d.found[before+i].Examples = true
		}
	}
}

// add finds the lines of a description below its heading. Comments between them are
// not part of it.
func (d *descriptions) add(heading *messages.Location, keyword, description string) {
	left := 0
	for line := range strings.SplitSeq(description, "\n") {
		if trim(line) != "" {
			left++
		}
	}
	for i := int(heading.Line); left > 0 && i < len(d.lines); i++ {
		text := trim(d.lines[i])
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		d.found = append(d.found, Prose{Line: i + 1, Text: text, Of: keyword})
		left--
	}
}

// trim removes white space and invisible characters from the ends of a text.
func trim(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}

// Visible returns a text as people see it: every kind of space becomes one space,
// and invisible characters are removed.
func Visible(text string) string {
	seen := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(seen), " ")
}
