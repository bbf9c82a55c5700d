package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// pretend is a cluster whose commands exit with the given codes.
type pretend struct {
	cluster.Cluster
	topology cluster.Topology
}

func (pretend) Name() string                 { return "dev" }
func (p pretend) Topology() cluster.Topology { return p.topology }
func (p pretend) Nodes() []cluster.Node {
	return []cluster.Node{pretendNode{role: cluster.ControlPlane}, pretendNode{role: cluster.Worker}}
}

func (p pretend) Node(name string) (cluster.Node, error) {
	if name == "worker-1" {
		return p.Nodes()[1], nil
	}
	return nil, errors.New("no such node")
}

type pretendNode struct {
	cluster.Node
	role cluster.Role
}

func (n pretendNode) Name() string       { return "pretended" }
func (n pretendNode) Role() cluster.Role { return n.role }
func (n pretendNode) State(context.Context) (cluster.State, error) {
	return cluster.Running, nil
}
func (n pretendNode) Exec(_ context.Context, cmd cluster.Command) (int, error) {
	_, err := io.WriteString(cmd.Stdout, strings.Join(cmd.Args, " "))
	return len(cmd.Args[len(cmd.Args)-1]), err // the length of the last argument
}

// devInfo describes the cluster dev, with every container in a state.
func devInfo(state string) docker.Info {
	nodes := map[string]string{"registry": state, "control-plane-1": state, "worker-1": state, "worker-2": state}
	return docker.Info{Name: "dev", Topology: cluster.Default, Keep: true, Nodes: nodes}
}

// onPretend runs a command line with one running cluster, named dev.
func onPretend(args string) ended { return onPretendWords(strings.Fields(args)...) }

func onPretendWords(args ...string) ended {
	p := platform{
		Platform: run.Platform{Attach: func(context.Context, string) (cluster.Cluster, error) { return pretend{}, nil }},
		List: func(context.Context) ([]docker.Info, error) {
			return []docker.Info{devInfo("running")}, nil
		},
		Up: func(_ context.Context, t cluster.Topology, _ string) (cluster.Cluster, error) {
			return pretend{topology: t}, nil
		},
	}
	var stdout, stderr bytes.Buffer
	out := terminal.Plain(&stdout, &stderr)
	defer out.Close()
	return ended{execute(args, out, p), stdout.String(), stderr.String()}
}

func TestClusterUpSaysHowToUseIt(t *testing.T) {
	got := onPretend("cluster up --workers 3 --timings upstream")
	for _, part := range []string{"dev is up: 1 control-plane, 3 workers, upstream timings", "--kubeconfig /", "--cluster dev", "shell dev", "down dev"} {
		if got.code != 0 || !strings.Contains(got.stdout, part) {
			t.Errorf("%q is not told: %+v", part, got)
		}
	}
}

func TestClusterUpHasTheParts(t *testing.T) {
	got := onPretend("cluster up --parts storage,network-policies")
	if want := "dev is up: 1 control-plane, 2 workers, fast timings, with network policies and storage"; got.code != 0 || !strings.Contains(got.stdout, want) {
		t.Errorf("%q is not told: %+v", want, got)
	}
}

func TestClusterUpHasTheVersion(t *testing.T) {
	got := onPretend("cluster up --kubernetes 1.35 --parts kubernetes-1.36-packages")
	if want := "dev is up: Kubernetes 1.35, 1 control-plane, 2 workers, fast timings, with Kubernetes 1.36 packages"; got.code != 0 || !strings.Contains(got.stdout, want) {
		t.Errorf("%q is not told: %+v", want, got)
	}
}

func TestClusterUpRefuses(t *testing.T) {
	for args, want := range map[string]string{
		"--name dev":          "--name dev: a cluster is called so already",
		"--workers 99":        "99 workers: a cluster has 0 to",
		"--timings quick":     `timings profile "quick"`,
		"--kubernetes 1.12":   "the versions are 1.34, 1.35, 1.36",
		"--kubernetes 1.35.4": "write the minor version alone, 1.35",
		"--kubernetes 1.34 --parts kubernetes-1.36-packages": "kubeadm upgrades one minor version at a time",
	} {
		if got := onPretend("cluster up " + args); got.code != 3 || !strings.Contains(got.stderr, want) {
			t.Errorf("%s: %+v", args, got)
		}
	}
}

func TestClusterShellPassesTheExitCodeOn(t *testing.T) {
	got := onPretend("cluster shell dev -- kubectl get pods")
	if got.code != 4 || got.stderr != "" || !strings.HasSuffix(got.stdout, "KUBECONFIG=/etc/kubernetes/admin.conf kubectl get pods") {
		t.Errorf("%+v", got)
	}
	if got := onPretend("cluster shell dev --node worker-1 -- id"); got.code != 2 || strings.Contains(got.stdout, "KUBECONFIG") {
		t.Errorf("on a worker: %+v", got)
	}
	if got := onPretend("cluster shell dev --node worker-9"); got.code != 3 {
		t.Errorf("on no node: %+v", got)
	}
}

func TestNamesOfClustersAreCompleted(t *testing.T) {
	for _, args := range []string{"cluster down", "cluster shell", "run --cluster"} {
		got := onPretendWords(append(strings.Fields("__complete "+args), "")...)
		if got.code != 0 || !strings.HasPrefix(got.stdout, "dev\t1 control-plane") {
			t.Errorf("%s: %+v", args, got)
		}
	}
}

func TestScenariosAndTagsAreCompleted(t *testing.T) {
	t.Chdir(t.TempDir())
	feature := "@a\nFeature: f\n  @b\n  Scenario: s\n    When I run \"kubectl get pods\"\n"
	if err := os.WriteFile("x.feature", []byte(feature), 0o644); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"x.feature:4\ts\n":       {"__complete", "run", "x.feature:"},
		"@a and @a\n@a and @b\n": {"__complete", "run", "x.feature", "--tags", "@a and "},
		"feature\n:8":            {"__complete", "lint", "x"},
	} {
		if got := onPretendWords(args...); got.code != 0 || !strings.HasPrefix(got.stdout, want) {
			t.Errorf("%q: %+v", args, got)
		}
	}
}

// TestQuarantinedClustersAreTold quarantines the cluster dev.
func TestQuarantinedClustersAreTold(t *testing.T) {
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	if err := os.MkdirAll(cluster.StateDir("dev"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"repair", "mend"} { // the name before v0.2
		if got := onPretend("cluster " + verb + " dev"); got.code != 0 || got.stdout != "Cluster dev is not quarantined.\n" {
			t.Errorf("%s, not quarantined: %+v", verb, got)
		}
	}
	if err := cluster.SetQuarantine("dev", cluster.Quarantine{Reason: "node worker-1 was schedulable, is cordoned"}); err != nil {
		t.Fatal(err)
	}
	list := onPretend("cluster list")
	for _, part := range []string{"  quarantined  ", "node worker-1 was schedulable, is cordoned", "gherkube cluster repair dev", "gherkube cluster down dev"} {
		if list.code != 0 || !strings.Contains(list.stdout+list.stderr, part) {
			t.Errorf("%q is not told: %+v", part, list)
		}
	}
	if got := onPretend("cluster up --name dev"); got.code != 3 || !strings.Contains(got.stderr, "called so already, and is quarantined") {
		t.Errorf("up: %+v", got)
	}
}
