package trial

import (
	"context"
	"errors"
	"time"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/event"
)

// bound is the vocabulary at work for one suite of godog.
type bound struct {
	*Vocabulary
	suite *steps.Suite
	id    string // the pickle under way
	taken cluster.Cluster
}

func (b *bound) before(ctx context.Context, sc *godog.Scenario) (context.Context, error) {
	if !b.suite.Selected(sc) {
		return ctx, godog.ErrSkip
	}
	b.id = sc.Id
	if b.Take {
		if err := b.take(ctx, sc); err != nil {
			return ctx, err
		}
	}
	if b.Secrets != nil {
		b.suite.OnBegin(sc.Id, steps.Begun{Secrets: b.Secrets})
	}
	if b.Before != nil {
		return ctx, b.Before()
	}
	return ctx, nil
}

func (b *bound) take(ctx context.Context, sc *godog.Scenario) error {
	var sentences []string
	for _, s := range sc.Steps {
		sentences = append(sentences, s.Text)
	}
	t, err := b.TopologyOf(sentences)
	if err != nil {
		return err
	}
	b.taken, err = b.suite.Pool.Take(ctx, t, use(sc))
	if err != nil {
		return err
	}
	b.tell(event.ClusterTaken, b.taken.Name())
	return nil
}

func use(sc *godog.Scenario) cluster.Isolation {
	for _, tag := range sc.Tags {
		switch tag.Name {
		case "@disruptive":
			return cluster.Disruptive
		case "@own-cluster":
			return cluster.OwnCluster
		}
	}
	return cluster.Shared
}

func (b *bound) afterStep(ctx context.Context, _ *godog.Step, status godog.StepResultStatus, err error) (context.Context, error) {
	if status != godog.StepSkipped {
		b.tell(event.Returned, "")
	}
	if err != nil && !errors.Is(err, godog.ErrSkip) {
		b.tell(event.Seen, err.Error())
		b.tell(event.Evidence, "what stood in the cluster")
	}
	return ctx, nil
}

func (b *bound) after(ctx context.Context, sc *godog.Scenario, _ error) (context.Context, error) {
	if !b.suite.Selected(sc) {
		return ctx, nil
	}
	var err error
	if b.After != nil {
		err = b.After()
	}
	if b.taken != nil {
		err = errors.Join(err, b.suite.Pool.Return(context.WithoutCancel(ctx), b.taken, true))
	}
	return ctx, err
}

func (b *bound) tell(kind event.Kind, text string) {
	b.suite.OnEvent(event.Event{Scenario: b.id, At: time.Now(), Kind: kind, Text: text})
}
