package planner

import (
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// words holds the lines and keywords of a file by the IDs of its parts.
type words struct {
	lines      map[string]int
	docStrings map[string]int
	keywords   map[string]string
}

func wordsOf(file *feature.File) words {
	return words{feature.Lines(file.Document), feature.DocStrings(file.Document), feature.Keywords(file.Document)}
}

// scenarioOf describes a pickle of a file.
func scenarioOf(file *feature.File, of words, pickle *messages.Pickle) *plan.Scenario {
	line := feature.PickleLine(of.lines, pickle)
	s := &plan.Scenario{
		ID: plan.ID(file.URI, line), File: file.URI, Line: line,
		Feature: file.Document.Feature.Name, Name: pickle.Name,
		Row: len(pickle.AstNodeIds) > 1, Pickle: pickle,
	}
	for _, tag := range pickle.Tags {
		s.Tags = append(s.Tags, tag.Name)
	}
	for _, step := range pickle.Steps {
		step.Text = feature.Spaced(step.Text) // the pickle itself goes to godog unchanged
		s.Steps = append(s.Steps, plan.Step{
			Line: of.lines[step.AstNodeIds[0]], Keyword: of.keywords[step.AstNodeIds[0]],
			Text: step.Text, Type: step.Type, Argument: step.Argument, Opens: of.docStrings[step.AstNodeIds[0]],
		})
	}
	return s
}

func sentencesOf(s *plan.Scenario) []string {
	sentences := make([]string, len(s.Steps))
	for i, step := range s.Steps {
		sentences[i] = step.Text
	}
	return sentences
}
