package steps

import (
	"context"
	"maps"
	"regexp"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
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
	prepare func(ctx context.Context, s *scenario.Scenario, args []string) error
	// read turns what the pattern captured into what to look at, and what it
	// should be.
	read func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error)
	// check finds what is wrong with it before anything runs, as that of a
	// Step; nil means that nothing can be told.
	check func(in Line, args []string) error
	// beyond reports whether it depends on what is beyond the scenario's
	// namespace, as that of a Step.
	beyond func(in Line, args []string) bool
	// speaks lists the types of which it speaks, by the names that the sentence has for
	// them, so that they are watched from the beginning of the scenario; nil means that
	// it speaks of those that always are.
	speaks func(args []string) []string
	// about returns the objects that it is about. nothing reports whether it is true of
	// objects that nobody ever made.
	about   func(args []string) []Object
	nothing func(args []string) bool
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
			s, err := scenario.From(ctx)
			if err != nil {
				return err
			}
			return expect(ctx, s, args[0], args[1], c, args[2:])
		}),
		check: func(in Line, words []string) error {
			in.frame = words[0]
			return c.complaint(in, words[2:])
		},
		beyond: func(in Line, words []string) bool { return c.beyond != nil && c.beyond(in, words[2:]) },
		speaks: func(words []string) []string { return c.types(words[2:]) },
		claim:  &c,
	}
}

// types are those that the claim speaks of.
func (c claim) types(args []string) []string {
	if c.speaks == nil {
		return nil
	}
	return c.speaks(args)
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

// expect judges one claim in the frame that the sentence put around it.
func expect(ctx context.Context, s *scenario.Scenario, frame, limit string, c claim, args []string) error {
	if err := c.ready(ctx, s, args); err != nil {
		return err
	}
	subject, matcher, err := c.read(s, args)
	if err != nil { // nothing was looked at yet: the sentence itself is wrong
		return verdict.Defectf("%w", err)
	}
	d, err := durationOn(s, limit)
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
	return s.Judge(ctx, observe.Expectation{Subject: subject, Matcher: matcher, Timing: timing})
}

// ready makes ready what looking needs: the types that the claim speaks of are
// followed.
func (c claim) ready(ctx context.Context, s *scenario.Scenario, args []string) error {
	for _, name := range c.types(args) {
		if err := s.Follow(ctx, name); err != nil {
			return err
		}
	}
	if c.prepare == nil {
		return nil
	}
	return c.prepare(ctx, s, args)
}

// sentences are the claim in every language, as those of a Step.
func (c claim) sentences() []Sentence {
	bare := Step{Pattern: c.pattern, Example: c.example, Korean: c.korean}
	bare.Korean.Pattern = grammar.Forms(bare.Korean.Pattern)
	return bare.Sentences()
}

// timedInKorean is the claim in its frames.
func (c claim) timedInKorean() Sentence {
	if c.korean.Pattern == "" {
		return Sentence{}
	}
	words := maps.Clone(koreanFrames)
	maps.Copy(words, c.korean.Words)
	frames := koreanFor(c.frames())
	var translate func(int, string) string
	if c.korean.Translate != nil {
		translate = func(argument int, word string) string {
			if argument < 2 {
				return word
			}
			return c.korean.Translate(argument-2, word)
		}
	}
	order := []int{1, 0}
	for i := range grammar.Groups(c.korean.Pattern) {
		order = append(order, 2+c.korean.Place(i))
	}
	return Sentence{
		Pattern: "^" + duration.Korean + " (" + strings.Join(frames, "|") + ") " + c.korean.Pattern + "$",
		Example: "30초 " + frames[0] + " " + c.korean.Example, Order: order, Words: words, Translate: translate,
	}
}
