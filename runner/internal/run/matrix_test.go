package run_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/run"
)

var both = []cluster.Version{cluster.LabVersion, {}}

func TestAScenarioRunsOnEachVersion(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I fail the first 1 time\n  Scenario: steady\n    Then I pass\n",
		func(o *run.Options) { o.Kubernetes, o.Formats = both, []string{"pretty", "junit:r.xml", "messages:m"} })
	want := []verdict.Verdict{verdict.Failed, verdict.Passed, verdict.Passed, verdict.Passed}
	if !slices.Equal(o.verdicts(), want) || o.code != 1 {
		t.Errorf("verdicts %v, code %d: %v", o.verdicts(), o.code, o.err)
	}
	for _, part := range []string{
		"Plan: 2 scenarios, on 2 versions of Kubernetes", "Kubernetes 1.35, 1 control-plane, 2 workers",
		"Repeat: gherkube run x.feature --kubernetes 1.35,1.36\n", "Repeat: gherkube run x.feature:2 --kubernetes 1.35\n",
		"s (Kubernetes 1.35)", "s (Kubernetes 1.36)",
		"Differs between versions of Kubernetes\n  1.35 failed, 1.36 passed  x.feature:2  s\n", "3 passed, 1 failed\n",
	} {
		if !strings.Contains(o.stdout, part) {
			t.Errorf("%q is missing in:\n%s", part, o.stdout)
		}
	}
	for _, name := range []string{`name="steady (Kubernetes 1.35)"`, `name="steady (Kubernetes 1.36)"`} {
		if !strings.Contains(read(t, "r.xml"), name) {
			t.Errorf("no %s in %s", name, read(t, "r.xml"))
		}
	}
	if n := strings.Count(read(t, "m"), `{"testCase":`); n != 4 {
		t.Errorf("%d test cases in the messages", n)
	}
}

func TestVersionsThatAgree(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Kubernetes = both })
	if o.code != 0 || !strings.Contains(o.stdout, "The versions of Kubernetes agree on every scenario that ran.\n") {
		t.Errorf("code %d: %s", o.code, o.stdout)
	}
}

func TestOneVersionIsNoMatrix(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n", func(o *run.Options) { o.Kubernetes = both[:1] })
	if o.code != 0 || strings.Contains(o.stdout, "versions of Kubernetes") || !strings.Contains(o.stdout, "Repeat: gherkube run x.feature --kubernetes 1.35\n") {
		t.Errorf("code %d: %s", o.code, o.stdout)
	}
}

func TestAClusterThatIsUpHasItsVersion(t *testing.T) {
	o := executed(t, t.Context(), "Feature: f\n  Scenario: s\n    Then I pass\n", on(fake(&platformLog{})),
		func(o *run.Options) { o.Cluster, o.Kubernetes = "dev", both[:1] })
	if o.code != 3 || !strings.Contains(o.err.Error(), "--kubernetes and --cluster") {
		t.Errorf("code %d: %v", o.code, o.err)
	}
}
