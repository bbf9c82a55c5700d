package steps

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/event"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Suite binds the vocabulary to one run of godog. The zero value works: it
// starts clusters in the local Docker engine as scenarios ask for them.
type Suite struct {
	// Pool lends the clusters; nil means one that starts them in Docker and
	// that the suite closes when it ends, or when the process is interrupted. It
	// reports progress on standard error, and first removes what killed runs left.
	Pool *cluster.Pool
	// Vocabulary is what scenarios are written in; nil means gherkube's own
	// sentences.
	Vocabulary *Vocabulary
	// Selected tells which scenarios to run; nil means all.
	Selected func(*godog.Scenario) bool
	// Folder returns the folder to which the paths in a step are relative; nil means that
	// of its feature.
	Folder func(*godog.Step) string
	// OnEvent is called with each event, from one goroutine at a time
	// for a scenario; nil is no callback.
	OnEvent func(event.Event)
	// Timings, when set, replaces the timings profile that scenarios ask for.
	Timings cluster.Timings
	// Sessions are shared with other suites that borrow from the same Pool;
	// nil means that the suite has its own, and closes them when it ends.
	Sessions *Sessions
	// Retries allows scenarios that do not pass to run again. Their cluster is verified
	// first, and discarded if it is unfit.
	Retries bool
	// Keep leaves a scenario's objects and faults in place until another scenario
	// takes its cluster. Sessions.Kept lists what remains at the end.
	Keep bool
	// SkipUndecided makes an undecided scenario a skipped test, when godog runs with a
	// TestingT. The default is a failed test. Either says "undecided: " and why.
	SkipUndecided bool
	// Environment, when set, is where all scenarios run, as those of a lab do; no
	// cluster is taken from the Pool.
	Environment *Environment

	own         *cluster.Pool
	ownOnce     sync.Once
	ownSessions Sessions
}

// PhraseTag is the tag of scenarios that define a sentence: gherkube run and runner.Run put
// their steps where a scenario says it. godog by itself knows no phrases.
const PhraseTag = "@phrase"

// closingTime bounds the removal of the suite's own clusters.
const closingTime = 2 * time.Minute

// Bind returns the initializers with which godog runs a suite in this
// vocabulary.
func (v *Vocabulary) Bind(suite *Suite) (func(*godog.TestSuiteContext), func(*godog.ScenarioContext)) {
	suite.Vocabulary = v
	return suite.InitializeTestSuite, suite.InitializeScenario
}

// InitializeTestSuite is godog's TestSuiteInitializer.
func (suite *Suite) InitializeTestSuite(tsc *godog.TestSuiteContext) {
	if suite.Pool == nil {
		tsc.BeforeSuite(func() { guard(suite, suite.close) })
		tsc.AfterSuite(func() { unguard(suite) })
	}
	tsc.AfterSuite(func() {
		suite.ownSessions.Settle(context.Background()) // those that are shared are settled by their owner
		suite.close()
	})
}

// InitializeScenario is godog's ScenarioInitializer.
func (suite *Suite) InitializeScenario(sc *godog.ScenarioContext) {
	for _, c := range suite.vocabulary().sentences() {
		sc.Step(c.pattern, suite.functionOf(c))
	}
	sc.Before(suite.before)
	sc.StepContext().Before(suite.beforeStep)
	sc.StepContext().After(suite.afterStep)
	sc.After(suite.after)
}

// functionOf is what runs when a sentence is said: its words are filled in, and its
// verdict is told apart.
func (suite *Suite) functionOf(c compiledStep) any {
	return c.sentence.Function(judged(filled(c.step.function(), c.step.ownValues), suite.SkipUndecided))
}

func (suite *Suite) before(ctx context.Context, sc *godog.Scenario) (context.Context, error) {
	if err := suite.vocabulary().Err(); err != nil {
		return ctx, err
	}
	if suite.Selected != nil && !suite.Selected(sc) {
		return ctx, godog.ErrSkip
	}
	if slices.Contains(tagsOf(sc), PhraseTag) {
		return ctx, fmt.Errorf("%s defines a phrase, which godog by itself would run: use gherkube run or runner.Run, or leave it out by godog's tag ~%s", sc.Uri, PhraseTag)
	}
	s, err := suite.begin(ctx, sc)
	if err != nil {
		return ctx, inTest(ctx, err, suite.SkipUndecided)
	}
	s.FollowAll(ctx, suite.vocabulary().typesIn(linesOf(sc, cluster.Topology{})))
	return scenario.NewContext(ctx, s), nil
}

