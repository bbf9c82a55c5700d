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

// claim is a statement about a cluster that is true or false at any moment. The frame
// around it adds the time.
type claim struct {
	topic    string
	several  bool   // it is about all of several things: "never" would be ambiguous, for one or for all
	opposite bool   // its opposite has words of its own; where neither is true, e.g. of a missing pod, "never" would pass
	only     string // the only frame in which it can both pass and fail; empty: there are more
	// ofObjects reports that it is about objects of the API although its topic is not.
	ofObjects bool
	pattern   string // a regular expression without anchors
	meaning   string
	example   string
	korean    Sentence // the sentence in Korean, without anchors too
	// prepare runs before the time limit starts, for what read needs; nil: nothing to do.
	prepare func(ctx context.Context, s *scenario.Scenario, args []string) error
	// read turns the captures into the subject to observe and its matcher.
	read func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error)
	// check checks the claim statically, as the check of a Step does; nil: nothing to
	// check.
	check func(in Line, args []string) error
	// beyond reports whether the claim depends on more than the scenario's namespace, as
	// in a Step.
	beyond func(in Line, args []string) bool
	// speaks returns the types in the claim, by their names in the sentence, to watch
	// from the start of the scenario; nil: only types that are always watched.
	speaks func(args []string) []string
	// about returns the objects that the claim is about. nothing reports whether the
	// claim is true of objects that never existed.
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

// types returns the types in the claim that have to be watched.
func (c claim) types(args []string) []string {
	if c.speaks == nil {
		return nil
	}
	return c.speaks(args)
}

func (c claim) complaint(in Line, args []string) error {
	in.ofObjects = c.ofObjects || ofObjects(c.topic)
	if err := in.nodes(c.pattern, args); err != nil {
		return err
	}
	if c.check == nil {
		return nil
	}
	return c.check(in, args)
}

// frames returns the frames in which the claim can stand.
func (c claim) frames() []string {
	switch {
	case c.only != "":
		return []string{c.only}
	case c.several, c.opposite:
		return []string{"within", "for"}
	}
	return []string{"within", "for", "never within"}
}

// expect judges a claim in the frame and time limit of the sentence.
func expect(ctx context.Context, s *scenario.Scenario, frame, limit string, c claim, args []string) error {
	if err := c.ready(ctx, s, args); err != nil {
		return err
	}
	subject, matcher, err := c.read(s, args)
	if err != nil { // nothing was observed yet: the sentence itself is wrong
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

// ready watches the types in the claim and runs its prepare function.
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

// sentences returns the claim in every language, without frames.
func (c claim) sentences() []Sentence {
	bare := Step{Pattern: c.pattern, Example: c.example, Korean: c.korean}
	bare.Korean.Pattern = grammar.Forms(bare.Korean.Pattern)
	return bare.Sentences()
}

// timedInKorean returns the Korean claim in its frames.
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
