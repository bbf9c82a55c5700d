package steps

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// interruption ends the process as an interrupted one ends, after the suites
// that have clusters of their own have removed them: "go test" has nobody else
// who would. A second interruption ends it at once.
var interruption = struct {
	sync.Mutex
	closers map[any]func() // by what is to be closed
	signals chan os.Signal
}{closers: map[any]func(){}}

// guard has an interruption close a suite.
func guard(suite any, closeSuite func()) {
	interruption.Lock()
	defer interruption.Unlock()
	interruption.closers[suite] = closeSuite
	if len(interruption.closers) > 1 {
		return
	}
	interruption.signals = make(chan os.Signal, 1)
	signal.Notify(interruption.signals, os.Interrupt, syscall.SIGTERM)
	go obey(interruption.signals)
}

// unguard leaves interruptions to others again, when no suite is left.
func unguard(suite any) {
	interruption.Lock()
	defer interruption.Unlock()
	delete(interruption.closers, suite)
	if len(interruption.closers) == 0 && interruption.signals != nil {
		signal.Stop(interruption.signals)
		close(interruption.signals)
		interruption.signals = nil
	}
}

// obey returns when the signals are closed.
func obey(signals chan os.Signal) {
	s, interrupted := <-signals
	if !interrupted {
		return
	}
	interruption.Lock()
	defer interruption.Unlock()
	signal.Stop(signals) // from now on the process ends by it
	fmt.Fprintln(os.Stderr, "Interrupted: removing clusters; once more to end at once (gherkube clean removes what is left).")
	var removing sync.WaitGroup
	for _, closeSuite := range interruption.closers {
		removing.Go(closeSuite)
	}
	removing.Wait()
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = self.Signal(s)
	}
}
