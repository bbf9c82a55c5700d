package grading

import (
	"context"
	"fmt"
	"os"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gherkube/gherkube/fixtures/poll"
)

// lockFile is the file in the state folder of the cluster by which processes take turns in
// changing liveFile.
const lockFile = "lab.lock"

// The time that a change waits for other processes, each of which writes one file, and
// the interval between attempts.
const (
	updateTime = 10 * time.Second
	updatePoll = 20 * time.Millisecond
)

// update changes the stored state, and reads it again first: a check that takes a minute
// must not undo the purchase of a hint.
func (l *Live) update(change func(now *Live) error) error {
	lock, err := os.OpenFile(livePath(l.Cluster, lockFile), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("the lab on cluster %s: %w", l.Cluster, err)
	}
	defer func() { _ = lock.Close() }()
	ctx, cancel := context.WithTimeout(context.Background(), updateTime)
	defer cancel()
	take := func(context.Context) error { return unix.Flock(int(lock.Fd()), unix.LOCK_EX|unix.LOCK_NB) }
	if err := poll.Until(ctx, updatePoll, take); err != nil {
		return fmt.Errorf("another process changes the lab on cluster %s: %w", l.Cluster, err)
	}
	now, err := ReadLive(l.Cluster)
	if err != nil {
		return err
	}
	if err := change(now); err != nil {
		return err
	}
	if err := now.write(); err != nil {
		return err
	}
	*l = *now
	return nil
}

// write replaces the stored state. Other processes read it at any time.
func (l *Live) write() error { return replaceJSON(livePath(l.Cluster, liveFile), l) }
