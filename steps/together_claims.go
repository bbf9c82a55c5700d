package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// togetherSteps combine several claims, one per line below the sentence. In an until,
// either the event or the condition that holds can be several claims.
var togetherSteps = []Step{
	together(togetherForm{
		pattern: "^(within|for) " + duration.Pattern + " all of these hold:$",
		meaning: "All claims below, a line each, are true: within the time, at the same moment; for the time, all along.",
		example: "within 30s all of these hold:",
		korean: Sentence{
			Pattern: "^" + duration.Korean + " (안에|동안) 다음이 모두 참{이다/이 된다}:$",
			Example: "30초 안에 다음이 모두 참이 된다:", Order: []int{1, 0}, Words: koreanFrames,
		},
		frame: func(words []string) string { return words[0] },
		one:   func([]string) string { return "" },
		limit: func(words []string) string { return words[1] },
	}, func(ctx context.Context, frame, limit string, below *godog.DocString) error {
		return expectTogether(ctx, frame, limit, below.Content)
	}),
	together(togetherForm{
		pattern: "^until (.+), within " + duration.Pattern + ", all of these hold:$",
		meaning: "All claims below, a line each, stay true until the first claim becomes true, within the time.",
		example: "until node worker-1 is Unknown, within 30s, all of these hold:",
		korean: Sentence{
			Pattern: "^" + duration.Korean + ` 안에 (.+)\. 그때까지 다음이 모두 참이다:$`,
			Example: "30초 안에 노드 worker-1이 Unknown 상태가 된다. 그때까지 다음이 모두 참이다:", Order: []int{1, 0},
		},
		frame: func([]string) string { return "for" },
		one:   func(words []string) string { return words[0] }, oneIn: "within",
		limit: func(words []string) string { return words[1] },
	}, func(ctx context.Context, event, limit string, below *godog.DocString) error {
		return expectTogetherUntil(ctx, event, limit, below.Content)
	}),
	together(togetherForm{
		pattern: "^until all of these hold, within " + duration.Pattern + ", (.+):$",
		meaning: "The claim stays true until all claims below, a line each, are true at the same moment, within the time.",
		example: `until all of these hold, within 30s, pod "web" is Running:`,
		korean: Sentence{
			Pattern: "^" + duration.Korean + ` 안에 다음이 모두 참이 된다\. 그때까지 (.+):$`,
			Example: `30초 안에 다음이 모두 참이 된다. 그때까지 파드 "web"은 Running 상태이다:`,
		},
		frame: func([]string) string { return "within" },
		one:   func(words []string) string { return words[1] }, oneIn: "for",
		limit: func(words []string) string { return words[0] },
	}, func(ctx context.Context, limit, holds string, below *godog.DocString) error {
		return expectUntilTogether(ctx, limit, holds, below.Content)
	}),
}

// togetherForm is a sentence with several claims below it.
type togetherForm struct {
	pattern, meaning, example string
	korean                    Sentence
	frame                     func(words []string) string // the frame of the claims below
	one                       func(words []string) string // the claim in the sentence, or ""
	oneIn                     string                      // the frame of that claim
	limit                     func(words []string) string
}

func together(f togetherForm, run any) Step {
	return Step{
		Topic: "time", Kinds: anExpectation, Timed: true, Pattern: f.pattern, Meaning: f.meaning, Example: f.example, Korean: f.korean,
		Func: run, ownValues: true,
		check: func(in Line, words []string) error {
			return errors.Join(f.complaintOfOne(in, words), complaintOfEach(in, f.frame(words)))
		},
		beyond: func(in Line, words []string) bool {
			return slices.ContainsFunc(f.claims(in, words), func(text string) bool { return beyondOf(in, text) })
		},
		alone: f.alone,
	}
}

// alone returns a sentence of its own for each claim.
func (f togetherForm) alone(in Line, words []string) (all []string) {
	for i, text := range f.claims(in, words) {
		frame := f.frame(words)
		if i == 0 && f.one(words) != "" {
			frame = f.oneIn
		}
		all = append(all, Framed{language: languageOf(text), frame: frame, limit: f.limit(words)}.sentence(text))
	}
	return all
}

