package steps

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/cucumber/godog"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// scenario is one scenario under way: its cluster, its namespace, and the
// names that its sentences have given.
type scenario struct {
	*session
	id            string
	title         string // for people: its name, and the file that it stands in
	isolation     cluster.Isolation
	environment   *Environment // nil for a scenario that has taken its cluster
	namespace     string
	featureFolder string // where its feature stands
	faults        *faults.Engine
	found         fitness.Baseline         // what a disruptive one has to leave as it was
	began         time.Time                // before anything of it was done
	start         observe.Mark             // where its history begins
	release       func()                   // lets the history of the cluster go that it may look back to
	mark          observe.Mark             // where the next expectation begins to look
	called        map[string][]*corev1.Pod // pods by the name that a sentence gave them
	last          *result                  // of the last command
	used          sync.Map                 // the names of the nodes where its commands have run: probes ask at the same time
	values        map[string]string        // what sentences write as ${name}
	trials        sync.Map                 // the names of the pods that looks have created
	namedAfter    bool                     // a command has had the namespace's name in it
	clusterScoped []string                 // what has that name, belongs to no namespace, and is being deleted
	sandbox       Sandbox                  // where answers run; nil until one does
	onNode        bool                     // a command has run on a node
	files         string                   // the folder of files on this machine that its steps were given; empty until there is one
	hear          func(event.Event)
	mayRetry      bool // it did not pass, and may run again on the cluster
	needsClean    bool // it begins when nothing of other scenarios is left in the cluster
	held          cluster.Holding
}

type scenarioKey struct{}

// errNoScenario is what a step says that runs outside the suite's hooks.
var errNoScenario = errors.New("this step runs outside a scenario of gherkube: call Suite.InitializeScenario in your ScenarioInitializer")

func scenarioFrom(ctx context.Context) (*scenario, error) {
	s, ok := ctx.Value(scenarioKey{}).(*scenario)
	if !ok {
		return nil, errNoScenario
	}
	return s, nil
}

// begin takes a cluster for a scenario and makes its namespace. Whatever goes
// wrong here is nothing that the cluster was observed to do: undecided.
func (suite *Suite) begin(ctx context.Context, sc *godog.Scenario) (*scenario, error) {
	topology, err := TopologyOf(sentencesOf(sc))
	if err != nil {
		return nil, err
	}
	s := &scenario{
		id: sc.Id, title: fmt.Sprintf("%q (%s)", sc.Name, sc.Uri), featureFolder: filepath.Dir(sc.Uri), isolation: IsolationOf(tagsOf(sc)),
		called: map[string][]*corev1.Pod{}, values: map[string]string{}, hear: suite.hear,
	}
	s.needsClean = NeedsClean(s.isolation, linesOf(sc, topology))
	c, err := suite.take(ctx, s, suite.override(topology))
	if err != nil {
		return nil, verdict.Unseenf("no cluster for this scenario: %w", err)
	}
	s.faults = faults.NewEngine(c, faults.Options{Hear: s.hearReceipt})
	if err := suite.enter(ctx, s, c); err != nil {
		err = errors.Join(err, s.forsake(ctx))
		return nil, verdict.Unseenf("%w", errors.Join(err, suite.pool().Return(uncancelled(ctx), c, false)))
	}
	s.values[theNamespace] = s.namespace
	s.tell(event.ClusterTaken, c.Name()+", namespace "+s.namespace, c.Name())
	return s, nil
}

// take takes a cluster from the pool, cleans up first what was kept there, and
// waits until what is being deleted is gone, if the scenario needs that. A
// cluster that is not as it was found then is given away.
func (suite *Suite) take(ctx context.Context, s *scenario, t cluster.Topology) (cluster.Cluster, error) {
	for {
		c, err := suite.pool().Take(ctx, t, s.isolation)
		if err != nil {
			return nil, err
		}
		err = suite.sessions().clear(ctx, c)
		if err == nil && s.needsClean {
			err = suite.sessions().vacant(ctx, c)
		}
		switch {
		case err == nil:
			return c, nil
		case ctx.Err() != nil: // nothing is known of the cluster
			return nil, errors.Join(err, suite.pool().Return(uncancelled(ctx), c, true))
		}
		suite.giveAway(ctx, s, c, err)
	}
}

// enter makes the cluster that was taken ready for the scenario: other
// processes are kept off as far as it needs, and it has a namespace.
func (suite *Suite) enter(ctx context.Context, s *scenario, c cluster.Cluster) (err error) {
	if s.held, err = cluster.Hold(ctx, c, s.isolation); err != nil {
		return err
	}
	if s.session, err = suite.sessions().of(ctx, suite.pool(), c); err != nil {
		return err
	}
	s.holdHistory()
	if err := s.admit(ctx); err != nil {
		return err
	}
	s.began, s.start = time.Now(), s.history.Now()
	s.mark = s.start
	if s.namespace, err = s.makeNamespace(ctx); err != nil || s.isolation == cluster.Shared {
		return err
	}
	if s.isolation == cluster.Disruptive {
		if s.found, err = fitness.TakeBaseline(ctx, s.client, s.cluster.Nodes()); err != nil {
			return err
		}
	}
	return s.underWay()
}

