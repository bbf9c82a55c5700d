package page

import (
	"strconv"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// argumentsOf returns the tables and doc strings of the scenarios' own steps, by the
// scenario's ID. They come from the record's copy of the features; of a copy that
// cannot be parsed, they are left out.
func argumentsOf(p *plan.Plan) map[string][]*messages.PickleStepArgument {
	all, n := map[string][]*messages.PickleStepArgument{}, 0
	newID := func() string { n++; return strconv.Itoa(n) }
	places := map[string][]*plan.Scenario{}
	for _, s := range p.Scenarios {
		places[s.Place()] = append(places[s.Place()], s)
	}
	for _, source := range p.Sources {
		file, _ := feature.Parse(source.URI, source.Content, newID)
		if file == nil {
			continue
		}
		lines := feature.Lines(file.Document)
		for _, pickle := range file.Pickles {
			for _, planned := range places[plan.ID(file.URI, feature.PickleLine(lines, pickle))] {
				var args []*messages.PickleStepArgument
				for _, st := range pickle.Steps {
					args = append(args, st.Argument)
				}
				all[planned.ID] = args
			}
		}
	}
	return all
}
