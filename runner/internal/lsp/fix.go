package lsp

import (
	"strings"
)

// offered is the maximum number of suggestions for an undefined sentence.
const offered = 3

// fixes offers similar sentences for undefined ones.
func (s *server) fixes(p codeActionParams) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	actions := []codeAction{}
	for _, wrong := range p.Context.Diagnostics {
		if wrong.Source != "gherkube" || !strings.HasPrefix(wrong.Message, "undefined step: ") {
			continue
		}
		step, is := d.stepAt(wrong.Range.Start.Line)
		if !is {
			continue
		}
		s.looking.Lock()
		guesses := s.index().Meant(step.Sentence, step.kind, offered)
		s.looking.Unlock()
		for i, g := range guesses {
			actions = append(actions, codeAction{
				Title: "Replace with: " + g.Text, Kind: "quickfix", Diagnostics: []diagnostic{wrong}, IsPreferred: i == 0 && g.Likely,
				Edit: workspaceEdit{map[string][]textEdit{d.uri: {{step.span(d), g.Text}}}},
			})
		}
	}
	return actions, nil
}
