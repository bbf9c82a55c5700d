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

// Conversation is a scenario whose sentences a user types.
type Conversation struct {
	Vocabulary *steps.Vocabulary
	Topology   cluster.Topology // the topology of a new cluster
	Isolation  cluster.Isolation
	OnEvent    func(event.Event) // receives events; may be nil
	// Talk reads and runs the sentences.
	Talk func(ctx context.Context, s *steps.Interactive) error
}

// Converse runs a conversation on the cluster that the options name, or on a new one. It
// ends like a run: it reverts faults, deletes the namespace, and verifies or removes the
// cluster. It uses only the cluster options.
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

// startable checks a topology, and prepares this machine for it.
func (r *run) startable(ctx context.Context, t cluster.Topology) error {
	if err := t.Validate(); err != nil {
		return input.Errorf("%v", err)
	}
	if err := r.Platform.Ready(ctx, []cluster.Topology{t}, r.tell); err != nil {
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

// endConversation ends the scenario, and waits for its cleanup like a run.
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
