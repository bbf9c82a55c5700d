package steps

import (
	"context"
	"fmt"
	"reflect"
	"runtime/debug"

	"github.com/cucumber/godog"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Interactive is a scenario whose sentences arrive one at a time, as a person types them.
// It begins, runs each sentence and ends like a scenario of godog. It is not safe for
// concurrent use.
type Interactive struct {
	suite  *Suite
	pickle *godog.Scenario
	s      *scenario.Scenario
}

// Opening describes an interactive scenario before its first sentence.
type Opening struct {
	Name      string
	Topology  cluster.Topology
	Isolation cluster.Isolation // empty: Shared
	// URI is the file whose folder is the base of file names in sentences.
	URI string
}

// Begin takes a cluster for a scenario without sentences, and creates its namespace.
func (suite *Suite) Begin(ctx context.Context, o Opening) (*Interactive, error) {
	pickle := &godog.Scenario{Id: o.Name, Name: o.Name, Uri: o.URI}
	for _, sentence := range TopologySentences(o.Topology, English) {
		pickle.Steps = append(pickle.Steps, &messages.PickleStep{Text: sentence})
	}
	if o.Isolation != "" && o.Isolation != cluster.Shared {
		pickle.Tags = []*messages.PickleTag{{Name: "@" + string(o.Isolation)}}
	}
	suite.typed = true
	begun, err := suite.before(ctx, pickle)
	if err != nil {
		return nil, err
	}
	s, err := scenario.From(begun)
	if err != nil {
		return nil, err
	}
	return &Interactive{suite: suite, pickle: pickle, s: s}, nil
}

// Cluster returns the cluster that runs the scenario.
func (i *Interactive) Cluster() cluster.Cluster { return i.s.Cluster() }

// Namespace returns the scenario's own namespace.
func (i *Interactive) Namespace() string { return i.s.Namespace() }

// Run runs a sentence, which has to match exactly one step. paused means that the user
// spent time typing: the time of an expectation then starts now. The error decides the
// verdict, like the error of a step.
func (i *Interactive) Run(ctx context.Context, step *messages.PickleStep, paused bool) (err error) {
	call, err := i.suite.callOf(step)
	if err != nil {
		return err
	}
	line := Line{Text: step.Text}
	line.Below(step.Argument)
	i.s.FollowAlso(ctx, i.suite.vocabulary().typesIn([]Line{line}))
	if paused {
		i.s.Resumes()
	}
	ctx = scenario.NewContext(ctx, i.s)
	if ctx, err = i.suite.beforeStep(ctx, step); err != nil {
		return err
	}
	err = called(ctx, call)
	status := godog.StepPassed
	if err != nil {
		status = godog.StepFailed
	}
	_, hook := i.suite.afterStep(ctx, step, status, err)
	if err == nil {
		err = hook
	}
	return err
}

// called calls a step and converts a panic into an error.
func called(ctx context.Context, call func(context.Context) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return call(ctx)
}

// callOf finds the step that matches a sentence, and binds the arguments of its function.
func (suite *Suite) callOf(step *messages.PickleStep) (func(context.Context) error, error) {
	for _, c := range suite.vocabulary().sentences() {
		captured := c.pattern.FindStringSubmatch(step.Text)
		if captured == nil {
			continue
		}
		var args []reflect.Value
		for _, word := range captured[1:] {
			args = append(args, reflect.ValueOf(word))
		}
		if below := argumentOf(step.Argument); below.IsValid() {
			args = append(args, below)
		}
		function := reflect.ValueOf(suite.functionOf(c))
		return func(ctx context.Context) error {
			err, _ := function.Call(append([]reflect.Value{reflect.ValueOf(ctx)}, args...))[0].Interface().(error)
			return err
		}, nil
	}
	return nil, verdict.Defectf("undefined step: %s", step.Text)
}

// argumentOf returns the doc string or table of a sentence, or the zero value.
func argumentOf(below *messages.PickleStepArgument) reflect.Value {
	switch {
	case below == nil:
	case below.DocString != nil:
		return reflect.ValueOf(below.DocString)
	case below.DataTable != nil:
		return reflect.ValueOf(below.DataTable)
	}
	return reflect.Value{}
}

// Look evaluates a claim on the current cluster, once watches have reported the last action.
func (i *Interactive) Look(ctx context.Context, claim string) (observe.Sight, error) {
	read, err := readClaim(ctx, i.s, claim)
	if err != nil {
		return observe.Sight{}, err
	}
	i.s.Settled(ctx)
	return i.s.History().Look(ctx, read)
}

// EachChange evaluates a claim now and at each change of its result, until ctx ends.
func (i *Interactive) EachChange(ctx context.Context, claim string, told func(observe.Sight)) error {
	read, err := readClaim(ctx, i.s, claim)
	if err != nil {
		return err
	}
	return i.s.History().EachChange(ctx, read, told)
}

// Names lists the objects of a type in the scenario's namespace, or in the cluster if the
// type is cluster-scoped. The type may have its name in any language of the vocabulary.
func (i *Interactive) Names(ctx context.Context, typ string) []string {
	if english, korean := koreanTypes[typ]; korean {
		typ = english
	}
	return i.s.Names(ctx, typ)
}

// End ends the scenario: it reverts faults, deletes the namespace, and verifies and
// returns the cluster.
func (i *Interactive) End(ctx context.Context) {
	_, _ = i.suite.after(scenario.NewContext(ctx, i.s), i.pickle, nil)
}
