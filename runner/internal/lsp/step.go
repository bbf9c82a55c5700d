package lsp

import (
	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// stepLine is a step of a document.
type stepLine struct {
	feature.StepLine
	number int
	kind   steps.Kind // of the keyword; And and But are resolved; empty without an earlier keyword
}

// stepAt returns the step on a line, even if the document has errors elsewhere.
func (d *document) stepAt(number int) (stepLine, bool) {
	if number < 0 || number >= len(d.text.lines) || feature.Quoted(d.text.lines[:number]) {
		return stepLine{}, false
	}
	language := feature.Language(d.text.lines)
	step, is := feature.Step(d.text.line(number), language)
	return stepLine{step, number, d.kindAt(number, language)}, is
}

// kindAt returns the kind of the keyword on a line, or of the step that an And
// continues.
func (d *document) kindAt(number int, language string) steps.Kind {
	for ; number >= 0; number-- {
		step, is := feature.Step(d.text.line(number), language)
		if !is {
			continue
		}
		if kind := planner.KindOf(step.Type); kind != "" {
			return kind
		}
	}
	return ""
}

// span returns the range of the step's sentence.
func (s stepLine) span(d *document) span {
	return d.text.span(s.number, s.At, s.At+len(s.Sentence))
}

// language returns the language in which sentences are offered in a document.
func (d *document) language() steps.Language {
	if feature.Language(d.text.lines) == string(steps.Korean) {
		return steps.Korean
	}
	return steps.English
}
