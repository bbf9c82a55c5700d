package scenario

import (
	"testing"
	"time"

	"github.com/onsi/gomega"

	"github.com/gherkube/gherkube/fixtures/observe"
)

// After a person's pause, the time of an expectation begins when the step does, however
// many claims it has: what lasted during the pause does not count.
func TestTheTimeBeginsAfterAPause(t *testing.T) {
	const pause, limit = 300 * time.Millisecond, 200 * time.Millisecond
	s, _, _ := departing(t, &namespacesAPI{namespace: terminatingNamespace()}, time.Minute)
	always := observe.Claim{
		Subject: observe.From("the truth", func(observe.View) any { return true }, observe.KindNamespace), Matcher: gomega.BeTrue(),
	}
	for name, judge := range map[string]func() error{
		"one claim": func() error {
			return s.Judge(t.Context(), observe.Expectation{Subject: always.Subject, Matcher: always.Matcher, Timing: observe.For(limit)})
		},
		"two claims": func() error { return s.JudgeEach(t.Context(), []observe.Claim{always, always}, observe.For(limit)) },
	} {
		s.Acted(t.Context())
		time.Sleep(pause)
		s.Resumes()
		began := time.Now()
		if err := judge(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took < limit {
			t.Errorf("%s: it was decided after %s, by what was before", name, took)
		}
	}
}
