package lsp

import (
	"fmt"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/catalogue"
)

// hover shows the meaning of the sentence at the pointer.
func (s *server) hover(p place) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	step, is := d.stepAt(p.Position.Line)
	if !is || !d.isFeature() {
		return nil, nil
	}
	sentence := d.filled(step)
	found := s.Vocabulary.Match(sentence)
	if called := s.expander(d).Find(sentence); called != nil && len(found) == 0 {
		return hover{markup{"markdown", phrasePage(called)}, step.span(d)}, nil
	}
	if len(found) != 1 {
		return nil, nil
	}
	said, _ := found[0].SentenceFor(sentence)
	return hover{markup{"markdown", page(found[0], said)}, step.span(d)}, nil
}

// page returns the catalogue's entry of a step in the language of a sentence.
func page(step steps.Step, said steps.Sentence) string {
	var b strings.Builder
	kinds := make([]string, len(step.Kinds))
	for i, k := range step.Kinds {
		kinds[i] = string(k)
	}
	fmt.Fprintf(&b, "%s\n\n", step.Meaning)
	fmt.Fprintf(&b, "```\n%s\n```\n\n", catalogue.Form(steps.Outline(said)))
	for _, other := range step.Sentences() {
		if other.Language == said.Language {
			fmt.Fprintf(&b, "For example: `%s`\n\n", other.Example)
		}
	}
	fmt.Fprintf(&b, "%s · %s", step.Topic, strings.Join(kinds, "/"))
	if step.Disruptive {
		b.WriteString(" · disruptive: needs `@disruptive` or `@own-cluster`")
	}
	return b.String()
}

// filled returns the sentence of a step, in an outline with the values of its first
// row.
func (d *document) filled(step stepLine) string {
	if !strings.Contains(step.Sentence, "<") {
		return step.Sentence
	}
	file, _ := feature.Parse(d.path, []byte(d.text.whole), (&messages.Incrementing{}).NewId)
	if file == nil {
		return step.Sentence
	}
	lines := feature.Lines(file.Document)
	for _, pickle := range file.Pickles {
		for _, s := range pickle.Steps {
			if lines[s.AstNodeIds[0]] == step.number+1 {
				return s.Text
			}
		}
	}
	return step.Sentence
}
