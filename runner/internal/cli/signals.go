package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gherkube/gherkube/runner/internal/run"
)

// lastResort is the time for removing resources after the second interruption; then
// the process exits.
const lastResort = 30 * time.Second

// goodbye is the time for a command without resources to end by itself, since
// blocking work may not notice the interruption.
const goodbye = time.Second

// tidying describes the maximum time after the first interruption: four minutes for
// a scenario to revert its faults, and two to remove the clusters.
const tidying = "at most 6 minutes, mostly seconds"

// samePress is the time within which further signals count as the same key press.
// Wrappers (timeout, make, a CI runner) often each send the signal once more.
const samePress = 500 * time.Millisecond

// interrupted is the cause of a cancelled context.
type interrupted struct{ by os.Signal }

func (i interrupted) Error() string {
	if s, ok := i.by.(syscall.Signal); ok {
		return "interrupted (" + unix.SignalName(s) + ")"
	}
	return fmt.Sprintf("interrupted (%v)", i.by)
}

// interruptible returns a context that the first interruption cancels: the command
// reverts faults and cleans up, or ends if there is nothing to clean up. The second
// interruption removes clusters at once; a third ends the process.
func (a *app) interruptible() (context.Context, func()) {
	a.abort = make(chan struct{})
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 3)
	a.signals = signals
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE)
	done := make(chan struct{})
	go a.obey(signals, done, cancel)
	return ctx, func() {
		signal.Stop(signals)
		close(done)
		cancel(nil)
	}
}

// obey counts interruptions. A closed output pipe (gherkube run | head) counts as
// the first one; otherwise the process would die and leave its clusters. It is
// repeated for every line that is written, so further ones do not count.
func (a *app) obey(signals <-chan os.Signal, done <-chan struct{}, cancel context.CancelCauseFunc) {
	count, last := 0, time.Time{}
	for {
		select {
		case <-done:
			return
		case s := <-signals:
			if s == syscall.SIGPIPE {
				if unread(os.Stdout, os.Stderr) {
					cancel(interrupted{s})
				}
				continue
			}
			if time.Since(last) < samePress {
				continue
			}
			last = time.Now()
			if a.endedAlone(s) {
				continue
			}
			count++
			a.interruption(count, s, cancel)
			if count == 1 {
				go a.endIdle(done)
			}
		}
	}
}

// unread reports whether nobody can read one of the files any more. A signal does not
// say so: a write to any closed connection raises it, such as that of a browser.
func unread(files ...*os.File) bool {
	for _, f := range files {
		poll := []unix.PollFd{{Fd: int32(f.Fd())}}
		if n, err := unix.Poll(poll, 0); err != nil || n > 0 && poll[0].Revents&(unix.POLLERR|unix.POLLHUP|unix.POLLNVAL) != 0 {
			return true
		}
	}
	return false
}

// onPage is the interruption by a person who watches the run in a browser.
type onPage struct{}

func (onPage) Signal()        {}
func (onPage) String() string { return "ended on its page" }

// endFromPage is as one interruption at the keyboard.
func (a *app) endFromPage() {
	select {
	case a.signals <- onPage{}:
	default: // more interruptions wait already
	}
}

// interruptibleAlone returns a context that the next interruption at the keyboard ends in
// place of the command, until release is called.
func (a *app) interruptibleAlone(ctx context.Context) (alone context.Context, release func()) {
	alone, cancel := context.WithCancelCause(ctx)
	a.alone.Store(&cancel)
	return alone, func() {
		a.alone.CompareAndSwap(&cancel, nil)
		cancel(nil)
	}
}

// endedAlone ends what is interruptible alone, if anything is.
func (a *app) endedAlone(by os.Signal) bool {
	if by != os.Interrupt {
		return false
	}
	cancel := a.alone.Swap(nil)
	if cancel != nil {
		(*cancel)(interrupted{by})
	}
	return cancel != nil
}

func (a *app) interruption(count int, s os.Signal, cancel context.CancelCauseFunc) {
	say := func(text string) { _, _ = fmt.Fprintln(a.terminal.Stderr, text) }
	switch count {
	case 1:
		say(a.promise())
		cancel(interrupted{s})
	case 2:
		say(fmt.Sprintf("Interrupted again: ending within %s%s.", lastResort, a.atOnce()))
		close(a.abort)
		time.AfterFunc(lastResort, func() { os.Exit(run.CodeUndecided) })
	default:
		say("Ended; gherkube clean removes what is left.")
		os.Exit(run.CodeUndecided)
	}
}

// promise says what the first interruption does, and how long that takes.
func (a *app) promise() string {
	switch holding(a.held.Load()) {
	case clusters:
		return "Interrupted: ending the step, reverting faults and removing the clusters of this run (" + tidying + "). Once more to remove them at once."
	case start:
		return "Interrupted: removing what there is of the cluster. Once more to end within " + lastResort.String() + "."
	case image:
		return "Interrupted: ending the work on the node image. Once more to end at once."
	}
	return "Interrupted."
}

// atOnce says what the second interruption does to clusters.
func (a *app) atOnce() string {
	switch holding(a.held.Load()) {
	case clusters:
		return "; this run's clusters are removed at once, faults on others stay"
	case start:
		return "; gherkube clean removes what is left of the cluster"
	}
	return ""
}

// endIdle ends the process if an interrupted command without resources does not end
// by itself.
func (a *app) endIdle(done <-chan struct{}) {
	select {
	case <-done:
	case <-time.After(goodbye):
		if holding(a.held.Load()) == nothing {
			os.Exit(run.CodeUndecided)
		}
	}
}
