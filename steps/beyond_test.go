package steps

import (
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// A scenario waits for a clean cluster only if its observations depend on other scenarios.
func TestWhichScenariosNeedACleanCluster(t *testing.T) {
	manifest := "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - resources:\n      requests: {cpu: 1}\n"
	harmless := "apiVersion: v1\nkind: ConfigMap\n"
	for _, row := range []struct {
		in   Line
		want bool
	}{
		{in: Line{Text: `I create pod "web" with image "nginx"`}},
		{in: Line{Text: `within 30s deployment "web" has 2 ready pods`}},
		{in: Line{Text: `within 30s deployment "web" has 2 ready pods on worker-1`}, want: true},
		{in: Line{Text: `30초 안에 디플로이먼트 "web"의 파드가 worker-1에 2개 있다`}, want: true},
		{in: Line{Text: `the pods of deployment "web" are called "all"`}},
		{in: Line{Text: `the pods of deployment "web" on worker-1 are called "stranded"`}, want: true},
		{in: Line{Text: `within 10s the pods of daemonset "kube-system/kube-proxy" on worker-1 are Running`}},
		{in: Line{Text: `until node worker-1 is Unknown, within 30s, deployment "web" has 2 pods on worker-1`}, want: true},
		{in: Line{Text: `until node worker-1 is Unknown, within 30s, pod "web" is Pending`}},
		{in: Line{Text: `I create these pods:`, Table: [][]string{{"name", "image"}, {"a", "nginx"}}}},
		{in: Line{Text: `I create these pods:`, Table: [][]string{{"name", "image", "cpu"}, {"a", "nginx", "60%"}}}, want: true},
		{in: Line{Text: `I apply:`, DocString: &manifest}, want: true},
		{in: Line{Text: `I apply:`, DocString: &harmless}},
		{in: Line{Text: `I run "kubectl create deployment web --image=nginx"`}},
		{in: Line{Text: `I run "kubectl get pods -A"`}, want: true},
		{in: Line{Text: `within 10s "kubectl get pods -n kube-system" prints "coredns"`}},
		{in: Line{Text: `within 10s "kubectl get pods --all-namespaces" prints "theirs"`}, want: true},
		{in: Line{Text: `within 10s "kubectl get pods --all-namespaces" does not print "blue-${namespace}"`}},
		{in: Line{Text: `within 10s "kubectl get namespaces" prints "default Active"`}, want: true},
		{in: Line{Text: `within 10s "kubectl describe node worker-1" prints "web"`}, want: true},
		{in: Line{Text: `within 10s "kubectl get --raw /no/such/path --user=stranger" fails with "Unauthorized"`}},
		{in: Line{Text: `within 10s "kubectl get --raw /api/v1/nodes/worker-1/proxy/metrics/cadvisor" prints "nginx"`}, want: true},
		{in: Line{Text: `within 10s "pgrep --count nginx" on worker-1 prints exactly "1"`}, want: true},
		{in: Line{Text: `within 10s "systemctl is-active kubelet" on worker-1 prints exactly "active"`}},
		{in: Line{Text: `within 10s "systemctl status kubelet | wc -l" on worker-1 prints "9"`}, want: true},
		{in: Line{Text: `within 10s "crictl ps --label io.kubernetes.pod.namespace=${namespace}" on worker-1 prints "nginx"`}},
		{in: Line{Text: `within 20s only kube-apiserver is connected to port 2379 on control-plane-1`}, want: true},
	} {
		if len(Match(row.in.Text)) != 1 {
			t.Errorf("%q is not in the vocabulary", row.in.Text)
		}
		if got := NeedsClean(cluster.Shared, []Line{row.in}); got != row.want {
			t.Errorf("%q: got %v", row.in.Text, got)
		}
	}
	if !NeedsClean(cluster.Disruptive, nil) || NeedsClean(cluster.OwnCluster, nil) || NeedsClean(cluster.Shared, nil) {
		t.Error("a scenario that disrupts its cluster needs a clean one; one that has a new cluster has it")
	}
}
