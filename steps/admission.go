package steps

import (
	"context"
	"errors"

	"github.com/cucumber/godog"
	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/manifest"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var admissionSteps = []Step{
	{
		Topic:   "manifests",
		Kinds:   anExpectation,
		Timed:   true,
		Pattern: `^(within|for) ` + duration.Pattern + ` applying this is (?:(accepted)|refused with "(.+)"):$`,
		Meaning: "The API server's answer to the manifests of a doc string (kubectl apply with a server-side dry run): validation, quotas, policies, webhooks and Pod Security have their say, and nothing is made. " + wordsMeaning,
		Example: `within 10s applying this is refused with "exceeded quota":`,
		Korean: Sentence{
			Pattern: "^" + duration.Korean + ` (안에|동안) 다음을 적용하면 (?:(받아들여진다)|"(.+)"{이라고/라고} 거부된다):$`,
			Example: `10초 안에 다음을 적용하면 "exceeded quota"라고 거부된다:`,
			Order:   []int{1, 0, 2, 3},
			Words:   map[string]string{"안에": "within", "동안": "for", "받아들여진다": "accepted"},
		},
		Func: admitted,
		check: func(in Line, words []string) error {
			if _, err := manifest.Parse(*in.DocString); err != nil {
				return err
			}
			if words[3] == "" {
				return manifest.Strictly(*in.DocString)
			}
			return saysSomething("fails with", words[3])
		},
	},
}

func admitted(ctx context.Context, frame, limit, accepted, refusal string, text *godog.DocString) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	return expect(ctx, s, frame, limit, claim{read: func(s *scenario.Scenario, _ []string) (observe.Subject, types.GomegaMatcher, error) {
		is := saying("fails with", refusal)
		if accepted != "" {
			is = observe.Satisfy("be accepted", func(r *scenario.Result) bool { return r.Code == 0 })
		}
		look := func(ctx context.Context) (any, error) { return tryToApply(ctx, s, text.Content, is) }
		return observe.Probe("applying the doc string", commandPeriod, look), is, nil
	}}, nil)
}

// tryToApply runs a server-side dry run of the manifests. An unexpected result counts
// only if the API server is reachable; otherwise it returns an error.
func tryToApply(ctx context.Context, s *scenario.Scenario, text string, is types.GomegaMatcher) (*scenario.Result, error) {
	r, err := s.Run(ctx, "kubectl apply --dry-run=server --filename=-", "", text)
	if err != nil {
		return nil, err
	}
	if ok, err := is.Match(r); err != nil || ok {
		return r, err
	}
	return r, errors.Join(s.NeedAPI(ctx))
}
