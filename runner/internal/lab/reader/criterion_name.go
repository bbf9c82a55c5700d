package reader

import (
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/steps/placeholder"
)

// sameForAll rejects variables in the names and tags of criteria. A grade finds the
// verdict of a criterion by its name, and a class has one list of criteria for all
// students.
func (r *reader) sameForAll() {
	content, ok := r.read(lab.ChecksFile)
	if !ok {
		return
	}
	file, _ := feature.Parse(r.lab.Path(lab.ChecksFile), content, (&messages.Incrementing{}).NewId)
	if file == nil {
		return // the plan reports its errors
	}
	for _, e := range file.Entries() {
		line := int(e.Scenario.Location.Line)
		if name := r.variableIn(e.Scenario.Name); name != "" {
			r.problem(lab.ChecksFile, line, "the name %q contains the variable ${%s}: a criterion has the same name for every student; "+
				"write what the variable stands for, such as \"the deployment\", and use ${%[2]s} in the steps only", e.Scenario.Name, name)
		}
		for _, tag := range e.Tags {
			if name := r.variableIn(tag); name != "" {
				r.problem(lab.ChecksFile, line, "the tag %s contains the variable ${%s}: a criterion has the same tags for every student; write the value itself", tag, name)
			}
		}
	}
}

// variableIn returns the first of the lab's variables that a text contains, or "".
func (r *reader) variableIn(text string) string {
	for _, found := range placeholder.Pattern.FindAllStringSubmatch(text, -1) {
		if _, known := r.lab.Variables[found[1]]; known {
			return found[1]
		}
	}
	return ""
}