// claims returns the claims in and below a sentence.
func (f togetherForm) claims(in Line, words []string) (all []string) {
	if one := f.one(words); one != "" {
		all = append(all, one)
	}
	if in.DocString != nil {
		all = append(all, linesOfClaims(*in.DocString)...)
	}
	return all
}

func (f togetherForm) complaintOfOne(in Line, words []string) error {
	text := f.one(words)
	if text == "" {
		return nil
	}
	return complaintIn(in, text, f.oneIn)
}

// linesOfClaims returns the lines below a sentence, without empty ones.
func linesOfClaims(below string) (all []string) {
	for line := range strings.SplitSeq(below, "\n") {
		if text := strings.TrimSpace(line); text != "" && !strings.HasPrefix(text, "#") {
			all = append(all, text)
		}
	}
	return all
}

// complaintOfEach returns what is wrong with the claims below a sentence.
func complaintOfEach(in Line, frame string) error {
	lines := linesOfClaims(*in.DocString)
	if len(lines) == 0 {
		return errors.New("there is no claim below it: write one a line")
	}
	var errs []error
	for _, text := range lines {
		if err := complaintIn(in, text, frame); err != nil {
			errs = append(errs, fmt.Errorf("%q: %w", text, err))
		}
	}
	return errors.Join(errs...)
}

// complaintIn returns what is wrong with a claim in a frame.
func complaintIn(in Line, text, frame string) error {
	c, args, err := claimIn(text)
	_, framed := ReadFramed(text)
	switch {
	case err != nil && framed:
		return errors.New("the sentence above says when: leave that out here")
	case err != nil:
		return err
	case !slices.Contains(c.frames(), frame):
		return fmt.Errorf("it can only stand after %s", strings.Join(c.frames(), " or "))
	}
	return c.complaint(in, args)
}

// expectTogether judges the claims below a sentence. A set of claims holds for a time
// if each of them does.
func expectTogether(ctx context.Context, frame, limit, below string) error {
	s, claims, err := readTogether(ctx, linesOfClaims(below)...)
	if err != nil {
		return err
	}
	d, err := durationOn(s, limit)
	if err != nil {
		return err
	}
	if frame == "for" {
		return s.JudgeEach(ctx, claims, observe.For(d))
	}
	subject, matcher := s.Together(claims...)
	return s.Judge(ctx, observe.Expectation{Subject: subject, Matcher: matcher, Timing: observe.Within(d)})
}

func expectTogetherUntil(ctx context.Context, event, limit, below string) error {
	s, claims, err := readTogether(ctx, append(linesOfClaims(below), event)...)
	if err != nil {
		return err
	}
	d, err := durationOn(s, limit)
	if err != nil {
		return err
	}
	holds, until := claims[:len(claims)-1], claims[len(claims)-1]
	return s.JudgeEach(ctx, holds, observe.Until(until.Subject, until.Matcher, d))
}

func expectUntilTogether(ctx context.Context, limit, holds, below string) error {
	s, claims, err := readTogether(ctx, append(linesOfClaims(below), holds)...)
	if err != nil {
		return err
	}
	d, err := durationOn(s, limit)
	if err != nil {
		return err
	}
	last := len(claims) - 1
	event, eventIs := s.Together(claims[:last]...)
	return s.Judge(ctx, observe.Expectation{
		Subject: claims[last].Subject, Matcher: claims[last].Matcher, Timing: observe.Until(event, eventIs, d),
	})
}

func readTogether(ctx context.Context, texts ...string) (*scenario.Scenario, []observe.Claim, error) {
	s, err := scenario.From(ctx)
	if err != nil {
		return nil, nil, err
	}
	claims := make([]observe.Claim, len(texts))
	for i, text := range texts {
		if claims[i], err = readClaim(ctx, s, text); err != nil {
			return nil, nil, fmt.Errorf("%q: %w", text, err)
		}
	}
	return s, claims, nil
}
