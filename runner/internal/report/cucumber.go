package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// cucumberJSON is the format cucumber: Cucumber's JSON format from before Cucumber
// Messages, which many tools still read. godog calls it cucumber, Cucumber itself
// json.
type cucumberJSON struct{ out io.Writer }

func newCucumberJSON(out io.Writer, _ Style) View { return cucumberJSON{out} }

// Finished does nothing: the format is one array, which End writes.
func (c cucumberJSON) Finished(*model.Scenario) error { return nil }

// End writes the features with planned scenarios, in the plan's order.
func (c cucumberJSON) End(run *model.Run) error {
	all := []*cukeFeature{}
	for _, source := range run.Plan.Sources {
		file, problems := feature.Parse(source.URI, source.Content, (&messages.Incrementing{}).NewId)
		if file == nil {
			return fmt.Errorf("the record's copy of %s cannot be read: %v", source.URI, problems)
		}
		f := newCukeFeature(file)
		for _, s := range run.Scenarios {
			if s.File == source.URI {
				f.add(file, s)
			}
		}
		if len(f.Elements) > 0 {
			all = append(all, f)
		}
	}
	encoder := json.NewEncoder(c.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(all)
}

type cukeFeature struct {
	URI         string         `json:"uri"`
	ID          string         `json:"id"`
	Keyword     string         `json:"keyword"`
	Name        string         `json:"name"`
	Description string         `json:"description"`
	Line        int64          `json:"line"`
	Tags        []cukeTag      `json:"tags,omitempty"`
	Elements    []*cukeElement `json:"elements"`
}

type cukeTag struct {
	Name string `json:"name"`
	Line int64  `json:"line,omitempty"`
}

type cukeElement struct {
	ID          string     `json:"id"`
	Keyword     string     `json:"keyword"`
	Name        string     `json:"name"`
	Description string     `json:"description"`
	Line        int        `json:"line"`
	Type        string     `json:"type"`
	Started     string     `json:"start_timestamp,omitempty"`
	Tags        []cukeTag  `json:"tags,omitempty"`
	Steps       []cukeStep `json:"steps"`
}

func newCukeFeature(file *feature.File) *cukeFeature {
	f := file.Document.Feature
	return &cukeFeature{
		URI: file.URI, ID: dashed(f.Name), Keyword: f.Keyword, Name: f.Name,
		Description: f.Description, Line: f.Location.Line, Tags: cukeTagsOf(f.Tags),
	}
}

func cukeTagsOf(tags []*messages.Tag) []cukeTag {
	var all []cukeTag
	for _, t := range tags {
		all = append(all, cukeTag{t.Name, t.Location.Line})
	}
	return all
}

// add adds a scenario, with its description and keywords from the feature file.
func (f *cukeFeature) add(file *feature.File, s *model.Scenario) {
	e := &cukeElement{ID: f.ID + ";" + dashed(s.Title()), Name: s.Title(), Line: s.Line, Type: "scenario"}
	if s.Row {
		e.ID += fmt.Sprintf(";%d", s.Line)
	}
	if !s.Started.IsZero() {
		e.Started = s.Started.UTC().Format("2006-01-02T15:04:05.000Z")
	}
	for _, name := range s.Tags {
		e.Tags = append(e.Tags, cukeTag{Name: name})
	}
	pickle := &messages.Pickle{}
	for _, entry := range file.Entries() {
		if entry.Covers(s.Line) {
			e.Keyword, e.Description = entry.Scenario.Keyword, entry.Scenario.Description
			pickle = expanded(entry.At(s.Line)[0], s.Scenario, func() string { return "" }, func(string) string { return "" })
		}
	}
	for i := range s.Steps {
		e.Steps = append(e.Steps, cukeStepOf(s, i, argumentOf(pickle, i)))
	}
	if len(e.Steps) > 0 {
		e.Steps[0].Embeddings = append(triesOf(s), e.Steps[0].Embeddings...)
	}
	f.Elements = append(f.Elements, e)
}

func argumentOf(pickle *messages.Pickle, i int) *messages.PickleStepArgument {
	if i < len(pickle.Steps) && pickle.Steps[i].Argument != nil {
		return pickle.Steps[i].Argument
	}
	return &messages.PickleStepArgument{}
}

// dashed returns a name as part of an ID: "It rains" becomes it-rains.
func dashed(name string) string { return strings.ReplaceAll(strings.ToLower(name), " ", "-") }
