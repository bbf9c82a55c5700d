package steps

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// claim is something that is true or not of a cluster at any moment. It says
// nothing of time: the frames around it do.
type claim struct {
	topic    string
	several  bool   // it is said of all of several: "never" would be unclear, one or all
	opposite bool   // its opposite has words of its own; where neither is true, as of a pod that is not there, "never" would pass
	only     string // the one frame in which it can be true and can be false; empty: there are more
	pattern  string // a regular expression without anchors
	meaning  string
	example  string
	korean   Sentence // the same in Korean, without anchors too
	// prepare makes ready what looking needs, before the time begins to count; nil
	// means that nothing is needed.
	prepare func(ctx context.Context, s *scenario, args []string) error
	// read turns what the pattern captured into what to look at, and what it
	// should be.
	read func(s *scenario, args []string) (observe.Subject, types.GomegaMatcher, error)
	// check finds what is wrong with it before anything runs, as that of a
	// Step; nil means that nothing can be told.
	check func(in Line, args []string) error
	// beyond tells whether it depends on what is beyond the scenario's
	// namespace, as that of a Step.
	beyond func(in Line, args []string) bool
}

// expectations makes the Then steps: every claim in the frames that say when
// it should be true, and the one that ends with an event.
func expectations() []Step {
	all := []Step{untilStep()}
	for _, c := range claims() {
		all = append(all, timedStep(c))
	}
	return all
}

func timedStep(c claim) Step {
	pattern := regexp.MustCompile(c.pattern)
	return Step{
		Topic:   c.topic,
		Kinds:   anExpectation,
		Timed:   true,
		Pattern: "^(" + strings.Join(c.frames(), "|") + ") " + duration.Pattern + " " + c.pattern + "$",
		Meaning: c.meaning,
		Example: c.frames()[0] + " 30s " + c.example,
		Korean:  c.timedInKorean(),
		Func: grammar.StringsFunc(2+pattern.NumSubexp(), func(ctx context.Context, args []string) error {
			s, err := scenarioFrom(ctx)
			if err != nil {
				return err
			}
			return s.expect(ctx, args[0], args[1], c, args[2:])
		}),
		check:  func(in Line, words []string) error { return c.complaint(in, words[2:]) },
		beyond: func(in Line, words []string) bool { return c.beyond != nil && c.beyond(in, words[2:]) },
	}
}

func (c claim) complaint(in Line, args []string) error {
	if err := in.nodes(c.pattern, args); err != nil {
		return err
	}
	if c.check == nil {
		return nil
	}
	return c.check(in, args)
}

// frames are the words that can say when a claim should be true.
func (c claim) frames() []string {
	switch {
	case c.only != "":
		return []string{c.only}
	case c.several, c.opposite:
		return []string{"within", "for"}
	}
	return []string{"within", "for", "never within"}
}

func untilStep() Step {
	event, holds := eitherClaim(English, "within"), eitherClaim(English, "for")
	return Step{
		Topic:   "time",
		Kinds:   anExpectation,
		Timed:   true,
		Pattern: "^until " + event + ", within " + duration.Pattern + ", " + holds + "$",
		Meaning: "The second claim stays true until the first becomes true, within the time.",
		Example: `until node worker-1 is Unknown, within 30s, pod "web" is Pending`,
		Korean:  untilInKorean(),
		Func: func(ctx context.Context, event, limit, holds string) error {
			s, err := scenarioFrom(ctx)
			if err != nil {
				return err
			}
			return s.expectUntil(ctx, event, limit, holds)
		},
		check: func(in Line, words []string) error {
			return errors.Join(complaintOf(in, words[0]), complaintOf(in, words[2]))
		},
		beyond: func(in Line, words []string) bool { return beyondOf(in, words[0]) || beyondOf(in, words[2]) },
	}
}

// beyondOf tells whether the claim that a part of a sentence makes depends on
// what is beyond the scenario's namespace.
func beyondOf(in Line, part string) bool {
	c, args, err := claimIn(part)
	return err == nil && c.beyond != nil && c.beyond(in, args)
}

