package steps

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/manifest"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// answerContentSteps are the steps for answers in YAML or JSON, such as manifests,
// kubeconfigs and the output of kubectl.
var answerContentSteps = slices.Concat([]Step{
	{
		Topic:   "submissions",
		Kinds:   anExpectation,
		Pattern: `^the answer "([^"]+)" matches:$`,
		Meaning: "A document of the file under answers/, which is YAML or JSON, has all that the doc string has, and may have more. An item of a List is a document too. " +
			"Lists are compared by the key of their elements, as kubectl apply merges them, or by their names. The differences of the document that comes nearest are shown. For checks of labs.",
		Example: `the answer "config" matches:`,
		Korean: Sentence{
			Pattern: `^답안 "([^"]+)"{이/가/은/는} 다음과 맞는다:$`,
			Example: `답안 "config"가 다음과 맞는다:`,
		},
		Func: answerMatches,
		check: func(in Line, words []string) error {
			return errors.Join(in.answers(words[0]), partOfDocument(*in.DocString))
		},
	},
	{
		Topic:   "submissions",
		Kinds:   anExpectation,
		Pattern: `^the answer "([^"]+)" has ` + amountWords + ` ` + typeWord + `$`,
		Meaning: "So many objects of a type are in the file under answers/, which is YAML or JSON and holds objects only: exactly N unless the sentence says at least, at most, more than or fewer than. For checks of labs.",
		Example: `the answer "shop.yaml" has no crds`,
		Korean: Sentence{
			Pattern: `^답안 "([^"]+)"에 ` + koreanTypeWord + `{이/가} ` + koreanAmount + `$`,
			Example: `답안 "shop.yaml"에 crds가 없다`,
			Order:   []int{0, 2, 1}, Words: koreanPlurals(map[string]string{}), Translate: translating(map[int]func(string) string{1: koreanAmounts}),
		},
		Func: answerHas,
		check: func(in Line, words []string) error {
			return errors.Join(in.answers(words[0]), isAmount(1)(in, words), knownType(words[2]))
		},
	},
}, fieldsOfAnswers())

func answerMatches(ctx context.Context, name string, part *godog.DocString) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	want, err := parsePart(part.Content)
	if err != nil {
		return verdict.Defectf("%w", err)
	}
	all, err := documentsOf(s, name)
	if err != nil {
		return err
	}
	where, differs := nearestDocument(want, append(all, itemsOf(all)...))
	switch {
	case len(differs) == 0:
		return nil
	case len(all) > 1:
		return fmt.Errorf("no document of %s%s matches; %s comes nearest:\n%s", scenario.AnswersDir, name, where, comparison{true, differs}.Describe())
	}
	return fmt.Errorf("%s%s does not match:\n%s", scenario.AnswersDir, name, comparison{true, differs}.Describe())
}

// nearestDocument returns the document with the fewest differences from want.
func nearestDocument(want map[string]any, all []document) (where string, differs []resource.Difference) {
	for i, d := range all {
		found := resource.Compare(want, d.content)
		if i == 0 || len(found) < len(differs) {
			where, differs = d.where, found
		}
	}
	return where, differs
}

// partOfDocument statically checks the part of a document that a doc string expects.
func partOfDocument(text string) error {
	filled := grammar.Placeholder.ReplaceAllString(text, "$1")
	want, err := parsePart(filled)
	if err != nil {
		return err
	}
	if all, err := documentsIn(filled); err == nil && len(all) > 1 {
		return fmt.Errorf("the doc string has %d documents: write a step for each", len(all))
	}
	kind := document{content: want}.kind()
	t, builtIn := resource.BuiltIn(strings.ToLower(kind.Kind))
	if !builtIn || t.GroupVersionKind() != kind || filled != text {
		return nil
	}
	if wrong := manifest.Errors(text); len(wrong) > 0 {
		return fmt.Errorf("the doc string: %s", wrong[0].Text)
	}
	return nil
}

