package steps

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gherkube/gherkube/fixtures/availability"
	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const holdPattern = `^(for) ` + duration.Pattern + ` no (request|lookup)` + whichRequests + ` (fails|is answered)$`

// holdFor judges the requests that are sent during a time.
var holdFor = Step{
	Topic: "availability", Kinds: anExpectation, Timed: true,
	Pattern: holdPattern,
	Meaning: "Of the requests that are sent in this time, which begins at the last action or verdict, none fails, or none is answered without an error.",
	Example: `for 20s no request to service "web" fails`,
	Korean: Sentence{
		Pattern: `^` + duration.Korean + ` (동안) ` + koreanRequests + `(요청|조회)이? 하나도 (실패하지 않는다|응답을 받지 못한다)$`,
		Example: `20초 동안 서비스 "web"에 보낸 요청이 하나도 실패하지 않는다`,
		Order:   []int{1, 0, 9, 10, 11, 3, 4, 6, 5, 7, 8, 2, 12}, Words: withFrames(koreanMonitored),
	},
	Func: grammar.StringsFunc(grammar.Groups(holdPattern), func(ctx context.Context, words []string) error {
		claim := availability.Claim(availability.NoneFailed)
		if words[12] == "is answered" {
			claim = availability.NoneAnswered
		}
		return inTime(ctx, whichOf(words[2], words[3:12]), words[1], "that no request "+words[12], func(w availability.Window, over bool) error {
			if err := claim(w); over || verdict.Of(err) == verdict.Failed {
				return err
			}
			return errNotYet
		})
	}),
	check: func(in Line, words []string) error { return needRequests(in, whichOf(words[2], words[3:12])) },
}

const becomePattern = `^(within) ` + duration.Pattern + ` (request|lookup)s` + whichRequests + ` are (answered|not answered)$`

// becomeWithin judges whether requests begin to be answered, or to fail, within a time.
var becomeWithin = Step{
	Topic: "availability", Kinds: anExpectation, Timed: true,
	Pattern: becomePattern,
	Meaning: "In this time, which begins at the last action or verdict, there is a whole second in which every request is answered without an error, or in which none is.",
	Example: `within 30s requests to service "web" are answered`,
	Korean: Sentence{
		Pattern: `^` + duration.Korean + ` (안에) ` + koreanRequests + `(요청|조회)이? (응답을 받는다|모두 응답을 받지 못한다)$`,
		Example: `30초 안에 서비스 "web"에 보낸 요청이 응답을 받는다`,
		Order:   []int{1, 0, 9, 10, 11, 3, 4, 6, 5, 7, 8, 2, 12}, Words: withFrames(koreanMonitored),
	},
	Func: grammar.StringsFunc(grammar.Groups(becomePattern), func(ctx context.Context, words []string) error {
		return inTime(ctx, whichOf(words[2], words[3:12]), words[1], "a whole second in which they are "+words[12], func(w availability.Window, over bool) error {
			if _, found := w.Second(words[12] == "answered"); found {
				return nil
			}
			if over {
				return w.NoSuchSecond()
			}
			return errNotYet
		})
	}),
	check: func(in Line, words []string) error { return needRequests(in, whichOf(words[2], words[3:12])) },
}

func withFrames(words map[string]string) map[string]string {
	all := map[string]string{"동안": "for", "안에": "within"}
	for korean, english := range words {
		all[korean] = english
	}
	return all
}

var errNotYet = errors.New("it is not decided yet")

// lookAgain is the interval between two reads of the log while a claim is undecided.
const lookAgain = 2 * traffic.Period

// inTime judges the requests since the last action or verdict. It repeats that until
// they decide the claim or the time is over.
func inTime(ctx context.Context, which monitored, limit, expected string, decide func(w availability.Window, over bool) error) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	m, err := monitorOf(s, which)
	if err != nil {
		return verdict.Defectf("%w", err)
	}
	d, err := durationOn(s, limit)
	if err != nil {
		return err
	}
	defer s.TellOf(m)
	defer s.Observed()
	from := s.Marked()
	if from.Before(m.Begun) {
		from = m.Begun
	}
	end := from.Add(d)
	when := fmt.Sprintf("in the %s from %s on", d, clock.Tenths(from))
	for time.Now().Before(end) {
		if err := decide(m.Log.Window(from, time.Now()), false); !errors.Is(err, errNotYet) {
			return explained(s, m, err, expected, when)
		}
		select {
		case <-ctx.Done():
			return verdict.Unseenf("%s: stopped before the time was over: %w", m.Name, context.Cause(ctx))
		case <-time.After(min(lookAgain, time.Until(end)+time.Millisecond)):
		}
	}
	window, err := m.Log.Await(ctx, from, end)
	if err != nil {
		return verdict.Unseenf("%s: %w", m.Name, err)
	}
	return explained(s, m, decide(window, true), expected, when)
}
