package run_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// platformLog records the calls to a fake platform.
type platformLog struct {
	mu    sync.Mutex
	calls []string
}

func (l *platformLog) add(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.calls = append(l.calls, fmt.Sprintf(format, args...))
}

// addNumbered records a call with a running number appended, and returns its last
// word.
func (l *platformLog) addNumbered(call string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	call += strconv.Itoa(len(l.calls) + 1)
	l.calls = append(l.calls, call)
	return call[strings.LastIndexByte(call, ' ')+1:]
}

// fakeCluster can only be started and closed, which is all that a run needs.
type fakeCluster struct {
	cluster.Cluster
	name     string
	topology cluster.Topology
	log      *platformLog
	closed   bool
}

func (c *fakeCluster) Name() string               { return c.name }
func (c *fakeCluster) Topology() cluster.Topology { return c.topology }

func (c *fakeCluster) Publish(_ context.Context, ref string) error {
	c.log.add("publish %s to %s", ref, c.name)
	return nil
}

func (c *fakeCluster) Close(context.Context) error {
	c.closed = true
	c.log.add("close %s", c.name)
	return nil
}

func fakeStart(log *platformLog) cluster.Starter {
	return func(_ context.Context, t cluster.Topology) (cluster.Cluster, error) {
		c := &fakeCluster{topology: t, log: log}
		c.name = log.addNumbered("start c")
		return c, nil
	}
}

// fake returns a working platform that records its calls.
func fake(log *platformLog) run.Platform {
	note := func(what string) func(context.Context) error {
		return func(context.Context) error {
			log.add("%s", what)
			return nil
		}
	}
	return run.Platform{
		Preflight: note("preflight"), Images: func(ctx context.Context, _ []cluster.Topology) error { return note("image")(ctx) },
		Sweep: func(context.Context) ([]string, error) {
			log.add("sweep")
			return []string{"cluster old"}, nil
		},
		Start: func(ctx context.Context, t cluster.Topology, keep bool) (cluster.Cluster, error) {
			return fakeStart(log)(ctx, t)
		},
		Attach: func(_ context.Context, name string) (cluster.Cluster, error) {
			log.add("attach %s", name)
			return &fakeCluster{name: name, topology: cluster.Default, log: log}, nil
		},
		Versions: func([]cluster.Version) ([]plan.Version, error) {
			return []plan.Version{{Name: "kubernetes", Version: "v1.2.3"}}, nil
		},
	}
}

func on(p run.Platform) func(*run.Options) {
	return func(o *run.Options) { o.Platform, o.Vocabulary = p, &trial.Vocabulary{Take: true} }
}

const twoScenarios = `Feature: two
  Scenario: one
    Then I pass
  Scenario: two
    Then I pass
`

func TestTheOrderOfARun(t *testing.T) {
	log := &platformLog{}
	o := executed(t, t.Context(), twoScenarios, on(fake(log)))
	want := []string{"preflight", "sweep", "image", "start c4", "close c4"}
	if !slices.Equal(log.calls, want) || o.code != 0 {
		t.Errorf("calls %q, code %d, want %q: %s%s", log.calls, o.code, want, o.stdout, o.stderr)
	}
	if !strings.Contains(o.stderr, "Removed cluster old, ") {
		t.Errorf("what was swept is not told: %s", o.stderr)
	}
}

func TestADryRunTouchesNothing(t *testing.T) {
	log := &platformLog{}
	o := executed(t, t.Context(), twoScenarios, on(fake(log)), func(o *run.Options) {
		o.DryRun, o.Cluster, o.Formats = true, "dev", []string{"junit:r.xml"}
	})
	if len(log.calls) != 0 || o.code != 0 || o.result.Run != nil {
		t.Errorf("calls %q, code %d", log.calls, o.code)
	}
	if !strings.Contains(o.stdout, "Plan: 2 scenarios on cluster dev, kubernetes v1.2.3\n") {
		t.Errorf("plan: %s", o.stdout)
	}
	if exists("r.xml") || exists("record") {
		t.Error("a dry run left files")
	}
}

func TestAnEnvironmentThatIsMissing(t *testing.T) {
	broken := errors.New("Docker does not answer: is it running?")
	rows := map[string]func(*run.Platform){
		"preflight": func(p *run.Platform) { p.Preflight = func(context.Context) error { return broken } },
		"sweep":     func(p *run.Platform) { p.Sweep = func(context.Context) ([]string, error) { return nil, broken } },
		"image":     func(p *run.Platform) { p.Images = func(context.Context, []cluster.Topology) error { return broken } },
	}
	for name, breakIt := range rows {
		t.Run(name, func(t *testing.T) {
			platform := fake(&platformLog{})
			breakIt(&platform)
			o := executed(t, t.Context(), twoScenarios, on(platform), func(o *run.Options) { o.Formats = []string{"junit:r.xml"} })
			if o.code != 2 || o.err != nil {
				t.Errorf("code %d, error %v", o.code, o.err)
			}
			if strings.Count(o.stdout+o.stderr, broken.Error()) != 1 {
				t.Errorf("the message is not told once: %s%s", o.stdout, o.stderr)
			}
			if !strings.Contains(o.stdout, "0 passed, 0 failed\n2 undecided") || !exists("r.xml") {
				t.Errorf("stdout: %s", o.stdout)
			}
		})
	}
}