// forsake leaves the cluster of a scenario that does not begin.
func (s *scenario) forsake(ctx context.Context) (err error) {
	defer s.held.Release()
	defer s.releaseHistory()
	if s.namespace == "" {
		return nil
	}
	ctx, cancel := context.WithTimeout(uncancelled(ctx), fitness.SettleTime)
	defer cancel()
	return s.deleteNamespace(ctx)
}

// endingTime bounds the mending at the end of a scenario.
const endingTime = 4 * time.Minute

// end cleans up after the scenario and gives the cluster back, or away when it
// is not proved to be as it was found. None of that says anything about what the
// scenario expected. What is kept is cleaned up when the cluster is taken again.
func (suite *Suite) end(ctx context.Context, s *scenario, mayRetry bool) {
	s.mayRetry = mayRetry
	if ctx.Err() != nil && s.isolation != cluster.Shared && !suite.Keep && suite.pool().Started(s.cluster) {
		suite.abandon(ctx, s)
		return
	}
	ctx = uncancelled(ctx)
	var err error
	if suite.Keep {
		err = suite.sessions().park(s)
	} else {
		err = s.clean(ctx)
	}
	if err != nil {
		suite.giveAway(ctx, s, s.cluster, err)
		return
	}
	suite.giveBack(ctx, s, s.cluster, s.isolation != cluster.OwnCluster)
}

// abandon removes the cluster of an interrupted scenario that had it to itself:
// there is no need to revert and verify what is removed anyway.
func (suite *Suite) abandon(ctx context.Context, s *scenario) {
	s.tell(event.Cleaned, fmt.Sprintf("interrupted: cluster %s is removed as it is", s.cluster.Name()), nil)
	s.held.Release()
	suite.sessions().discard(s.cluster)
	suite.giveBack(ctx, s, s.cluster, false)
}

// clean heals what is still injected, deletes the namespace, and verifies that
// the cluster is as the scenario found it: otherwise it stays quarantined. That
// the namespace goes is verified in the background.
func (s *scenario) clean(ctx context.Context) error {
	asked := ctx
	ctx, cancel := context.WithTimeout(ctx, endingTime)
	defer cancel()
	err := errors.Join(s.faults.HealAll(ctx), s.deleteNamespace(ctx), s.deleteClusterScoped(ctx), s.removeFolders(ctx))
	switch {
	case err != nil:
	case s.isolation == cluster.Disruptive:
		err = s.examined().VerifyBaseline(ctx, s.found)
	case s.isolation == cluster.Shared && s.mayRetry:
		err = s.examined().VerifyFit(ctx)
	case s.isolation == cluster.Shared && s.onNode:
		err = s.examined().VerifyUnbroken(ctx)
	}
	if err == nil && s.isolation != cluster.OwnCluster {
		s.depart()
		return nil
	}
	err = errors.Join(err, s.verified(asked.Err() != nil, err))
	s.releaseHistory()
	s.held.Release()
	return err
}

// giveAway gives back a cluster that no scenario gets again. One that stays, as
// it was up before, is quarantined.
func (suite *Suite) giveAway(ctx context.Context, s *scenario, c cluster.Cluster, why error) {
	suite.giveBack(ctx, s, c, false)
	text := fmt.Sprintf("cluster %s is not used again, since it was not left as it was found: %v", c.Name(), why)
	if q := cluster.Quarantined(c.Name()); q != nil {
		text += "\n" + q.Advice(c.Name())
	}
	s.tell(event.Cleaned, text, nil)
}

// giveBack gives a cluster back to the pool.
func (suite *Suite) giveBack(ctx context.Context, s *scenario, c cluster.Cluster, fit bool) {
	ctx, cancel := context.WithTimeout(uncancelled(ctx), closingTime)
	defer cancel()
	if err := suite.pool().Return(ctx, c, fit); err != nil {
		s.tell(event.Cleaned, fmt.Sprintf("cluster %s could not be removed (gherkube clean): %v", c.Name(), err), nil)
	}
}

// uncancelled keeps a context's values without its end: cleaning up goes on
// after an interruption, under a deadline of its own.
func uncancelled(ctx context.Context) context.Context { return context.WithoutCancel(ctx) }

func (s *scenario) tell(kind event.Kind, text string, data any) {
	s.hear(event.Event{Scenario: s.id, At: time.Now(), Kind: kind, Text: text, Data: data})
}

func (s *scenario) hearReceipt(r faults.Receipt) {
	s.history.Note(r.String())
	s.tell(event.Receipt, r.String(), r)
}

func sentencesOf(sc *godog.Scenario) []string {
	var all []string
	for _, step := range sc.Steps {
		all = append(all, step.Text)
	}
	return all
}

func tagsOf(sc *godog.Scenario) []string {
	var all []string
	for _, tag := range sc.Tags {
		all = append(all, tag.Name)
	}
	return all
}
