package steps

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/utils/ptr"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// snapshot is what a scenario must leave as it found it: each thing by what a
// person calls it ("taint a:NoSchedule of node worker-1"), with its value.
type snapshot map[string]string

// takeSnapshot looks at nodes, at what kube-system runs and is configured by,
// and at the files on nodes that make them what they are.
func takeSnapshot(ctx context.Context, client kubernetes.Interface, nodes []cluster.Node) (snapshot, error) {
	found := &findings{all: snapshot{}}
	looking, ctx := errgroup.WithContext(ctx)
	looking.Go(func() error { return found.nodes(ctx, client) })
	looking.Go(func() error { return found.workloads(ctx, client) })
	looking.Go(func() error { return found.settings(ctx, client) })
	for _, n := range nodes {
		looking.Go(func() error { return found.files(ctx, n) })
	}
	return found.all, looking.Wait()
}

// findings collects a snapshot from several who look at a time.
type findings struct {
	mu  sync.Mutex
	all snapshot
}

func (f *findings) put(value, format string, args ...any) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all[fmt.Sprintf(format, args...)] = value
}

func (f *findings) nodes(ctx context.Context, client kubernetes.Interface) error {
	list, err := client.CoreV1().Nodes().List(ctx, metav1.ListOptions{})
	if err != nil {
		return fmt.Errorf("nodes: %w", err)
	}
	for _, n := range list.Items {
		f.put(schedulable(n), "node %s", n.Name)
		for key, value := range n.Labels {
			f.put(fmt.Sprintf("%q", value), "label %s of node %s", key, n.Name)
		}
		for _, t := range n.Spec.Taints {
			f.put(fmt.Sprintf("%q", t.Value), "taint %s:%s of node %s", t.Key, t.Effect, n.Name)
		}
	}
	return nil
}

func schedulable(n corev1.Node) string {
	if n.Spec.Unschedulable {
		return "cordoned"
	}
	return "schedulable"
}

func (f *findings) workloads(ctx context.Context, client kubernetes.Interface) error {
	deployments, err := client.AppsV1().Deployments(metav1.NamespaceSystem).List(ctx, metav1.ListOptions{})
	if err != nil {
		return fmt.Errorf("deployments of kube-system: %w", err)
	}
	for _, d := range deployments.Items {
		f.put(digest(d.Spec), "deployment kube-system/%s", d.Name)
		f.put(ready(d.Status.ReadyReplicas, ptr.Deref(d.Spec.Replicas, 1)), "readiness of deployment kube-system/%s", d.Name)
	}
	daemonSets, err := client.AppsV1().DaemonSets(metav1.NamespaceSystem).List(ctx, metav1.ListOptions{})
	if err != nil {
		return fmt.Errorf("daemonsets of kube-system: %w", err)
	}
	for _, d := range daemonSets.Items {
		f.put(digest(d.Spec), "daemonset kube-system/%s", d.Name)
		f.put(ready(d.Status.NumberReady, d.Status.DesiredNumberScheduled), "readiness of daemonset kube-system/%s", d.Name)
	}
	return nil
}

// allReady is never a complaint: a cluster is lent when name servers answer, and
// the last of their pods may become ready while the scenario goes on.
const allReady = "all ready"

func ready(count, of int32) string {
	if count >= of {
		return allReady
	}
	return fmt.Sprintf("%d of %d ready", count, of)
}

func (f *findings) settings(ctx context.Context, client kubernetes.Interface) error {
	list, err := client.CoreV1().ConfigMaps(metav1.NamespaceSystem).List(ctx, metav1.ListOptions{})
	if err != nil {
		return fmt.Errorf("configmaps of kube-system: %w", err)
	}
	for _, m := range list.Items {
		f.put(digest(m.Data), "configmap kube-system/%s", m.Name)
	}
	return nil
}

// nodeFiles lists, with their hashes, the files that say what runs on a node:
// static pods, the kubelet's configuration and flags, the network plugins',
// the runtime's, and systemd's.
const nodeFiles = `for at in /etc/kubernetes/manifests /var/lib/kubelet/config.yaml /var/lib/kubelet/kubeadm-flags.env \
	/etc/kubernetes/kubelet.conf /etc/cni/net.d /etc/containerd /etc/systemd/system; do
	if [ -e $at ]; then find $at -type f -print0 || exit; fi
done | xargs -0 -r sha256sum`

func (f *findings) files(ctx context.Context, n cluster.Node) error {
	listed, err := cluster.Output(ctx, n, nodeFiles)
	if err != nil {
		return err // names the node and the command
	}
	for line := range strings.Lines(listed) {
		sum, path, _ := strings.Cut(strings.TrimSpace(line), "  ")
		f.put(short(sum), "file %s on %s", path, n.Name())
	}
	return nil
}

// digest is a fingerprint of a value, for people to see that it has changed.
func digest(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // Kubernetes' own types: they have been JSON before
	}
	sum := sha256.Sum256(text)
	return short(hex.EncodeToString(sum[:]))
}

func short(sum string) string { return "content " + sum[:min(8, len(sum))] }

// differences tell what is not in another snapshot as it is in this one.
func (before snapshot) differences(after snapshot) []string {
	var all []string
	for _, what := range slices.Sorted(maps.Keys(before)) {
		was := before[what]
		switch is, there := after[what]; {
		case !there:
			all = append(all, what+" is gone")
		case is != was && is != allReady:
			all = append(all, fmt.Sprintf("%s was %s, is %s", what, was, is))
		}
	}
	for _, what := range slices.Sorted(maps.Keys(after)) {
		if _, there := before[what]; !there {
			all = append(all, what+" is new")
		}
	}
	return all
}
