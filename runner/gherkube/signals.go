package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gherkube/gherkube/runner"
)

// lastResort is how long the second interruption leaves for removing what is
// there before the process ends whatever remains.
const lastResort = 30 * time.Second

// samePress is how long after one signal another is taken for the same press
// of a key: who runs a command within others (timeout, make, a CI runner)
// often has it signalled by each of them.
const samePress = 500 * time.Millisecond

// interrupted is why a context ended.
type interrupted struct{ by os.Signal }

func (i interrupted) Error() string {
	if s, ok := i.by.(syscall.Signal); ok {
		return "interrupted (" + unix.SignalName(s) + ")"
	}
	return fmt.Sprintf("interrupted (%v)", i.by)
}

// interruptible returns a context that the first interruption ends: what is
// under way heals and cleans up. The second removes clusters at once; a third
// ends the process.
func (a *app) interruptible() (context.Context, func()) {
	a.abort = make(chan struct{})
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 3)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE)
	done := make(chan struct{})
	go a.obey(signals, done, cancel)
	return ctx, func() {
		signal.Stop(signals)
		close(done)
		cancel(nil)
	}
}

// obey counts interruptions. A reader that has gone (gherkube run | head) is
// one too, or the process would die and leave its clusters; but as it comes
// again with every line that is written, it does not count.
func (a *app) obey(signals <-chan os.Signal, done <-chan struct{}, cancel context.CancelCauseFunc) {
	count, last := 0, time.Time{}
	for {
		select {
		case <-done:
			return
		case s := <-signals:
			if s == syscall.SIGPIPE {
				cancel(interrupted{s})
				continue
			}
			if time.Since(last) < samePress {
				continue
			}
			last = time.Now()
			count++
			a.interruption(count, s, cancel)
		}
	}
}

func (a *app) interruption(count int, s os.Signal, cancel context.CancelCauseFunc) {
	say := func(text string) { _, _ = fmt.Fprintln(a.terminal.Stderr, text) }
	switch count {
	case 1:
		say("Interrupted: ending the step, healing and removing clusters; once more to remove them at once.")
		cancel(interrupted{s})
	case 2:
		say("Interrupted again: removing clusters at once.")
		close(a.abort)
		time.AfterFunc(lastResort, func() { os.Exit(runner.CodeUndecided) })
	default:
		say("Ended; gherkube clean removes what is left.")
		os.Exit(runner.CodeUndecided)
	}
}
