package lsp

import (
	"strings"

	messages "github.com/cucumber/messages/go/v21"
)

// part is a scenario, or a background with its scenarios.
type part struct {
	steps      []*messages.Step
	rows       map[string]string // values of an outline's first rows, by column
	background bool
	under      []*part // the scenarios of a background
}

// partsOf returns the parts of a document that have steps, backgrounds before their
// scenarios.
func partsOf(document *messages.GherkinDocument) (all []*part) {
	if document == nil || document.Feature == nil {
		return nil
	}
	var around []*part // the backgrounds of a scenario
	add := func(b *messages.Background, s *messages.Scenario) {
		switch {
		case b != nil:
			around = append(around, &part{steps: b.Steps, background: true})
			all = append(all, around[len(around)-1])
		case s != nil:
			p := &part{steps: s.Steps, rows: firstRows(s)}
			all = append(all, p)
			for _, b := range around {
				b.under = append(b.under, p)
			}
		}
	}
	for _, c := range document.Feature.Children {
		add(c.Background, c.Scenario)
		if c.Rule == nil {
			continue
		}
		outside := len(around)
		for _, c := range c.Rule.Children {
			add(c.Background, c.Scenario)
		}
		around = around[:outside]
	}
	return all
}

func firstRows(s *messages.Scenario) map[string]string {
	rows := map[string]string{}
	for _, e := range s.Examples {
		if e.TableHeader == nil || len(e.TableBody) == 0 {
			continue
		}
		for i, cell := range e.TableHeader.Cells {
			if _, known := rows[cell.Value]; !known && i < len(e.TableBody[0].Cells) {
				rows[cell.Value] = e.TableBody[0].Cells[i].Value
			}
		}
	}
	return rows
}

// filled replaces the placeholders of a sentence with the values of the first rows.
func (p *part) filled(sentence string) string {
	for column, value := range p.rows {
		sentence = strings.ReplaceAll(sentence, "<"+column+">", value)
	}
	return sentence
}
