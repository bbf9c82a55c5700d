package steps

import (
	"context"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/system"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// lookOn observes a node from outside Kubernetes.
func lookOn[T any](s *scenario.Scenario, node, what string, look func(ctx context.Context, n cluster.Node) (T, error)) (observe.Subject, error) {
	n, err := s.Cluster().Node(node)
	if err != nil {
		return nil, err
	}
	return observe.Probe(what+" on "+node, probePeriod, func(ctx context.Context) (any, error) { return look(ctx, n) }), nil
}

// absolute rejects anything that is not an absolute path on a node.
func absolute(path string) error {
	inside, beside := strings.CutPrefix(path, system.Root)
	switch {
	case grammar.Placeholder.MatchString(path) && !strings.HasPrefix(path, "/"):
		return nil
	case !strings.HasPrefix(path, "/"):
		return fmt.Errorf("%q is no absolute path: begin it with /", path)
	case beside && strings.HasPrefix(inside, "/"):
		return fmt.Errorf("a file is named as it is on the node: write %q", inside)
	case len(path) > 1 && strings.HasSuffix(path, "/"):
		return fmt.Errorf("write %q, without the slash at the end", strings.TrimRight(path, "/"))
	}
	return nil
}

// unlessValue checks a word of a sentence, unless the word contains a placeholder whose
// value is not known yet.
func unlessValue(word string, check func(string) error) error {
	if grammar.Placeholder.MatchString(word) {
		return nil
	}
	return check(word)
}

// describeEach describes each item, or returns none if there are no items.
func describeEach[T any](none string, all []T, describe func(T) string) string {
	const enough = 10
	if len(all) == 0 {
		return none
	}
	var lines []string
	for _, one := range all[:min(len(all), enough)] {
		lines = append(lines, describe(one))
	}
	if more := len(all) - enough; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}
