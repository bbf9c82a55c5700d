package lsp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/nearest"
)

// complete offers sentences after a step keyword, and keywords at the beginning of
// a line. The list is incomplete by the protocol's definition, so the editor asks
// again for each key instead of filtering.
func (s *server) complete(p place) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	list := completionList{IsIncomplete: true, Items: []completionItem{}}
	if p.Position.Line < 0 || p.Position.Line >= len(d.text.lines) {
		return list, nil
	}
	line := d.text.line(p.Position.Line)
	cursor := bytesAt(line, p.Position.Character)
	step, is := d.stepAt(p.Position.Line)
	switch {
	case !d.isFeature():
	case is && cursor >= step.At:
		list.Items = s.sentences(d, step, cursor)
	case !is && strings.TrimSpace(line[cursor:]) == "" && !feature.Quoted(d.text.lines[:p.Position.Line]):
		list.Items = keywords(d, p.Position.Line, cursor)
	}
	return list, nil
}

// sentences returns the sentences that continue what is typed of a step.
func (s *server) sentences(d *document, step stepLine, cursor int) []completionItem {
	line := d.text.line(step.number)
	typed, end := line[step.At:cursor], cursor
	if rest := strings.TrimSpace(line[cursor:]); rest == "" || rest == `"` {
		end = len(line) // the editor has inserted the closing quote
	}
	s.looking.Lock()
	found := append(s.phraseIndex(d).Complete(typed, step.kind, d.language()), s.index().Complete(typed, step.kind, d.language())...)
	slices.SortStableFunc(found, nearest.Compare)
	s.looking.Unlock()
	items := []completionItem{}
	for i, c := range found {
		items = append(items, completionItem{
			Label: c.Text(), Kind: itemSentence, Detail: c.Step.Topic, Documentation: &markup{"markdown", page(c.Step, c.Sentence)},
			SortText: fmt.Sprintf("%05d", i), FilterText: typed, InsertTextFormat: s.insertFormat(),
			TextEdit: textEdit{d.text.span(step.number, step.At, end), s.inserted(c, line)},
		})
	}
	return items
}

func (s *server) insertFormat() int {
	if s.client.snippets {
		return formatSnippet
	}
	return formatPlain
}

// inserted returns the sentence with tab stops for its parameters, and its argument
// below it.
func (s *server) inserted(c nearest.Completion, line string) string {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))] + "  "
	below := ""
	switch {
	case c.Step.NeedsDocString():
		below = "\n" + indent + "\"\"\"\n" + indent + "%s\n" + indent + "\"\"\""
	case c.Step.NeedsTable():
		below = "\n" + indent + "| %s |"
	}
	if !s.client.snippets {
		return c.Text() + strings.ReplaceAll(below, "%s", "")
	}
	return snippet(c.Parts) + strings.ReplaceAll(below, "%s", "$0")
}

// snippet formats parts in the snippet syntax of the protocol.
func snippet(parts []nearest.Part) string {
	var b strings.Builder
	stop := 0
	for _, p := range parts {
		switch {
		case len(p.Choices) > 1:
			stop++
			choices := append([]string{p.Text}, without(p.Choices, p.Text)...)
			for i, c := range choices {
				choices[i] = choiceEscapes.Replace(c)
			}
			fmt.Fprintf(&b, "${%d|%s|}", stop, strings.Join(choices, ","))
		case p.Open:
			stop++
			fmt.Fprintf(&b, "${%d:%s}", stop, snippetEscapes.Replace(p.Text))
		default:
			b.WriteString(snippetEscapes.Replace(p.Text))
		}
	}
	return b.String()
}

var (
	snippetEscapes = strings.NewReplacer(`\`, `\\`, `$`, `\$`, `}`, `\}`)
	choiceEscapes  = strings.NewReplacer(`\`, `\\`, `$`, `\$`, `}`, `\}`, `,`, `\,`, `|`, `\|`)
)

func without(all []string, one string) (rest []string) {
	for _, text := range all {
		if text != one {
			rest = append(rest, text)
		}
	}
	return rest
}

// keywords returns the keywords that begin with what is typed on a line.
func keywords(d *document, number, cursor int) []completionItem {
	line := d.text.line(number)
	typed := strings.TrimLeft(line[:cursor], " \t")
	forSteps, forTitles := feature.LineKeywords(feature.Language(d.text.lines))
	items := []completionItem{}
	for _, k := range append(forSteps, forTitles...) {
		if !strings.HasPrefix(strings.ToLower(k), strings.ToLower(typed)) {
			continue
		}
		text := k
		if strings.HasSuffix(k, ":") {
			text += " "
		}
		items = append(items, completionItem{
			Label: strings.TrimSpace(k), Kind: itemKeyword, SortText: fmt.Sprintf("%05d", len(items)), FilterText: typed,
			InsertTextFormat: formatPlain,
			TextEdit:         textEdit{d.text.span(number, cursor-len(typed), cursor), text},
		})
	}
	return items
}
