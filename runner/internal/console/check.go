package console

import (
	"errors"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
)

// draftPath is the path of the scenario for lint. File names in it are relative to the
// working directory.
const draftPath = "console.feature"

// check lints a line as the next step of the scenario. It returns the pickle steps to
// run: one, or those of a phrase.
func (c *console) check(l line) ([]*messages.PickleStep, []string) {
	text, at, heading := c.typed.draft(l, c.tag())
	p, err := c.lint(text)
	problems := problemsOf(err, func(line int) bool { return line >= at || line == heading })
	if len(problems) > 0 {
		return nil, problems
	}
	if p == nil { // the lines before are wrong, which had run
		return nil, []string{err.Error()}
	}
	return stepsAt(p.Scenarios[0], at), nil
}

// stepsAt returns the pickle steps of the sentence at a line.
func stepsAt(s *plan.Scenario, line int) (all []*messages.PickleStep) {
	for i, step := range s.Steps {
		at := step.Line
		if len(step.Calls) > 0 {
			at = step.Calls[0].Line
		}
		if at == line {
			all = append(all, s.Pickle.Steps[i])
		}
	}
	return all
}

func (c *console) lint(text []byte) (*plan.Plan, error) {
	return planner.Make(planner.Request{
		Paths: []string{draftPath}, Texts: map[string][]byte{draftPath: text}, Slow: true, Open: true,
		Up: c.Topology, Cluster: c.Cluster, Images: c.Images, Nearest: c.Index,
	}, c.Vocabulary)
}

// tag returns the isolation tag of the scenario, or an empty string.
func (c *console) tag() string {
	if c.Isolation == cluster.Shared {
		return ""
	}
	return "@" + string(c.Isolation)
}

// problemsOf returns the distinct messages at relevant lines.
func problemsOf(err error, matters func(line int) bool) (all []string) {
	var wrong *input.Error
	if !errors.As(err, &wrong) {
		if err != nil {
			all = []string{err.Error()}
		}
		return all
	}
	for _, p := range wrong.Problems {
		if text := advised(p.Text); matters(p.Line) && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

const needsTag = "tag the scenario @disruptive or @own-cluster"

// advised replaces advice about tags by the flag of the console.
func advised(problem string) string {
	return strings.ReplaceAll(problem, needsTag, "start the console with --disruptive, which keeps other scenarios off the cluster")
}

// refuse prints why a line does not run.
func (c *console) refuse(problems []string) {
	c.result.Invalid, c.refused = true, true
	for _, p := range problems {
		c.say("%s%s", c.place(), p)
	}
}
