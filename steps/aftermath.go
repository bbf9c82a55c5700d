package steps

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// proveAsFound waits until the cluster is as the scenario found it: whole, at
// work, and nothing in it changed.
func (s *scenario) proveAsFound(ctx context.Context) error {
	for _, prove := range []func(context.Context) error{s.proveHealthy, s.proveFollowing, s.proveUnchanged} {
		if err := prove(ctx); err != nil {
			return err
		}
	}
	return nil
}

// proveHealthy waits until the cluster is as a scenario may expect it.
func (s *scenario) proveHealthy(ctx context.Context) error {
	if err := again(ctx, s.cluster.Healthy); err != nil {
		return fmt.Errorf("cluster %s did not become healthy again: %w", s.cluster.Name(), err)
	}
	return nil
}

// unbrokenTime is how long a cluster that nobody should have broken may take to
// be seen healthy.
const unbrokenTime = 20 * time.Second

// proveUnbroken looks after commands of a scenario that shares its cluster:
// what runs on a node can do anything there.
func (s *scenario) proveUnbroken(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, unbrokenTime)
	defer cancel()
	if err := s.proveHealthy(ctx); err != nil {
		return fmt.Errorf("its commands ran on a node (if they are meant to break it, tag the scenario @disruptive): %w", err)
	}
	return nil
}

// proveFit looks after a scenario that shares its cluster and may run again on
// it: the next try must not meet what kept this one from passing, if that was
// the cluster's fault.
func (s *scenario) proveFit(ctx context.Context) error {
	healthy, cancel := context.WithTimeout(ctx, unbrokenTime)
	defer cancel()
	if err := s.proveHealthy(healthy); err != nil {
		return err
	}
	return s.proveFollowing(ctx)
}

// unchangedTime is how long a cluster that is healthy may take to be as it was
// found: taints of nodes that are Ready again go, and pods that were moved
// become ready.
const unchangedTime = 30 * time.Second

// proveUnchanged waits until what the scenario found is as it was.
func (s *scenario) proveUnchanged(ctx context.Context) error {
	if s.found == nil { // what it was like before is not known
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, unchangedTime)
	defer cancel()
	return again(ctx, func(ctx context.Context) error {
		now, err := takeSnapshot(ctx, s.client, s.cluster.Nodes())
		if err != nil {
			return fmt.Errorf("comparing cluster %s with what it was: %w", s.cluster.Name(), err)
		}
		if changed := s.found.differences(now); len(changed) > 0 {
			return differences(changed)
		}
		return nil
	})
}

// differences are what a cluster was not left as it was found in.
type differences []string

func (d differences) Error() string { return strings.Join(d, "; ") }

// IsDifferent tells whether an error says that a cluster was seen to differ,
// rather than that it could not be looked at.
func IsDifferent(err error) bool {
	var d differences
	return errors.As(err, &d)
}

// again asks until there is no error, or the context ends: then it returns the
// last one that does not tell of that end.
func again(ctx context.Context, ask func(context.Context) error) error {
	var last error
	for {
		err := ask(ctx)
		if err == nil {
			return nil
		}
		if last == nil || ctx.Err() == nil {
			last = err
		}
		select {
		case <-ctx.Done():
			return last
		case <-time.After(time.Second):
		}
	}
}
