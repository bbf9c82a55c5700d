package steps

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/utils/ptr"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// filed is a node that has files.
type filed struct {
	cluster.Node
	sums string
}

func (filed) Name() string { return "worker-1" }
func (f filed) Exec(_ context.Context, cmd cluster.Command) (int, error) {
	_, err := io.WriteString(cmd.Stdout, f.sums)
	return 0, err
}

const manifests = "aaaaaaaaaa  /etc/kubernetes/manifests/etcd.yaml\n"

// lab is what a snapshot looks at.
type lab struct {
	node   corev1.Node
	dns    appsv1.Deployment
	config corev1.ConfigMap
	files  string
}

func newLab() *lab {
	system := metav1.ObjectMeta{Namespace: metav1.NamespaceSystem, Name: "coredns"}
	return &lab{
		node: corev1.Node{ObjectMeta: metav1.ObjectMeta{Name: "worker-1", Labels: map[string]string{"disk": "ssd"}}},
		dns: appsv1.Deployment{
			ObjectMeta: system, Spec: appsv1.DeploymentSpec{Replicas: ptr.To[int32](2)}, Status: appsv1.DeploymentStatus{ReadyReplicas: 2},
		},
		config: corev1.ConfigMap{ObjectMeta: system, Data: map[string]string{"Corefile": "."}},
		files:  manifests,
	}
}

func (l *lab) snapshot(t *testing.T) snapshot {
	t.Helper()
	objects := []runtime.Object{l.node.DeepCopy(), l.dns.DeepCopy(), l.config.DeepCopy()}
	taken, err := takeSnapshot(t.Context(), fake.NewClientset(objects...), []cluster.Node{filed{sums: l.files}})
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

func TestASnapshotTellsWhatWasNotLeftAsItWasFound(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*lab)
		want   []string // how the differences begin
	}{
		"nothing":          {func(*lab) {}, nil},
		"a heartbeat":      {func(l *lab) { l.node.Annotations = map[string]string{"seen": "now"} }, nil},
		"a cordon":         {func(l *lab) { l.node.Spec.Unschedulable = true }, []string{"node worker-1 was schedulable, is cordoned"}},
		"a taint":          {func(l *lab) { l.node.Spec.Taints = []corev1.Taint{{Key: "a", Effect: "NoSchedule"}} }, []string{"taint a:NoSchedule of node worker-1 is new"}},
		"a label less":     {func(l *lab) { l.node.Labels = nil }, []string{"label disk of node worker-1 is gone"}},
		"another label":    {func(l *lab) { l.node.Labels["disk"] = "hdd" }, []string{`label disk of node worker-1 was "ssd", is "hdd"`}},
		"a workload":       {func(l *lab) { l.dns.Spec.Paused = true }, []string{"deployment kube-system/coredns was content "}},
		"a pod not ready":  {func(l *lab) { l.dns.Status.ReadyReplicas = 1 }, []string{"readiness of deployment kube-system/coredns was all ready, is 1 of 2 ready"}},
		"a setting":        {func(l *lab) { l.config.Data["Corefile"] = "" }, []string{"configmap kube-system/coredns was content "}},
		"a file":           {func(l *lab) { l.files = strings.Replace(manifests, "aa", "bb", 1) }, []string{"file /etc/kubernetes/manifests/etcd.yaml on worker-1 was content aaaaaaaa, is content bbaaaaaa"}},
		"a file that went": {func(l *lab) { l.files = "" }, []string{"file /etc/kubernetes/manifests/etcd.yaml on worker-1 is gone"}},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLab()
			before := l.snapshot(t)
			row.change(l)
			got := before.differences(l.snapshot(t))
			if !slices.EqualFunc(got, row.want, strings.HasPrefix) {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
}

func TestPodsThatBecomeReadyMeanwhileAreNoComplaint(t *testing.T) {
	l := newLab()
	l.dns.Status.ReadyReplicas = 1
	before := l.snapshot(t)
	l.dns.Status.ReadyReplicas = 2
	if got := before.differences(l.snapshot(t)); len(got) > 0 {
		t.Errorf("got %q", got)
	}
}
