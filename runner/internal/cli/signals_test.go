package cli

import (
	"bytes"
	"context"
	"os"
	"syscall"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// TestOnePressIsOneInterruption sends two or three signals, as to a command within
// "timeout" or a CI runner. They count as one interruption.
func TestOnePressIsOneInterruption(t *testing.T) {
	a := &app{abort: make(chan struct{}), terminal: &terminal.Terminal{Stderr: &bytes.Buffer{}}}
	ctx, cancel := context.WithCancelCause(t.Context())
	signals, done := make(chan os.Signal), make(chan struct{})
	obeyed := make(chan struct{})
	go func() {
		a.obey(signals, done, cancel)
		close(obeyed)
	}()
	signals <- syscall.SIGINT
	signals <- syscall.SIGINT
	signals <- syscall.SIGTERM
	close(done)
	<-obeyed
	if ctx.Err() == nil {
		t.Error("the run was not interrupted")
	}
	select {
	case <-a.abort:
		t.Error("one press was taken for two")
	default:
	}
}

// The message after an interruption names only what the command has to clean up:
// one that starts a cluster has no steps and no faults.
func TestWhatAnInterruptionSays(t *testing.T) {
	for what, want := range map[holding][2]string{
		nothing:  {"Interrupted.\n", "ending within 30s.\n"},
		image:    {"ending the work on the node image", "ending within 30s.\n"},
		start:    {"Interrupted: removing what there is of the cluster.", "gherkube clean removes what is left of the cluster"},
		clusters: {"reverting faults", "this run's clusters are removed at once"},
	} {
		for i, text := range want {
			said := &bytes.Buffer{}
			a := &app{abort: make(chan struct{}), terminal: &terminal.Terminal{Stderr: said}}
			a.hold(what)
			if i == 0 {
				a.interruption(1, syscall.SIGINT, func(error) {})
			} else {
				_, _ = said.WriteString("Interrupted again: " + "ending within " + lastResort.String() + a.atOnce() + ".\n")
			}
			if !bytes.Contains(said.Bytes(), []byte(text)) {
				t.Errorf("%d, press %d: got %q, want %q", what, i+1, said, text)
			}
		}
	}
}

// TestOnlyAClosedOutputIsAnInterruption closes the reader of one of two pipes. A signal
// without that comes from another connection.
func TestOnlyAClosedOutputIsAnInterruption(t *testing.T) {
	var readers, writers [2]*os.File
	for i := range readers {
		var err error
		if readers[i], writers[i], err = os.Pipe(); err != nil {
			t.Fatal(err)
		}
		defer writers[i].Close()
	}
	if unread(writers[0], writers[1]) {
		t.Error("pipes with readers are taken for closed")
	}
	_ = readers[1].Close()
	if !unread(writers[0], writers[1]) {
		t.Error("a pipe without a reader is not noticed")
	}
	_ = readers[0].Close()
}

// TestTheEndFromThePageIsOneInterruption ends a run from its page, which a second
// interruption at the keyboard may follow.
func TestTheEndFromThePageIsOneInterruption(t *testing.T) {
	said := &bytes.Buffer{}
	a := &app{terminal: &terminal.Terminal{Stderr: said}}
	ctx, stop := a.interruptible()
	defer stop()
	a.hold(clusters)
	a.endFromPage()
	<-ctx.Done()
	if got := context.Cause(ctx).Error(); got != "interrupted (ended on its page)" {
		t.Error(got)
	}
	select {
	case <-a.abort:
		t.Error("the page has the clusters removed at once")
	default:
	}
}
