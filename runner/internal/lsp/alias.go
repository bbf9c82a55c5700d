package lsp

import (
	"regexp"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/steps"
)

// alias is a name that a scenario defines.
type alias struct {
	name string
	to   steps.Alias
}

// mention is an occurrence of an alias in a document.
type mention struct {
	alias
	line, begin, end int // of the name, in bytes
	gives            bool
}

func (m mention) span(d *document) span { return d.text.span(m.line, m.begin, m.end) }

var quotedText = regexp.MustCompile(`"([^"]+)"`)

// unheard is a name that no scenario defines. It replaces a quoted word to test
// whether that word is an alias.
const unheard = "gherkube-unheard-of"

// inSentence returns the aliases in the sentence of a step.
func (s *server) inSentence(d *document, p *part, step *messages.Step) (all []mention) {
	line := int(step.Location.Line) - 1
	before := strings.LastIndex(d.text.line(line), step.Text)
	if before < 0 {
		return nil
	}
	for _, at := range quotedText.FindAllStringSubmatchIndex(step.Text, -1) {
		replaced := p.filled(step.Text[:at[2]] + unheard + step.Text[at[3]:])
		given, to := s.Vocabulary.Gives(replaced)
		gives := given == unheard
		if !gives {
			to = s.Vocabulary.SpeaksOf(replaced, unheard)
		}
		if to != steps.NoAlias {
			all = append(all, mention{alias{step.Text[at[2]:at[3]], to}, line, before + at[2], before + at[3], gives})
		}
	}
	return all
}

// values returns the ${name} values in a step, including its argument.
func values(d *document, step *messages.Step) (all []mention) {
	line := int(step.Location.Line) - 1
	last := line
	if t := step.DataTable; t != nil {
		last = int(t.Rows[len(t.Rows)-1].Location.Line) - 1
	}
	if t := step.DocString; t != nil {
		last = max(last, int(t.Location.Line)+strings.Count(t.Content, "\n"))
	}
	for ; line <= last; line++ {
		for _, at := range steps.ValuePlaceholder.FindAllStringSubmatchIndex(d.text.line(line), -1) {
			all = append(all, mention{alias{d.text.line(line)[at[2]:at[3]], steps.ValueAlias}, line, at[2], at[3], false})
		}
	}
	return all
}

func (s *server) mentions(d *document, p *part) (all []mention) {
	for _, step := range p.steps {
		all = append(all, s.inSentence(d, p, step)...)
		all = append(all, values(d, step)...)
	}
	return all
}

// mentionAt returns the alias at the cursor and all its occurrences: in its
// scenario or, if a background defines it, in all scenarios of that background.
func (s *server) mentionAt(d *document, at position) (found *mention, all []mention) {
	document, _ := feature.Syntax(d.path, []byte(d.text.whole))
	parts := partsOf(document)
	cursor := bytesAt(d.text.line(at.Line), at.Character)
	for _, p := range parts {
		for _, m := range s.mentions(d, p) {
			if m.line == at.Line && m.begin <= cursor && cursor <= m.end {
				return &m, s.everywhere(d, parts, p, m.alias)
			}
		}
	}
	return nil, nil
}

// everywhere returns all occurrences of an alias in a part, or none if neither the
// part nor its backgrounds define it.
func (s *server) everywhere(d *document, parts []*part, in *part, a alias) []mention {
	for i := len(parts) - 1; i >= 0; i-- {
		p := parts[i]
		if p != in && !p.around(in) {
			continue
		}
		own := s.of(d, p, a)
		for _, m := range own {
			if m.gives {
				for _, below := range p.under {
					own = append(own, s.of(d, below, a)...)
				}
				return own
			}
		}
	}
	return nil
}

// around reports whether a background belongs to a scenario.
func (p *part) around(scenario *part) bool {
	for _, below := range p.under {
		if below == scenario {
			return true
		}
	}
	return false
}

// of returns the occurrences of an alias in a part.
func (s *server) of(d *document, p *part, a alias) (all []mention) {
	for _, m := range s.mentions(d, p) {
		if m.alias == a {
			all = append(all, m)
		}
	}
	return all
}
