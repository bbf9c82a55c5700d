package steps

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// expectations makes the Then steps: every claim in each frame that says when the claim
// must be true, and the frame that ends with an event.
func expectations() []Step {
	all := []Step{untilStep()}
	for _, c := range claims() {
		all = append(all, timedStep(c))
	}
	return all
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
			s, err := scenario.From(ctx)
			if err != nil {
				return err
			}
			return expectUntil(ctx, s, event, limit, holds)
		},
		ownValues: true,
		check: func(in Line, words []string) error {
			return errors.Join(complaintOf(in, words[0]), complaintOf(in, words[2]))
		},
		beyond: func(in Line, words []string) bool { return beyondOf(in, words[0]) || beyondOf(in, words[2]) },
		speaks: func(words []string) []string { return slices.Concat(typesOf(words[0]), typesOf(words[2])) },
	}
}

// typesOf returns the resource types in the claim within a sentence.
func typesOf(part string) []string {
	c, args, err := claimIn(part)
	if err != nil {
		return nil
	}
	return c.types(args)
}

// beyondOf reports whether the claim within a sentence depends on anything outside the
// scenario's namespace.
func beyondOf(in Line, part string) bool {
	c, args, err := claimIn(part)
	return err == nil && c.beyond != nil && c.beyond(in, args)
}

// complaintOf returns what is wrong with the claim within a sentence.
func complaintOf(in Line, part string) error {
	c, args, err := claimIn(part)
	if err != nil {
		return err
	}
	return c.complaint(in, args)
}

// eitherClaim returns a group that captures any claim of a language that the frame can
// contain.
func eitherClaim(l Language, frame string) string {
	var patterns []string
	for _, c := range anchoredClaims() {
		if c.said.Language == l && slices.Contains(c.claim.frames(), frame) {
			patterns = append(patterns, grammar.Uncaptured(c.said.Pattern))
		}
	}
	return "(" + strings.Join(patterns, "|") + ")"
}

func expectUntil(ctx context.Context, s *scenario.Scenario, event, limit, holds string) error {
	until, err := readClaim(ctx, s, event)
	if err != nil {
		return err
	}
	claim, err := readClaim(ctx, s, holds)
	if err != nil {
		return err
	}
	d, err := durationOn(s, limit)
	if err != nil {
		return err
	}
	return s.Judge(ctx, observe.Expectation{
		Subject: claim.Subject, Matcher: claim.Matcher, Timing: observe.Until(until.Subject, until.Matcher, d),
	})
}

// readClaim reads a claim for a scenario, replaces each ${name} in its words, and prepares
// the observation.
func readClaim(ctx context.Context, s *scenario.Scenario, text string) (observe.Claim, error) {
	c, args, err := claimIn(text)
	for i := 0; i < len(args) && err == nil; i++ {
		args[i], err = grammar.Fill(args[i], s.Values())
	}
	if err == nil {
		err = c.ready(ctx, s, args)
	}
	if err != nil {
		return observe.Claim{}, err
	}
	subject, matcher, err := c.read(s, args)
	if err != nil {
		return observe.Claim{}, verdict.Defectf("%w", err)
	}
	return observe.Claim{Subject: subject, Matcher: matcher}, nil
}

// claimIn finds the claim within a sentence, and its words.
func claimIn(text string) (claim, []string, error) {
	for _, c := range anchoredClaims() {
		if found := c.pattern.FindStringSubmatch(text); found != nil {
			return c.claim, c.said.Arguments(found[1:]), nil
		}
	}
	return claim{}, nil, fmt.Errorf("%q says nothing that can be looked at", text)
}

// anchoredClaim is a claim in one language.
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

// untilInKorean passes the claims on untranslated: their reader knows both languages.
func untilInKorean() Sentence {
	event, holds := eitherClaim(Korean, "within"), eitherClaim(Korean, "for")
	return Sentence{
		Pattern: "^" + duration.Korean + ` 안에 ` + event + `\. 그때까지 ` + holds + "$",
		Example: `30초 안에 노드 worker-1이 Unknown 상태가 된다. 그때까지 파드 "web"은 Pending 상태이다`,
		Order:   []int{1, 0, 2},
	}
}
