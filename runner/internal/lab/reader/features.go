package reader

import (
	"errors"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// samples are the student IDs whose variants are linted. The values of other students
// are drawn in the same way, so the result also applies to them.
var samples = []string{"", "a student", "another"}

// features plans setup and checks for several variants, and checks them against the
// rules of labs.
func (r *reader) features() {
	for i, student := range samples {
		setup := r.plan(lab.SetupFile, student, nil)
		checks := r.plan(lab.ChecksFile, student, valuesNamed(setup))
		if setup == nil || checks == nil {
			return
		}
		if i == 0 {
			r.setup(setup)
			r.criteria(checks)
			r.feedback(checks)
			r.checks(checks)
			r.names(setup, checks)
		}
	}
}

// valuesNamed returns the names that the setup gives to values; the checks may use
// them.
func valuesNamed(setup []*plan.Scenario) []string {
	var sentences []string
	for _, s := range setup {
		for _, step := range s.Steps {
			sentences = append(sentences, step.Text)
		}
	}
	return steps.ValuesNamed(sentences)
}

// plan plans a feature of the lab for one student. named are further values that
// the feature may use.
func (r *reader) plan(file, student string, named []string) []*plan.Scenario {
	if _, ok := r.read(file); !ok || r.todos(file, todoSentence) {
		return nil
	}
	request := Request(r.lab, file, student)
	request.Named, request.Texts = named, r.unsaved
	p, err := planner.Make(request, r.vocabulary)
	var wrong *input.Error
	if errors.As(err, &wrong) {
		r.problems = append(r.problems, wrong.Problems...)
		return nil
	}
	for _, s := range p.Scenarios {
		for i, step := range s.Steps {
			if len(step.Calls) > 0 { // problems of phrases are reported at the calling sentence
				s.Steps[i].Line = step.Calls[0].Line
			}
		}
	}
	return p.Scenarios
}

// Request returns the planner's request for a feature of the lab, on the lab's
// topology and with one student's values.
func Request(l *lab.Lab, file, student string) planner.Request {
	return planner.Request{
		Paths: []string{l.Path(file)}, Topology: l.Topology.Cluster(), Render: l.Values(student).FillBytes,
		Checks: file == lab.ChecksFile, Images: l.Images, Root: l.Dir,
	}
}

// setup checks that a setup ends with a step that shows that it is complete: a
// fault, which verifies itself, or an expectation.
func (r *reader) setup(scenarios []*plan.Scenario) {
	r.made(scenarios)
	for _, s := range scenarios {
		r.noTopology(lab.SetupFile, s)
		last := s.Steps[len(s.Steps)-1]
		if d := r.definition(last); !d.Disruptive && !d.Allows(steps.Then) {
			r.problem(lab.SetupFile, last.Line, "the setup ends with %q, whose effect is not verified: end it with a Then that shows what is broken", last.Text)
		}
	}
}

// definition returns the step definition of a sentence.
func (r *reader) definition(step plan.Step) steps.Step {
	return r.vocabulary.Match(step.Text)[0]
}

// alone returns one step for each claim of a step with several claims. A step with
// one claim, or none, is returned as it is.
func (r *reader) alone(step plan.Step) (all []plan.Step) {
	line := steps.Line{Text: step.Text}
	line.Below(step.Argument)
	for _, text := range r.definition(step).Alone(line) {
		one := step
		if text != step.Text {
			one.Text, one.Argument = text, nil
		}
		all = append(all, one)
	}
	return all
}

func (r *reader) noTopology(file string, s *plan.Scenario) {
	for _, step := range s.Steps {
		if r.definition(step).Topic == "cluster" {
			r.problem(file, step.Line, "%q: a lab's cluster is the topology of %s", step.Text, lab.DocumentFile)
		}
	}
}

// checks checks that every criterion only observes, states its times, and is not
// met on a dead cluster.
func (r *reader) checks(scenarios []*plan.Scenario) {
	for _, s := range scenarios {
		r.noTopology(lab.ChecksFile, s)
		r.waits(s)
		expects, control := false, false
		for _, step := range s.Steps {
			d := r.definition(step)
			if !d.Allows(steps.Then) {
				r.looks(step, d)
				continue
			}
			expects = true
			claims := r.alone(step)
			control = control || slices.ContainsFunc(claims, func(one plan.Step) bool { return !negative(one.Text) })
			for _, one := range claims {
				r.expectation(s, one, r.definition(one), control)
			}
		}
		if !expects {
			r.problem(lab.ChecksFile, s.Line, "%q expects nothing: it cannot fail", s.Name)
		}
	}
}

func (r *reader) looks(step plan.Step, d steps.Step) {
	if !d.Looks {
		r.problem(lab.ChecksFile, step.Line, "%q acts on the cluster: checks only look", step.Text)
	}
}

func (r *reader) expectation(s *plan.Scenario, step plan.Step, d steps.Step, control bool) {
	if !d.Timed && d.Topic != "submissions" { // a submission does not change any more
		r.problem(lab.ChecksFile, step.Line, "%q does not say when: within, for, never within or until", step.Text)
	}
	r.asked(step, s)
	r.outside(step, d)
	r.readsOnly(step)
	if negative(step.Text) && !control {
		r.problem(lab.ChecksFile, step.Line, "%q is true of a cluster in which nothing works: before it, expect in the same scenario that something does", step.Text)
	}
}

// denials are words of negative sentences, in both languages of the vocabulary.
var denials = []string{
	"never within ", " no ", " not ", " nothing ", " is gone", " are gone", " fails with ", " failed with ",
	" is refused with ", "cannot ",
	"않", "없", "못", "실패", "거부",
}

// negative reports whether a sentence is negative, without its quoted parts.
func negative(sentence string) bool {
	if slices.ContainsFunc(steps.AskedIn(sentence), saidWithout) {
		return true
	}
	// "To these and no others" does imply that these exist.
	own := strings.ReplaceAll(" "+unquoted(sentence)+" ", " and no others ", " ")
	for _, word := range denials {
		if strings.Contains(own, word) {
			return true
		}
	}
	return false
}

func unquoted(sentence string) string {
	var own strings.Builder
	for i, part := range strings.Split(sentence, `"`) {
		if i%2 == 0 {
			own.WriteString(part)
		}
	}
	return own.String()
}
