package grading

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Look records which faults of the setup are still in effect. A restart undoes faults
// that are no more than a stopped process or a rule in a kernel; the record tells those
// from faults that the student has repaired. A fault that cannot be seen counts as
// unchanged.
func (l *Live) Look(ctx context.Context, c cluster.Cluster) error {
	var left []faults.Released
	for _, f := range l.Faults {
		if now, err := f.InEffect(ctx, c); err != nil || now.True {
			left = append(left, f)
		}
	}
	return l.update(func(now *Live) error {
		now.Faults, now.Looked = left, time.Now().UTC()
		return nil
	})
}

// Restore injects the faults again that a restart has undone since the last look. It
// returns their number.
func (l *Live) Restore(ctx context.Context, c cluster.Cluster) (injected int, err error) {
	var errs []error
	for n, f := range l.Faults {
		again, err := f.Restore(ctx, c)
		if again {
			injected++
		}
		if err != nil { // without the fault's name, which would tell the student what is broken
			errs = append(errs, verdict.Unseenf("fault %d of the lab could not be restored: start the lab anew (gherkube lab reset %s)", n+1, l.Cluster))
		}
	}
	return injected, errors.Join(errs...)
}

// Restored tells a student what Restore did, and does not say what is broken.
func (l *Live) Restored(injected int) string {
	if injected == 0 {
		return ""
	}
	return fmt.Sprintf("The restart had undone %d of the lab's faults, which are in effect again. What you repaired after %s may be broken again.",
		injected, clock.TimeOfDay(l.Looked))
}
