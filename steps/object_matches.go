package steps

import (
	"context"
	"fmt"

	"github.com/cucumber/godog"
	"github.com/onsi/gomega/types"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/manifest"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var matchSteps = []Step{
	{
		Topic:   "objects",
		Kinds:   anExpectation,
		Timed:   true,
		Pattern: `^(within|for|never within) ` + duration.Pattern + ` ` + objectWords + ` matches:$`,
		Meaning: "What the doc string has, as YAML, the object has too; it may have more. Lists whose elements have a key are compared by it, as kubectl apply merges them (containers by name); others must be equal. The difference is shown.",
		Example: `within 30s statefulset "db" matches:`,
		Korean: Sentence{
			Pattern: "^" + duration.Korean + ` (안에|동안|동안 한 번도 일어나지 않는다:) ` + koreanObject + `{이/가} 다음과 맞는다:$`,
			Example: `30초 안에 스테이트풀셋 "db"가 다음과 맞는다:`,
			Order:   []int{1, 0, 2, 3, 4}, Words: inKoreanTypes(koreanFrames),
		},
		Func: func(ctx context.Context, frame, limit, typ, name, node string, part *godog.DocString) error {
			s, err := scenario.From(ctx)
			if err != nil {
				return err
			}
			return expect(ctx, s, frame, limit, matching(part.Content), []string{typ, name, node})
		},
		check: func(in Line, words []string) error {
			return ofObject(2, func(Line, []string) error { return partOf(refIn(words[2:]).typ, *in.DocString) })(in, words)
		},
		speaks: speaksOf(2),
	},
}

// matching claims that an object contains the given part of a manifest.
func matching(part string) claim {
	return claim{
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			r := refIn(args)
			want, err := parsePart(part)
			if err != nil {
				return nil, nil, err
			}
			subject, t, err := r.subject(s)
			if err != nil {
				return nil, nil, err
			}
			differs := observe.OfObject(subject, subject.String(), func(u *unstructured.Unstructured) (any, error) {
				if u == nil {
					return comparison{}, nil
				}
				return comparison{there: true, from: t.Compare(want, u.Object)}, nil
			})
			return differs, observe.Satisfy("match the doc string", func(d comparison) bool { return d.there && len(d.from) == 0 }), nil
		},
		speaks: speaksOf(0),
	}
}

func parsePart(text string) (map[string]any, error) {
	var part map[string]any
	if err := yaml.UnmarshalStrict([]byte(text), &part); err != nil {
		return nil, fmt.Errorf("the doc string is no part of an object: %w", err)
	}
	if len(part) == 0 {
		return nil, errNoPart
	}
	return part, nil
}

// partOf checks a part of an object's manifest before the scenario runs: the part must
// not be empty, or have fields that the type does not have.
func partOf(typ, text string) error {
	open := grammar.Placeholder.MatchString(text)
	part, err := parsePart(grammar.Placeholder.ReplaceAllString(text, "$1"))
	if err != nil {
		return err
	}
	t, builtIn := resource.BuiltIn(typ)
	if !builtIn || open {
		return nil
	}
	for key, want := range map[string]string{"kind": t.Kind, "apiVersion": t.GroupVersionKind().GroupVersion().String()} {
		if have, said := part[key]; said && have != want {
			return fmt.Errorf("the doc string has the %s %v, and a %s has %s", key, have, t, want)
		}
		part[key] = want
	}
	whole, err := yaml.Marshal(part)
	if err != nil {
		return err
	}
	if wrong := manifest.Errors(string(whole)); len(wrong) > 0 {
		return fmt.Errorf("the doc string: %s", wrong[0].Text)
	}
	return nil
}
