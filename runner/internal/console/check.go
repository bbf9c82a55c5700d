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

// draftPath is where the scenario stands for lint: files that it names are looked for in
// the working directory.
const draftPath = "console.feature"

// check lints a line as the next one of the scenario, and returns it as godog would have
// it: one step, or those of a phrase.
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

// stepsAt are the steps of the sentence at a line.
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

// tag is the one that the scenario needs.
func (c *console) tag() string {
	if c.Isolation == cluster.Shared {
		return ""
	}
	return "@" + string(c.Isolation)
}

// problemsOf are the texts of the problems at lines that matter, each once.
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

// advised says in the words of the console what a feature needs a tag for.
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
