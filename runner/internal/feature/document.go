package feature

import messages "github.com/cucumber/messages/go/v21"

// eachScenario calls visit for every scenario of a document, including those of
// rules.
func eachScenario(document *messages.GherkinDocument, visit func(*messages.Scenario)) {
	eachPart(document, nil, visit)
}

// eachStep calls visit for every step of a document, including those of
// backgrounds.
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

// Backgrounds returns the backgrounds of the feature and of its rules.
func (f *File) Backgrounds() []*messages.Background {
	var all []*messages.Background
	eachPart(f.Document, func(b *messages.Background) { all = append(all, b) }, nil)
	return all
}

func eachPart(document *messages.GherkinDocument, background func(*messages.Background), scenario func(*messages.Scenario)) {
	if document.Feature == nil {
		return
	}
	part := func(b *messages.Background, s *messages.Scenario) {
		if b != nil && background != nil {
			background(b)
		}
		if s != nil && scenario != nil {
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

// eachTag calls visit for every tag in a document, where it is written.
func eachTag(document *messages.GherkinDocument, visit func(*messages.Tag)) {
	all := func(tags []*messages.Tag) {
		for _, t := range tags {
			visit(t)
		}
	}
	if document.Feature == nil {
		return
	}
	all(document.Feature.Tags)
	for _, child := range document.Feature.Children {
		if child.Rule != nil {
			all(child.Rule.Tags)
		}
	}
	eachScenario(document, func(s *messages.Scenario) {
		all(s.Tags)
		for _, e := range s.Examples {
			all(e.Tags)
		}
	})
}

// Heading is the first line of a part of a feature.
type Heading struct {
	Line          int
	Keyword, Name string
}

// Headings returns the headings of all parts of the file.
func (f *File) Headings() []Heading {
	var all []Heading
	add := func(at *messages.Location, keyword, name string) {
		all = append(all, Heading{int(at.Line), keyword, name})
	}
	feature := f.Document.Feature
	if feature == nil {
		return nil
	}
	add(feature.Location, feature.Keyword, feature.Name)
	for _, child := range feature.Children {
		if r := child.Rule; r != nil {
			add(r.Location, r.Keyword, r.Name)
		}
	}
	eachPart(f.Document,
		func(b *messages.Background) { add(b.Location, b.Keyword, b.Name) },
		func(s *messages.Scenario) {
			add(s.Location, s.Keyword, s.Name)
			for _, e := range s.Examples {
				add(e.Location, e.Keyword, e.Name)
			}
		})
	return all
}

// Says reports whether the file contains a step with this sentence.
func (f *File) Says(sentence string) bool {
	said := false
	eachStep(f.Document, func(s *messages.Step) { said = said || s.Text == sentence })
	return said
}
