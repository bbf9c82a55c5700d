package user_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/cucumber/godog"
	appsv1 "k8s.io/api/apps/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps"
)

// The sentences that this suite adds to those of gherkube.
var own = []steps.Step{
	{
		Topic: "scaling", Kinds: []steps.Kind{steps.Given, steps.When},
		Pattern: `^I scale deployment "([^"]+)" to (\d+) with my own client$`,
		Meaning: "Change a deployment's replicas, and call their number ${replicas}.",
		Example: `I scale deployment "web" to 2 with my own client`,
		Func:    scale,
	},
	{
		Topic: "scaling", Kinds: []steps.Kind{steps.Then},
		Pattern: `^deployment "([^"]+)" soon has (\S+) ready$`,
		Meaning: "Within 30 s so many of its pods are ready.",
		Example: `deployment "web" soon has 2 ready`,
		Func:    ready,
	},
}

// scale uses a kubeconfig, as a tool of the user's would.
func scale(ctx context.Context, name, replicas string) error {
	sc, err := steps.From(ctx)
	if err != nil {
		return err
	}
	path, err := sc.Kubeconfig()
	if err != nil {
		return err
	}
	config, err := clientcmd.BuildConfigFromFlags("", path)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	if err := sc.SetValue("replicas", replicas); err != nil {
		return err
	}
	// A patch, since an update fails when a controller writes at the same time.
	patch := []byte(`{"spec": {"replicas": ` + replicas + `}}`)
	_, err = client.AppsV1().Deployments(sc.Namespace()).Patch(ctx, name, types.MergePatchType, patch, metav1.PatchOptions{}, "scale")
	return err
}

func ready(ctx context.Context, name, replicas string) error {
	sc, err := steps.From(ctx)
	if err != nil {
		return err
	}
	matcher := observe.Satisfy("have "+replicas+" ready", func(d *appsv1.Deployment) bool {
		return fmt.Sprint(d.Status.ReadyReplicas) == replicas
	})
	return sc.Expect(ctx, observe.Deployment(sc.Namespace(), name), matcher, observe.Within(30*time.Second))
}

// TestUndecidedIsSkipped runs on a machine on which no cluster can be started.
func TestUndecidedIsSkipped(t *testing.T) {
	suite := &steps.Suite{
		SkipUndecided: true,
		Pool: cluster.NewPool(func(context.Context, cluster.Topology) (cluster.Cluster, error) {
			return nil, verdict.Unseenf("this machine has no room for a cluster")
		}),
	}
	status := godog.TestSuite{
		TestSuiteInitializer: suite.InitializeTestSuite,
		ScenarioInitializer:  suite.InitializeScenario,
		Options: &godog.Options{Format: "pretty", Strict: true, TestingT: t, FeatureContents: []godog.Feature{{
			Name: "skipped.feature", Contents: []byte("Feature: No room\n  Scenario: Nobody can start\n    Given a cluster with 1 worker\n"),
		}}},
	}.Run()
	if status != 0 {
		t.Fail()
	}
}

func TestFeatures(t *testing.T) {
	suite := &steps.Suite{Vocabulary: steps.Extend(own...)}
	status := godog.TestSuite{
		TestSuiteInitializer: suite.InitializeTestSuite,
		ScenarioInitializer:  suite.InitializeScenario,
		Options:              &godog.Options{Format: "pretty", Paths: []string{"features"}, Strict: true, TestingT: t},
	}.Run()
	if status != 0 {
		t.Fail()
	}
}
