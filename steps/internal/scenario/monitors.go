package scenario

import (
	"context"
	"fmt"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/availability"
	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// Monitor sends requests in the background until the scenario ends.
type Monitor struct {
	Of    any       // from the sentence that started it
	Name  string    // for people: requests to service "web" from pod "client"
	Begun time.Time // the time from which requests count: after a second of answers
	Log   *availability.Log

	stop context.CancelFunc
	done chan struct{}
	told time.Time // the time up to which events cover it
}

// background is the background work of a scenario, and the times from which its claims
// look.
type background struct {
	monitors  []*Monitor
	stepBegan time.Time // when the current step began
	acted     time.Time // when the last action began
	marked    time.Time // when the last action or expectation ended
}

// Time limits and intervals of a monitor.
const (
	firstAnswers = 30 * time.Second // the limit until requests are answered
	sendAgain    = 200 * time.Millisecond
	endingStream = 5 * time.Second  // the limit for a stream to end
	tellEvery    = 10 * time.Second // the shortest duration that an event before the end covers
)

// StartMonitor starts background requests, and waits until they have been answered for
// a second. It calls stream again whenever sending fails: the pod that sends the
// requests may have moved.
func (s *Scenario) StartMonitor(ctx context.Context, name string, of any, stream func() (traffic.Stream, error)) error {
	if len(s.monitors) >= maxMonitors {
		return verdict.Defectf("%s: the scenario has %d such observations already", name, maxMonitors)
	}
	sending, cancel := context.WithCancel(uncancelled(ctx))
	m := &Monitor{Of: of, Name: name, Log: availability.NewLog(), stop: cancel, done: make(chan struct{})}
	began := time.Now()
	go m.run(sending, stream)
	err := m.awaitAnswers(ctx, began)
	if err != nil {
		m.end()
		return err
	}
	m.told = m.Begun
	s.monitors = append(s.monitors, m)
	return nil
}

// maxMonitors bounds the load of one scenario on the machine.
const maxMonitors = 20

// run sends requests until the monitor is stopped. A time without sending is recorded
// as a gap.
func (m *Monitor) run(ctx context.Context, stream func() (traffic.Stream, error)) {
	defer close(m.done)
	for ctx.Err() == nil {
		send, err := stream()
		if err == nil {
			err = send(ctx, m.Log)
		}
		if ctx.Err() == nil {
			m.Log.Lost(fmt.Sprint(err))
		}
		select {
		case <-ctx.Done():
		case <-time.After(sendAgain):
		}
	}
}

// awaitAnswers waits until requests have been answered for a second. That proves that
// the target works before anything happens to it.
func (m *Monitor) awaitAnswers(ctx context.Context, began time.Time) error {
	end := time.NewTimer(firstAnswers)
	defer end.Stop()
	for {
		grown := m.Log.Growing()
		w := m.Log.Window(began, time.Now())
		from, found := w.Second(true)
		if found {
			m.Begun = from
			return nil
		}
		select {
		case <-grown:
		case <-end.C:
			return notAnswered(m.Name, w)
		case <-ctx.Done():
			return verdict.Unseenf("%s: %w", m.Name, context.Cause(ctx))
		}
	}
}

// notAnswered returns the error of a monitor whose target did not answer
// for a whole second.
func notAnswered(name string, w availability.Window) error {
	text := fmt.Sprintf("expected %s to be answered for a second within %s, before anything happens\n%s", name, firstAnswers, w.Report())
	if !w.Fails() {
		return verdict.Unseenf("%s", text)
	}
	return fmt.Errorf("%s", text)
}

// end stops the requests. The process that sends them ends when its output has no
// reader, even if end cannot wait for it.
func (m *Monitor) end() {
	m.stop()
	select {
	case <-m.done:
	case <-time.After(endingStream):
	}
}

// Monitors returns the monitors in the order of their start.
func (s *Scenario) Monitors() []*Monitor { return s.monitors }

// endMonitors stops all monitors, and reports what they saw since their last event.
func (s *Scenario) endMonitors() {
	var ending sync.WaitGroup
	for _, m := range s.monitors {
		ending.Go(m.end)
	}
	ending.Wait()
	for _, m := range s.monitors {
		s.tellOf(m, time.Now())
	}
	s.monitors = nil
}

// TellOf reports what a monitor has seen since its last event, if there is enough to
// report. The end of the scenario reports the rest.
func (s *Scenario) TellOf(m *Monitor) {
	if settled := time.Now().Add(-traffic.Patience); settled.Sub(m.told) > tellEvery {
		s.tellOf(m, settled)
	}
}

func (s *Scenario) tellOf(m *Monitor, to time.Time) {
	w := m.Log.Window(m.told, to).Known()
	if len(w.Samples) == 0 {
		return
	}
	m.told = w.To.Add(time.Nanosecond)
	s.Tell(event.Requests, m.Name+": "+w.Summary(), w.Strip(m.Name))
}

// outages returns the outages that the monitors saw, for the evidence of a failure.
func (s *Scenario) outages() (all []observe.Change) {
	for _, m := range s.monitors {
		for _, o := range m.Log.Window(m.Begun, time.Now()).Outages() {
			all = append(all, observe.Change{At: o.At, Object: m.Name, Text: o.Text})
		}
	}
	return all
}

// Since returns when the scenario's last action began: the effects of the action count
// from then.
func (s *Scenario) Since() time.Time { return s.acted }

// StepBegins records the time at which a step begins.
func (s *Scenario) StepBegins() { s.stepBegan = time.Now() }

// Marked returns the time from which the next expectation looks.
func (s *Scenario) Marked() time.Time { return s.marked }

// Observed marks the end of an expectation: the next one looks at what follows.
func (s *Scenario) Observed() {
	s.mark, s.marked = s.history.Now(), time.Now()
}

// InEffect lists the faults in effect, for error messages.
func (s *Scenario) InEffect() (all []string) {
	if s.faults == nil {
		return nil
	}
	for _, r := range s.faults.Active() {
		all = append(all, fmt.Sprintf("%s (since %s)", r.Name, clock.Tenths(r.InEffectAt)))
	}
	return all
}

// PodsEver returns every pod of a namespace that existed since the scenario began.
func (s *Scenario) PodsEver(namespace string) []*corev1.Pod {
	return s.history.PodsSince(s.start, namespace)
}
