package steps

import (
	"path/filepath"
	"slices"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// NeedsClean reports whether a scenario with these sentences needs a clean cluster: one
// from which all objects of earlier scenarios are gone.
func NeedsClean(i cluster.Isolation, sentences []Line) bool {
	return i == cluster.Disruptive || i == cluster.Shared && slices.ContainsFunc(sentences, Line.beyond)
}

func (in Line) beyond() bool {
	return slices.ContainsFunc(Match(in.Text), func(s Step) bool {
		return s.beyond != nil && s.beyond(in, s.words(in.Text))
	})
}

// linesOf returns the sentences of a scenario that is about to run.
func linesOf(sc *godog.Scenario, t cluster.Topology) []Line {
	var all []Line
	for _, step := range sc.Steps {
		in := Line{Text: step.Text, Folder: filepath.Dir(sc.Uri), Isolation: IsolationOf(tagsOf(sc)), Topology: t}
		in.Below(step.Argument)
		all = append(all, in)
	}
	return all
}

func sentencesOf(sc *godog.Scenario) []string {
	var all []string
	for _, step := range sc.Steps {
		all = append(all, step.Text)
	}
	return all
}

func tagsOf(sc *godog.Scenario) []string {
	var all []string
	for _, tag := range sc.Tags {
		all = append(all, tag.Name)
	}
	return all
}