// complaintOf is what is wrong with a claim that a part of a sentence makes.
func complaintOf(in Line, part string) error {
	c, args, err := claimIn(part)
	if err != nil {
		return err
	}
	return c.complaint(in, args)
}

// eitherClaim is a group that captures any claim of a language that the frame
// can stand around.
func eitherClaim(l Language, frame string) string {
	var patterns []string
	for _, c := range anchoredClaims() {
		if c.said.Language == l && slices.Contains(c.claim.frames(), frame) {
			patterns = append(patterns, grammar.Uncaptured(c.said.Pattern))
		}
	}
	return "(" + strings.Join(patterns, "|") + ")"
}

// expect judges one claim in the frame that the sentence put around it.
func (s *scenario) expect(ctx context.Context, frame, limit string, c claim, args []string) error {
	if err := c.ready(ctx, s, args); err != nil {
		return err
	}
	subject, matcher, err := c.read(s, args)
	if err != nil { // nothing was looked at yet: the sentence itself is wrong
		return verdict.Defectf("%w", err)
	}
	d, err := s.duration(limit)
	if err != nil {
		return err
	}
	timing := observe.Within(d)
	switch frame {
	case "for":
		timing = observe.For(d)
	case "never within":
		timing = observe.NeverWithin(d)
	}
	return s.judge(ctx, observe.Expectation{Subject: subject, Matcher: matcher, Timing: timing})
}

func (s *scenario) expectUntil(ctx context.Context, event, limit, holds string) error {
	until, untilIs, err := s.read(ctx, event)
	if err != nil {
		return err
	}
	subject, matcher, err := s.read(ctx, holds)
	if err != nil {
		return err
	}
	d, err := s.duration(limit)
	if err != nil {
		return err
	}
	return s.judge(ctx, observe.Expectation{
		Subject: subject, Matcher: matcher, Timing: observe.Until(until, untilIs, d),
	})
}

// judge judges on the history since the last action or verdict, so that what
// happened between two sentences counts, and nothing counts twice.
func (s *scenario) judge(ctx context.Context, e observe.Expectation) error {
	err := s.history.Judge(ctx, s.mark, e)
	s.mark = s.history.Now()
	return err
}

func (c claim) ready(ctx context.Context, s *scenario, args []string) error {
	if c.prepare == nil {
		return nil
	}
	return c.prepare(ctx, s, args)
}

// read reads the claim that a part of a sentence makes.
func (s *scenario) read(ctx context.Context, text string) (observe.Subject, types.GomegaMatcher, error) {
	c, args, err := claimIn(text)
	if err == nil {
		err = c.ready(ctx, s, args)
	}
	if err != nil {
		return nil, nil, err
	}
	subject, matcher, err := c.read(s, args)
	if err != nil {
		return nil, nil, verdict.Defectf("%w", err)
	}
	return subject, matcher, nil
}

// claimIn finds the claim that a part of a sentence makes, and its words.
func claimIn(text string) (claim, []string, error) {
	for _, c := range anchoredClaims() {
		if found := c.pattern.FindStringSubmatch(text); found != nil {
			return c.claim, c.said.Arguments(found[1:]), nil
		}
	}
	return claim{}, nil, fmt.Errorf("%q says nothing that can be looked at", text)
}

// anchoredClaim is a claim as it is said in one language.
type anchoredClaim struct {
	claim   claim
	said    Sentence
	pattern *regexp.Regexp
}

var anchoredClaims = sync.OnceValue(func() []anchoredClaim {
	var all []anchoredClaim
	for _, c := range claims() {
		for _, said := range c.sentences() {
			all = append(all, anchoredClaim{c, said, regexp.MustCompile("^" + said.Pattern + "$")})
		}
	}
	return all
})

// sentences are the claim in every language, as those of a Step.
func (c claim) sentences() []Sentence {
	bare := Step{Pattern: c.pattern, Example: c.example, Korean: c.korean}
	bare.Korean.Pattern = grammar.Forms(bare.Korean.Pattern)
	return bare.Sentences()
}
