package steps

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
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
		all = append(all, inFrame(frame, f.limit(words), text))
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

// inFrame puts a claim into a frame, in the language of the claim.
func inFrame(frame, limit, claim string) string {
	if languageOf(claim) == Korean {
		return duration.InKorean(limit) + " " + koreanFor([]string{frame})[0] + " " + claim
	}
	return frame + " " + limit + " " + claim
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
		if text := strings.Join(strings.Fields(line), " "); text != "" && !strings.HasPrefix(text, "#") {
			all = append(all, text)
		}
	}
	return all
}

// languageOf returns the language of a claim.
func languageOf(claim string) Language {
	for _, c := range anchoredClaims() {
		if c.pattern.MatchString(claim) {
			return c.said.Language
		}
	}
	return English
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

var saysWhen = regexp.MustCompile("^(?:(?:within|for|never within) " + duration.Pattern + "|until .*|" + duration.Korean + " (?:안에|동안).*) ")

// complaintIn returns what is wrong with a claim in a frame.
func complaintIn(in Line, text, frame string) error {
	c, args, err := claimIn(text)
	switch {
	case err != nil && saysWhen.MatchString(text):
		return errors.New("the sentence above says when: leave that out here")
	case err != nil:
		return err
	case !slices.Contains(c.frames(), frame):
		return fmt.Errorf("it can only stand after %s", strings.Join(c.frames(), " or "))
	}
	return c.complaint(in, args)
}

// readClaims reads claims for a scenario, resolves their placeholders, and prepares the
// observation.
func readClaims(ctx context.Context, s *scenario.Scenario, texts ...string) (all []observe.Claim, err error) {
	for _, text := range texts {
		c, args, err := claimIn(text)
		for i := 0; i < len(args) && err == nil; i++ {
			args[i], err = grammar.Fill(args[i], s.Values())
		}
		if err == nil {
			err = c.ready(ctx, s, args)
		}
		if err != nil {
			return nil, err
		}
		subject, matcher, err := c.read(s, args)
		if err != nil {
			return nil, verdict.Defectf("%q: %w", text, err)
		}
		all = append(all, observe.Claim{Subject: subject, Matcher: matcher})
	}
	return all, nil
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
	claims, err := readClaims(ctx, s, texts...)
	return s, claims, err
}
