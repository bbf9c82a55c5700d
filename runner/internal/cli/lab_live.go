package cli

import (
	"context"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// quiet returns a grader whose progress shows no sentences. Sentences of a setup
// reveal what is broken, and those of checks may be hidden.
func (a *app) quiet() *grading.Grader {
	return &grading.Grader{
		Platform: a.platform.Platform, Vocabulary: a.vocabulary(), Images: a.images, Versions: a.versions,
		Left: func(text string) { a.tell("%s", text) },
	}
}

// live finds a running lab by name, or the only one.
func (a *app) live(ctx context.Context, args []string) (*grading.Live, *lab.Lab, error) {
	if len(args) > 0 {
		return grading.OpenLive(args[0], a.vocabulary())
	}
	all, err := a.platform.List(ctx)
	if err != nil {
		return nil, nil, err
	}
	var names []string
	for _, c := range all {
		if grading.IsLive(c.Name) {
			names = append(names, c.Name)
		}
	}
	switch len(names) {
	case 0:
		return nil, nil, input.Errorf("no lab is up (gherkube lab start LAB)")
	case 1:
		return grading.OpenLive(names[0], a.vocabulary())
	}
	return nil, nil, input.Errorf("several labs are up: name one of %s", strings.Join(names, ", "))
}

// environment attaches to a running lab.
func (a *app) environment(ctx context.Context, args []string, policy *score.Policy) (*grading.Live, *grading.Environment, error) {
	live, l, err := a.live(ctx, args)
	if err != nil {
		return nil, nil, err
	}
	if err := a.atWork(ctx, live); err != nil {
		return nil, nil, err
	}
	c, err := a.platform.Attach(ctx, live.Cluster)
	if err != nil {
		return nil, nil, input.Errorf("%v", err)
	}
	grader := a.quiet()
	grader.Basis.Policy = policy
	env, err := grader.Attach(ctx, c, l, live.Student)
	return live, env, err
}
