package main

import (
	"bytes"
	"context"
	"os"
	"syscall"
	"testing"

	"github.com/gherkube/gherkube/runner/terminal"
)

// TestOnePressIsOneInterruption is what a command within "timeout" or a CI
// runner gets: one interruption, as two or three signals.
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
