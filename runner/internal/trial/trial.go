// Package trial is a vocabulary that needs no cluster. The runner's tests use
// features written in it.
package trial

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"sync"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps"
)

// Vocabulary is the trial vocabulary. The zero value works.
type Vocabulary struct {
	// Waiting is told when the sentence "I wait" begins to wait.
	Waiting func()
	// Before is called at the start of each selected scenario, After at its
	// end; nil means that nothing happens there.
	Before, After func() error
	// Secrets is what the suite gets as the Secrets of every scenario's cluster; nil if it
	// gets nothing.
	Secrets *redact.Vault
	// Take makes every scenario take a cluster from the suite's pool.
	Take bool

	mu    sync.Mutex
	ran   []string
	tries int // how often a sentence about the first times was carried out
}

// Ran are the sentences that were carried out.
func (v *Vocabulary) Ran() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.ran
}

// All returns the trial's steps.
func (v *Vocabulary) All() []steps.Step {
	return []steps.Step{
		v.step("I pass", []steps.Kind{steps.Given, steps.When, steps.Then}, v.pass),
		v.step("I pass (\\d+) times", []steps.Kind{steps.Given, steps.When}, v.passTimes),
		v.rain(),
		v.step("I fail", []steps.Kind{steps.Then}, v.fail),
		v.step("I fail the first (\\d+) times?", []steps.Kind{steps.Then}, v.failFirst),
		v.step("I am undecided the first (\\d+) times?", []steps.Kind{steps.Then}, v.undecidedFirst),
		v.step("I was there before", []steps.Kind{steps.Then}, v.moot),
		v.step("I am undecided", []steps.Kind{steps.Then}, v.undecided),
		v.step("I cannot be asked", []steps.Kind{steps.Then}, v.defective),
		v.step("I panic", []steps.Kind{steps.When}, v.panic),
		v.step("I note:", []steps.Kind{steps.When}, func(context.Context, *godog.DocString) error { return nil }),
		v.step("I wait", []steps.Kind{steps.When}, v.wait),
		v.step("I wait in vain", []steps.Kind{steps.When}, v.waitInVain),
		v.step("I skip myself", []steps.Kind{steps.When}, v.skip),
		v.step("I am pending", []steps.Kind{steps.When}, v.pending),
		v.injection("I injure ([a-z0-9-]+)"),
		v.step("I am (?:one|of two minds)", []steps.Kind{steps.Given}, v.pass),
		v.step("I am (?:two|of two minds)", []steps.Kind{steps.Given}, v.pass),
		v.step("a cluster with (\\d+) workers?", []steps.Kind{steps.Given}, v.passTimes),
		v.step("저는 통과합니다", []steps.Kind{steps.Given, steps.Then}, v.pass),
	}
}

func (v *Vocabulary) step(pattern string, kinds []steps.Kind, f any) steps.Step {
	return steps.Step{
		Topic: "trial", Kinds: kinds, Pattern: "^" + pattern + "$",
		Meaning: "a sentence to try the runner with", Example: example(pattern), Func: f,
	}
}

func (v *Vocabulary) injection(pattern string) steps.Step {
	s := v.step(pattern, []steps.Kind{steps.Given, steps.When}, func(_ context.Context, _ string) error { return nil })
	s.Disruptive = true
	return s
}

// rain is an expectation, which says when as those of package steps do.
func (v *Vocabulary) rain() steps.Step {
	s := v.step(`(within|for) (\d+(?:\.\d+)?(?:ms|s|m)|the node grace period(?: and \d+s)?) it rains`, []steps.Kind{steps.Then},
		func(ctx context.Context, _, _ string) error { return v.pass(ctx) })
	s.Example = "within 30s it rains"
	return s
}

var group = regexp.MustCompile(`\(.*\)\??`)

func example(pattern string) string { return group.ReplaceAllString(pattern, "2") }

// Match returns the steps that a sentence matches.
func (v *Vocabulary) Match(sentence string) []steps.Step {
	var found []steps.Step
	for _, s := range v.All() {
		if regexp.MustCompile(s.Pattern).MatchString(sentence) {
			found = append(found, s)
		}
	}
	return found
}

var workers = regexp.MustCompile(`^a cluster with (\d+) workers?$`)

// TopologyOf understands the sentence "a cluster with 3 workers".
func (v *Vocabulary) TopologyOf(sentences []string) (cluster.Topology, error) {
	t := cluster.Default
	for _, s := range sentences {
		if found := workers.FindStringSubmatch(s); found != nil {
			n, err := strconv.Atoi(found[1])
			if err != nil {
				return t, fmt.Errorf("%q: %w", s, err)
			}
			t.Workers = n
		}
	}
	return t, nil
}

// Bind registers the trial's steps and hooks.
func (v *Vocabulary) Bind(s *steps.Suite) (func(*godog.TestSuiteContext), func(*godog.ScenarioContext)) {
	b := &bound{Vocabulary: v, suite: s}
	return func(*godog.TestSuiteContext) {}, func(sc *godog.ScenarioContext) {
		for _, s := range v.All() {
			sc.Step(s.Pattern, s.Func)
		}
		sc.Before(b.before)
		sc.StepContext().After(b.afterStep)
		sc.After(b.after)
	}
}

func (v *Vocabulary) say(sentence string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ran = append(v.ran, sentence)
}

func (v *Vocabulary) pass(context.Context) error {
	v.say("pass")
	return nil
}

func (v *Vocabulary) passTimes(_ context.Context, n int) error {
	v.say(fmt.Sprintf("pass %d", n))
	return nil
}

func (v *Vocabulary) fail(context.Context) error {
	v.say("fail")
	return errors.New("expected 100% sunshine\nseen: rain, since 10:00")
}

// failFirst fails until it was carried out so many times.
func (v *Vocabulary) failFirst(ctx context.Context, n int) error {
	if v.again() > n {
		return nil
	}
	return v.fail(ctx)
}

// undecidedFirst is undecided until it was carried out so many times.
func (v *Vocabulary) undecidedFirst(ctx context.Context, n int) error {
	if v.again() > n {
		return nil
	}
	return v.undecided(ctx)
}

func (v *Vocabulary) again() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.tries++
	return v.tries
}

func (v *Vocabulary) moot(context.Context) error {
	v.say("moot")
	return verdict.Mootf("it rained before: making rain would prove nothing")
}

func (v *Vocabulary) undecided(context.Context) error {
	return fmt.Errorf("looking at the sky: %w", verdict.Unseenf("there is fog"))
}

func (v *Vocabulary) defective(context.Context) error {
	return verdict.Defectf("unknown flag: --watsh")
}

func (v *Vocabulary) panic(context.Context) error { panic("no sky at all") }

func (v *Vocabulary) wait(ctx context.Context) error {
	if v.Waiting != nil {
		v.Waiting()
	}
	<-ctx.Done()
	return fmt.Errorf("waiting for better weather: %w", ctx.Err())
}

// waitInVain returns an error that does not show the interruption behind it.
func (v *Vocabulary) waitInVain(ctx context.Context) error {
	_ = v.wait(ctx)
	return errors.New("the node did not recover; last seen: the kubelet is stopped")
}

func (v *Vocabulary) skip(context.Context) error { return godog.ErrSkip }

func (v *Vocabulary) pending(context.Context) error { return godog.ErrPending }