func answerHas(ctx context.Context, name, number, typ string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	want, err := parseAmount(number)
	if err != nil {
		return verdict.Defectf("%w", err)
	}
	all, err := documentsOf(s, name)
	if err != nil {
		return err
	}
	objects, err := objectsOf(all)
	if err != nil {
		return fmt.Errorf("%s%s: %w", scenario.AnswersDir, name, err)
	}
	n := 0
	var there []string
	for _, d := range objects {
		there = append(there, d.String())
		if resource.Means(typ, d.kind()) {
			n++
		}
	}
	if want.holds(n) {
		return nil
	}
	return fmt.Errorf("%s%s was to have %s %s, and has %d: it holds %s", scenario.AnswersDir, name, number, typ, n, strings.Join(there, ", "))
}

// fieldsOfAnswers returns the steps that compare a field of an answer. Each has the same
// words as the claim about a field of an object.
func fieldsOfAnswers() []Step {
	var all []Step
	for _, f := range fieldForms {
		all = append(all, f.ofAnswer())
	}
	return all
}

// Patterns of the owner of a field, as the examples of fieldForms write it.
var (
	whoseField       = regexp.MustCompile(` of \w+ "[^"]+"`)
	koreanWhoseField = regexp.MustCompile(`^\S+ "[^"]+"의`)
)

func (f fieldClaim) ofAnswer() Step {
	groups := grammar.Groups(f.words)
	order := []int{1, 0}
	for i := range groups {
		order = append(order, 2+i)
	}
	if n := len(order); f.koreanLast {
		order[n-1], order[n-2] = order[n-2], order[n-1]
	}
	return Step{
		Topic:   "submissions",
		Kinds:   anExpectation,
		Pattern: `^` + pathWords + ` of the answer "([^"]+)" ` + f.words + `$`,
		Meaning: f.meaning + " The file under answers/ is YAML or JSON; of several documents, what is at the path in each counts. For checks of labs.",
		Example: whoseField.ReplaceAllString(f.example, ` of the answer "web.yaml"`),
		Korean: Sentence{
			Pattern: `^답안 "([^"]+)"의 ` + pathWords + f.korean + `$`,
			Example: koreanWhoseField.ReplaceAllString(f.koreanExample, `답안 "web.yaml"의`),
			Order:   order, Words: f.koreanWords,
		},
		Func:  grammar.StringsFunc(2+groups, f.judgeAnswer),
		check: f.answerComplaint,
	}
}

func (f fieldClaim) judgeAnswer(ctx context.Context, args []string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	path, err := resource.ParsePath(args[0])
	if err != nil {
		return verdict.Defectf("%w", err)
	}
	want, holds, err := f.compare(args[2:])
	if err != nil {
		return verdict.Defectf("%w", err)
	}
	documents, err := documentsOf(s, args[1])
	if err != nil {
		return err
	}
	all := field{there: true}
	for _, d := range documents {
		found, err := path.Find(d.content)
		if err != nil {
			return fmt.Errorf("%s of %s of %s%s: %w", args[0], d.where, scenario.AnswersDir, args[1], err)
		}
		all.add(found)
	}
	if holds(all) {
		return nil
	}
	return fmt.Errorf("%s of %s%s was to %s, and is %s", args[0], scenario.AnswersDir, args[1], want, all.Describe())
}

// answerComplaint statically checks a sentence about a field of an answer.
func (f fieldClaim) answerComplaint(in Line, words []string) error {
	if err := in.answers(words[1]); err != nil {
		return err
	}
	if !grammar.Placeholder.MatchString(words[0]) {
		if _, err := resource.ParsePath(words[0]); err != nil {
			return err
		}
	}
	if slices.ContainsFunc(words[2:], grammar.Placeholder.MatchString) {
		return nil
	}
	_, _, err := f.compare(words[2:])
	return err
}
