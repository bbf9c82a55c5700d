package scenario

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gherkube/gherkube/fixtures/availability"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/event"
)

// streamsOf returns the given streams in turn, and repeats the last one.
func streamsOf(all ...traffic.Stream) func() (traffic.Stream, error) {
	n := 0
	return func() (traffic.Stream, error) {
		stream := all[min(n, len(all)-1)]
		n++
		if stream == nil {
			return nil, verdict.Unseenf("pod \"client\" runs on no node and cannot ask")
		}
		return stream, nil
	}
}

// answering returns a stream of requests with the given outcome, for a duration.
func answering(good bool, d time.Duration) traffic.Stream {
	ask := traffic.Every(func(context.Context) (traffic.Outcome, error) {
		time.Sleep(time.Millisecond)
		return traffic.Outcome{Good: good, Said: "no luck"}, nil
	})
	return func(ctx context.Context, to traffic.Sink) error {
		sending, cancel := context.WithTimeoutCause(ctx, d, errors.New("the node is gone"))
		defer cancel()
		return ask(sending, to)
	}
}

func TestAMonitorBeginsWhenRequestsAreAnsweredAndEndsWithItsScenario(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told []event.Event
		s := newScenario(Spec{OnEvent: func(e event.Event) { told = append(told, e) }})
		stream := streamsOf(nil, answering(false, 3*time.Second), answering(true, time.Hour))
		began := time.Now()
		if err := s.StartMonitor(t.Context(), "requests", 1, stream); err != nil {
			t.Fatal(err)
		}
		m := s.Monitors()[0]
		if after := m.Begun.Sub(began); after < 3*time.Second || time.Since(m.Begun) < time.Second {
			t.Errorf("it counts from %s after the beginning on", after)
		}
		time.Sleep(20 * time.Second)
		if err := availability.NoneFailed(m.Log.Window(m.Begun, time.Now().Add(-time.Second))); err != nil {
			t.Error(err)
		}
		s.TellOf(m)
		s.TellOf(m) // nothing is new
		s.endMonitors()
		if len(s.Monitors()) != 0 || len(told) != 2 {
			t.Fatalf("told %d times: %v", len(told), told)
		}
		last := told[1].Data.(availability.Strip)
		if told[0].Kind != event.Requests || len(last.Seconds) > 4 || len(last.Gaps) > 0 || last.Seconds[0].Unseen > 0 {
			t.Errorf("told %+v", told)
		}
	})
}

func TestWhatIsNeverAnsweredIsNotMonitored(t *testing.T) {
	for name, row := range map[string]struct {
		stream traffic.Stream
		want   verdict.Verdict
		says   string
	}{
		"requests fail":           {answering(false, time.Hour), verdict.Failed, "no luck"},
		"nobody can ask":          {nil, verdict.Undecided, "runs on no node"},
		"it never lasts a second": {answering(true, 500*time.Millisecond), verdict.Undecided, "the node is gone"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newScenario(Spec{})
				err := s.StartMonitor(t.Context(), "requests", 1, streamsOf(row.stream))
				if verdict.Of(err) != row.want || !strings.Contains(err.Error(), row.says) || len(s.Monitors()) != 0 {
					t.Errorf("got %v", err)
				}
			})
		})
	}
}

func TestAMonitorGoesOnAfterAGap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newScenario(Spec{OnEvent: func(event.Event) {}})
		stream := streamsOf(answering(true, 5*time.Second), nil, nil, nil, nil, nil, answering(true, time.Hour))
		if err := s.StartMonitor(t.Context(), "requests", 1, stream); err != nil {
			t.Fatal(err)
		}
		m := s.Monitors()[0]
		time.Sleep(10 * time.Second)
		w, err := m.Log.Await(t.Context(), m.Begun, time.Now())
		if err != nil || len(w.Gaps) != 1 || !strings.Contains(w.Gaps[0].Why, "runs on no node") {
			t.Errorf("got gaps %v, %v", w.Gaps, err)
		}
		if got := verdict.Of(availability.NoneFailed(w)); got != verdict.Undecided {
			t.Errorf("got %s", got)
		}
		s.endMonitors()
	})
}