// begin begins a scenario on a cluster of the pool, or in the suite's Environment.
func (suite *Suite) begin(ctx context.Context, sc *godog.Scenario) (*scenario.Scenario, error) {
	spec := suite.specOf(sc)
	if suite.Environment != nil {
		return scenario.BeginIn(ctx, suite.Environment, suite.sessions(), spec)
	}
	topology, err := TopologyOf(sentencesOf(sc))
	if err != nil {
		return nil, err
	}
	spec.NeedsClean = NeedsClean(spec.Isolation, linesOf(sc, topology))
	return suite.lifecycle().Begin(ctx, spec, suite.override(topology))
}

func (suite *Suite) specOf(sc *godog.Scenario) scenario.Spec {
	return scenario.Spec{
		ID: sc.Id, Title: fmt.Sprintf("%q (%s)", sc.Name, sc.Uri), FeatureFolder: filepath.Dir(sc.Uri),
		Isolation: IsolationOf(tagsOf(sc)), OnEvent: suite.emit,
	}
}

func (suite *Suite) lifecycle() scenario.Lifecycle {
	return scenario.Lifecycle{Pool: suite.pool(), Sessions: suite.sessions(), Keep: suite.Keep}
}

// beforeStep watches the types that have come to be served, so that what the step does
// to their objects is in the history, and marks when the step begins: what an action
// causes counts from there.
func (suite *Suite) beforeStep(ctx context.Context, step *godog.Step) (context.Context, error) {
	if s, err := scenario.From(ctx); err == nil {
		if suite.Folder != nil {
			s.FeatureFolder = suite.Folder(step)
		}
		s.FollowMore(ctx)
		s.StepBegins()
	}
	return ctx, nil
}

func (suite *Suite) afterStep(ctx context.Context, _ *godog.Step, status godog.StepResultStatus, err error) (context.Context, error) {
	s, notOurs := scenario.From(ctx)
	var told *undecided
	if errors.As(err, &told) {
		err = told.error // its verdict has a place of its own in events
	} else if status == godog.StepSkipped {
		return ctx, nil
	}
	if notOurs != nil {
		return ctx, nil
	}
	s.Tell(event.Returned, "", nil)
	if err == nil || errors.Is(err, godog.ErrSkip) {
		return ctx, nil
	}
	s.Tell(event.Seen, err.Error(), nil)
	s.Tell(event.Evidence, s.Evidence(), nil)
	return ctx, nil
}

func (suite *Suite) after(ctx context.Context, _ *godog.Scenario, failure error) (context.Context, error) {
	s, notOurs := scenario.From(ctx)
	if notOurs != nil {
		return ctx, nil
	}
	if s.InEnvironment() {
		s.Leave()
		return ctx, nil
	}
	suite.lifecycle().End(ctx, s, failure != nil && suite.Retries)
	return ctx, nil
}

func (suite *Suite) close() {
	suite.ownSessions.Close()
	if suite.own == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), closingTime)
	defer cancel()
	if err := suite.own.Close(ctx); err != nil {
		suite.emit(event.Event{At: time.Now(), Kind: event.Cleaned, Text: "removing the suite's clusters: " + err.Error()})
	}
}

func (suite *Suite) pool() *cluster.Pool {
	if suite.Pool != nil {
		return suite.Pool
	}
	suite.ownOnce.Do(func() { suite.own = cluster.NewPool(inDocker().Start) })
	return suite.own
}

func (suite *Suite) vocabulary() *Vocabulary {
	if suite.Vocabulary != nil {
		return suite.Vocabulary
	}
	return &ownVocabulary
}

func (suite *Suite) sessions() *Sessions {
	if suite.Sessions != nil {
		return suite.Sessions
	}
	return &suite.ownSessions
}

func (suite *Suite) emit(e event.Event) {
	if suite.OnEvent != nil {
		suite.OnEvent(e)
	}
}

func (suite *Suite) override(t cluster.Topology) cluster.Topology {
	if suite.Timings != "" {
		t.Timings = suite.Timings
	}
	return t
}
