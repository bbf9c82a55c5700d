package run

import (
	"context"
	"errors"
	"fmt"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/event"
)

// Conversation is a scenario whose sentences a person types.
type Conversation struct {
	Vocabulary *steps.Vocabulary
	Topology   cluster.Topology // of a cluster that is started for it
	Isolation  cluster.Isolation
	OnEvent    func(event.Event) // is told what happens; nil is no callback
	// Talk runs while the scenario does.
	Talk func(ctx context.Context, s *steps.Interactive) error
}

// Converse takes the cluster that the options name, or starts one, and has a person type a
// scenario on it. It ends as a run does: faults are reverted, the namespace is removed, and
// the cluster is verified or removed. Of the options it uses those for clusters.
func Converse(ctx context.Context, o Options, talk Conversation) error {
	r := &run{Options: o.complete()}
	r.clusters = &clusters{platform: r.Platform, images: r.Images}
	if err := r.attach(ctx, &planner.Request{}); err != nil {
		return err
	}
	if err := r.haveImages(ctx); err != nil {
		return err
	}
	if named := r.clusters.named; named != nil {
		talk.Topology = named.Topology()
		if err := publish(ctx, named, r.Images); err != nil {
			return interruption(ctx, err)
		}
	} else if err := r.startable(ctx, talk.Topology); err != nil {
		return err
	}
	pool := r.pool()
	err := r.orAbort(ctx, pool, func() error { return r.converse(ctx, pool, talk) })
	return errors.Join(err, r.letGo(pool))
}

// startable prepares this machine for a cluster of a topology.
func (r *run) startable(ctx context.Context, t cluster.Topology) error {
	if err := t.Validate(); err != nil {
		return input.Errorf("%v", err)
	}
	if err := r.Platform.Ready(ctx, r.tell); err != nil {
		return interruption(ctx, err)
	}
	return nil
}

func (r *run) converse(ctx context.Context, pool *cluster.Pool, talk Conversation) error {
	sessions := &steps.Sessions{}
	defer sessions.Close()
	suite := &steps.Suite{
		Pool: pool, Vocabulary: talk.Vocabulary, Timings: talk.Topology.Timings, Sessions: sessions, OnEvent: talk.OnEvent,
	}
	s, err := suite.Begin(ctx, steps.Opening{
		Name: "console", URI: "console.feature", Topology: talk.Topology, Isolation: talk.Isolation,
	})
	if err != nil {
		return interruption(ctx, err)
	}
	err = talk.Talk(ctx, s)
	r.endConversation(ctx, s, sessions)
	return err
}

// endConversation ends the scenario. It waits until nothing of it is left, as a run does.
func (r *run) endConversation(ctx context.Context, s *steps.Interactive, sessions *steps.Sessions) {
	defer r.watch(fmt.Sprintf("deleting namespace %s of cluster %s", s.Namespace(), s.Cluster().Name())).End(nil)
	s.End(ctx)
	if r.clusters.named != nil {
		sessions.SettleAlone()
	} else {
		sessions.Settle(ctx)
	}
}

func (r *run) watch(name string) progress.Task {
	if r.Watch == nil {
		return progress.Begin(context.Background(), name)
	}
	return r.Watch(name)
}
