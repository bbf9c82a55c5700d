package steps

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// interruption removes the clusters of suites before an interrupt signal ends the process.
// "go test" would not remove them. A second signal ends the process at once.
var interruption = struct {
	sync.Mutex
	closers map[any]func() // by suite
	signals chan os.Signal
}{closers: map[any]func(){}}

// guard registers a suite to close on an interrupt signal.
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

// unguard removes a suite. After the last one, signals have their default effect again.
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

// obey closes the suites on a signal. It returns without effect if the channel is closed.
func obey(signals chan os.Signal) {
	s, interrupted := <-signals
	if !interrupted {
		return
	}
	interruption.Lock()
	defer interruption.Unlock()
	signal.Stop(signals) // the next signal ends the process
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
