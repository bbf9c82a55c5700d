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
	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/steps/event"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Suite binds the vocabulary to one run of godog. The zero value works: it starts
// clusters in the local Docker engine when scenarios need them.
type Suite struct {
	// Pool lends the clusters. If it is nil, the suite starts clusters in Docker, and
	// removes them when it ends or the process is interrupted. That pool reports
	// progress on standard error, and first removes the leftovers of killed runs.
	Pool *cluster.Pool
	// Vocabulary is the vocabulary of the scenarios; nil means gherkube's own
	// sentences.
	Vocabulary *Vocabulary
	// Selected reports whether to run a scenario; nil means all.
	Selected func(*godog.Scenario) bool
	// Folder returns the folder to which the paths in a step are relative; nil means
	// the folder of its feature.
	Folder func(*godog.Step) string
	// OnEvent is called with each event, from one goroutine at a time per scenario; nil
	// means no callback.
	OnEvent func(event.Event)
	// OnBegin is called when a scenario has its cluster. nil means no callback.
	OnBegin func(scenario string, begun Begun)
	// Timings, when set, replaces the timings profile that scenarios ask for.
	Timings cluster.Timings
	// Sessions are shared with other suites that borrow from the same Pool. If they are
	// nil, the suite has its own, and closes them when it ends.
	Sessions *Sessions
	// Retries allows scenarios that do not pass to run again. Before that, their
	// cluster is verified, and discarded if it is unfit.
	Retries bool
	// Keep leaves a scenario's objects and faults in place until another scenario
	// takes its cluster. Sessions.Kept lists what remains at the end.
	Keep bool
	// SkipUndecided makes an undecided scenario a skipped test when godog runs with a
	// TestingT. The default is a failed test. Both report "undecided: " and the reason.
	SkipUndecided bool
	// Environment, when set, is where all scenarios run, like those of a lab; no
	// cluster is taken from the Pool.
	Environment *Environment

	typed       bool // an Interactive runs the sentences
	own         *cluster.Pool
	ownOnce     sync.Once
	ownSessions Sessions
}

// Begun is what can be asked about a scenario that has its cluster: by any goroutine, at
// any time.
type Begun struct {
	Timeline func() timeline.Timeline // what has happened in the cluster since
	// Secrets redacts what comes from the cluster: errors of steps, and texts and data of
	// events. Evidence and diagnostics have been redacted.
	Secrets *redact.Vault
}

// PhraseTag is the tag of scenarios that define a sentence. gherkube run and runner.Run
// replace the sentence with their steps; godog alone knows no phrases.
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
		suite.ownSessions.Settle(context.Background()) // the owner of shared sessions settles them
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

// functionOf returns the function that runs for a sentence: it resolves the
// placeholders and classifies the verdict.
func (suite *Suite) functionOf(c compiledStep) any {
	function := c.step.function()
	if !c.step.ownValues {
		function = filled(function)
	}
	return c.sentence.Function(judged(function, suite.SkipUndecided))
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
	if suite.OnBegin != nil {
		suite.OnBegin(sc.Id, Begun{s.Timeline, s.Secrets()})
	}
	s.FollowFirst(ctx, suite.vocabulary().typesIn(linesOf(sc, cluster.Topology{})))
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

// beforeStep watches the types that the API server serves by now, so that the step's
// changes to their objects are in the history. It also records when the step begins:
// the effects of an action count from then.
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

func (suite *Suite) afterStep(ctx context.Context, step *godog.Step, status godog.StepResultStatus, err error) (context.Context, error) {
	s, notOurs := scenario.From(ctx)
	var told *undecided
	if errors.As(err, &told) {
		err = told.error // events have a field of their own for the verdict
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
	if suite.OnEvent != nil && !s.InEnvironment() {
		_ = s.Secrets().Look() // the texts about the failure may show a new one; what is not known is left out
	}
	s.Tell(event.Seen, err.Error(), nil)
	suite.tellEvidence(ctx, s, step)
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
