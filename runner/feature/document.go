package feature

import messages "github.com/cucumber/messages/go/v21"

// eachScenario visits the scenarios of a document, those of rules included.
func eachScenario(document *messages.GherkinDocument, visit func(*messages.Scenario)) {
	eachPart(document, nil, visit)
}

// eachStep visits the steps of a document, those of backgrounds included.
func eachStep(document *messages.GherkinDocument, visit func(*messages.Step)) {
	all := func(steps []*messages.Step) {
		for _, s := range steps {
			visit(s)
		}
	}
	eachPart(document,
		func(b *messages.Background) { all(b.Steps) },
		func(s *messages.Scenario) { all(s.Steps) })
}

func eachPart(document *messages.GherkinDocument, background func(*messages.Background), scenario func(*messages.Scenario)) {
	if document.Feature == nil {
		return
	}
	part := func(b *messages.Background, s *messages.Scenario) {
		if b != nil && background != nil {
			background(b)
		}
		if s != nil {
			scenario(s)
		}
	}
	for _, child := range document.Feature.Children {
		part(child.Background, child.Scenario)
		if child.Rule == nil {
			continue
		}
		for _, child := range child.Rule.Children {
			part(child.Background, child.Scenario)
		}
	}
}