func TestAClusterThatDoesNotStartIsNobodysFailure(t *testing.T) {
	platform := fake(&platformLog{})
	platform.Start = func(context.Context, cluster.Topology, bool) (cluster.Cluster, error) {
		return nil, errors.New("no space left on device")
	}
	o := executed(t, t.Context(), twoScenarios, on(platform))
	want := []verdict.Verdict{verdict.Undecided, verdict.Undecided}
	if !slices.Equal(o.verdicts(), want) || o.code != 2 {
		t.Errorf("verdicts %v, code %d", o.verdicts(), o.code)
	}
}

func TestClustersAreRemovedHoweverTheRunEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	rows := map[string]struct {
		ctx   context.Context
		words *trial.Vocabulary
		last  string
	}{
		"failed":      {t.Context(), &trial.Vocabulary{Take: true}, "Then I fail"},
		"panicked":    {t.Context(), &trial.Vocabulary{Take: true, After: func() error { panic("!") }}, "Then I pass"},
		"interrupted": {ctx, &trial.Vocabulary{Take: true, Waiting: cancel}, "When I wait"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			log := &platformLog{}
			executed(t, row.ctx, "Feature: f\n  Scenario: s\n    "+row.last+"\n", func(o *run.Options) {
				o.Platform, o.Vocabulary = fake(log), row.words
			})
			if !slices.Contains(log.calls, "close c4") {
				t.Errorf("calls %q", log.calls)
			}
		})
	}
}

func TestTheSecondInterruptionRemovesClustersUnderARunningStep(t *testing.T) {
	log, abort := &platformLog{}, make(chan struct{})
	words := &trial.Vocabulary{Take: true, Waiting: func() { close(abort) }}
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    When I wait\n", func(o *run.Options) {
		o.Platform, o.Vocabulary, o.Abort = fake(log), words, abort
	})
	if !slices.Contains(log.calls, "close c4") || o.code != 2 {
		t.Errorf("calls %q, code %d", log.calls, o.code)
	}
	if !strings.Contains(o.stdout, "aborted") {
		t.Errorf("stdout: %s", o.stdout)
	}
}

func TestKeepLeavesTheClusterAndSaysHowToUseIt(t *testing.T) {
	log := &platformLog{}
	o := executed(t, t.Context(), twoScenarios, on(fake(log)), func(o *run.Options) { o.Keep = true })
	if slices.Contains(log.calls, "close c4") {
		t.Errorf("calls %q", log.calls)
	}
	for _, part := range []string{"Kept cluster c4", "kubeconfig", "--cluster c4", "gherkube cluster down c4"} {
		if !strings.Contains(o.stderr, part) {
			t.Errorf("%q is not told: %s", part, o.stderr)
		}
	}
}

func TestANamedClusterIsUsedAndLeftUp(t *testing.T) {
	log := &platformLog{}
	o := executed(t, t.Context(), twoScenarios, on(fake(log)), func(o *run.Options) { o.Cluster = "dev" })
	want := []string{"preflight", "attach dev"}
	if !slices.Equal(log.calls, want) || o.code != 0 {
		t.Errorf("calls %q, code %d", log.calls, o.code)
	}
}

func TestANamedClusterOfAnotherTopologyIsBadInput(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Given a cluster with 3 workers\n",
		on(fake(&platformLog{})), func(o *run.Options) { o.Cluster = "dev" })
	if o.code != 3 || !strings.Contains(o.err.Error(), "x.feature:2: ") || !strings.Contains(o.err.Error(), "cluster dev has 1 control-plane, 2 workers") {
		t.Errorf("code %d, %v", o.code, o.err)
	}
}

func TestANamedClusterThatIsNotThereIsBadInput(t *testing.T) {
	platform := fake(&platformLog{})
	platform.Attach = func(context.Context, string) (cluster.Cluster, error) {
		return nil, errors.New(`no cluster "dev": there are a, b`)
	}
	o := executed(t, t.Context(), twoScenarios, on(platform), func(o *run.Options) { o.Cluster = "dev" })
	if o.code != 3 || o.err.Error() != `--cluster: no cluster "dev": there are a, b` {
		t.Errorf("code %d, %v", o.code, o.err)
	}
}

func TestANamedClusterWithoutAnEngineIsNobodysFailure(t *testing.T) {
	platform := fake(&platformLog{})
	platform.Preflight = func(context.Context) error { return errors.New("Docker does not answer") }
	o := executed(t, t.Context(), twoScenarios, on(platform), func(o *run.Options) { o.Cluster = "dev" })
	if o.code != 2 {
		t.Errorf("code %d, %v", o.code, o.err)
	}
}
