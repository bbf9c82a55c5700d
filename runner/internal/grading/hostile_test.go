//go:build cluster

package grading

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	rbacv1 "k8s.io/api/rbac/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/steps"
)

// siege is a hostile submission, its expected result, and how to repair the cluster
// for the next one.
type siege struct {
	name   string
	points int // of ten, or ungradable
	// says are texts that the result must contain: in its notes, its problem, or
	// the messages of its criteria.
	says []string
	fix  func(t *testing.T, c cluster.Cluster)
}

// ungradable stands for the points of a submission that blocks the grader in a way
// that a broken machine could, too.
const ungradable = -1

// sieges are ordered by the damage that they do to the cluster.
var sieges = []siege{
	{"flood", 0, []string{"bash solve.sh was ended after", "it wrote more than 16 MiB"}, nil},
	{"fork-bomb", 0, []string{"it ran for longer than 20s"}, nil},
	{"forever", 0, []string{"it ran for longer than 20s", "expected the ready pods of deployment"}, nil},
	{"full-disk", 0, []string{
		`"name.txt" was left out: it is no regular file`, `"everything" was left out: it is no regular file`,
		`"pipe" was left out: it is no regular file`, `"large.txt" was left out: it has 1048576 bytes`,
	}, nil},
	{"made-anew", 0, []string{"web"}, nil},
	{"programs", 0, []string{"ended with code 0"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "worker-1", "cd /usr/local/bin; for name in *.true; do /usr/bin/mv $name ${name%.true}; done; "+
			"/usr/bin/find . -lname '*/liar' -delete")
	}},
	{"access", 10, []string{"ended with code 0"}, giveAccess},
	{"registry", 10, []string{"port 22: Connection refused", "passed Both answer on the worker"}, nil},
	{"pipe", 0, []string{"failed It is said on the worker", "/etc/task is a pipe or a device, and no file"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "worker-1", "rm /etc/task")
	}},
	{"probe-killer", 0, []string{"failed It is said on the worker", "killed", "as root on the node can do"}, stopUnit("hunt")},
	{"node-overrun", 0, []string{"it wrote more than 4 MiB, and was ended", "File size limit exceeded", "no more processes after"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "worker-1", "pkill -x tail; pkill perl; rm /etc/task")
	}},
	{"firewall", 0, []string{"no answer to the grader's container"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "control-plane-1", "nft delete table inet siege")
	}},
	{"probe-stopper", 6, []string{"failed It is said on the worker", "control measurement passed"}, stopUnit("hunt")},
	{"registry-taken", 6, []string{"failed It is said on the worker", "worker-1 is 10.", "control measurement passed"}, func(t *testing.T, c cluster.Cluster) {
		stopUnit("hunt")(t, c)
		for _, n := range c.Nodes() {
			at(t, c, n.Name(), `ip address delete "$(getent hosts registry | cut --delimiter=" " --fields=1)/24" dev eth0`)
		}
	}},
	{"hog", 2, []string{"failed It is said on the worker"}, stopUnit("hog")}, // whether it stops the grader's processes in time or not
	{"programs-of-all", 0, []string{"it wrote: 2"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "worker-1", `program=$(readlink --canonicalize "$(type -P kubectl)"); mv "$program.true" "$program"; mount --options remount,bind,ro /opt/gherkube/shared`)
	}},
	{"webhook", 10, nil, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "control-plane-1", "kubectl --kubeconfig=/etc/kubernetes/admin.conf delete validatingwebhookconfiguration/siege apiservice/v1.siege.example")
	}},
	{"deaf", 8, []string{"failed The administrator's kubectl sees them"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "control-plane-1", "nft delete table inet siege")
	}},
	{"etcd-alarm", 10, []string{"NOSPACE"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "control-plane-1", "ETCDCTL_ENDPOINTS=https://127.0.0.1:2379 ETCDCTL_CACERT=/etc/kubernetes/pki/etcd/ca.crt ETCDCTL_CERT=/etc/kubernetes/pki/etcd/server.crt ETCDCTL_KEY=/etc/kubernetes/pki/etcd/server.key etcdctl alarm disarm")
	}},
	{"starved-api", 0, []string{"expected the API server to answer"}, restoreAPI},
	{"powered-off", 0, []string{"worker-1 is powered off"}, func(t *testing.T, c cluster.Cluster) {
		n, err := c.Node("worker-1")
		if err == nil {
			err = n.Start(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
	}},
	{"no-api", 0, []string{"expected the API server to answer"}, nil},
}

// elsewhere makes the API server forward a group of its API to a server that does
// not exist. The API server goes on with that after the change is reverted, so this
// siege must be the last one.
var elsewhere = []siege{{"api-elsewhere", 4, []string{"failed Two pods are ready", "listing deployments"}, nil}}

// unseen hides things on nodes from a lab that checks them there.
var unseen = []siege{
	{"../watched/solution", 6, nil, nil},
	{"../watched/wrong/kubelet-only", 4, nil, startKubelet},
	{"kubelet-by-hand", 4, []string{"failed The kubelet starts at boot"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "worker-1", "systemctl stop kubelet-by-hand")
		startKubelet(t, c)
	}},
	{"few-requests", 6, []string{"kube-apiserver"}, func(t *testing.T, c cluster.Cluster) {
		at(t, c, "control-plane-1", "systemctl stop asking")
		restoreAPI(t, c)
	}},
	{"log-emptied", 4, []string{"failed The scheduler placed the pod"}, nil},
	{"log-removed", 4, []string{"failed The scheduler placed the pod"}, nil},
}

// TestHostileSubmissions runs and judges all sieges, one after the other, on one
// cluster. Each ends by itself, and its result says what happened. It gets points
// unless the grader is kept from looking. Leftovers of one siege do not help the
// next.
func TestHostileSubmissions(t *testing.T) { besiege(t, "besieged", "hostile", sieges) }

// TestAGroupOfTheAPIThatIsElsewhereTakesItsOwnCriteriaOnly needs a cluster of its
// own.
func TestAGroupOfTheAPIThatIsElsewhereTakesItsOwnCriteriaOnly(t *testing.T) {
	besiege(t, "besieged", "hostile", elsewhere)
}

// TestWhatIsOutOfSightHasNotBeenDone makes nodes hide things from the grader.
func TestWhatIsOutOfSightHasNotBeenDone(t *testing.T) { besiege(t, "watched", "unseen", unseen) }

// besiege runs and judges submissions, one after the other, on one cluster. Each
// one's fix repairs the cluster for the next.
func besiege(t *testing.T, labName, folder string, all []siege) {
	l, err := reader.Load(filepath.Join("testdata", labName), &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := docker.Start(t.Context(), docker.Options{Topology: l.Topology.Cluster()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(context.WithoutCancel(t.Context())) })
	g := &Grader{}
	for _, s := range all {
		t.Run(filepath.Base(s.name), func(t *testing.T) {
			at(t, c, "worker-1", "rm --force /etc/task") // left by the previous siege
			s.lay(t, g.On(c, l, filepath.Base(s.name)), folder)
			if s.fix != nil {
				s.fix(t, c)
				healthy(t, c)
			}
		})
	}
}

// siegeTime bounds a submission, from its setup to its result.
const siegeTime = 5 * time.Minute

func (s siege) lay(t *testing.T, on *Environment, folder string) {
	began := time.Now()
	ctx, cancel := context.WithTimeout(t.Context(), siegeTime)
	defer cancel()
	defer on.Close(ctx)
	dir := t.TempDir()
	if err := on.SetUp(ctx, filepath.Join(dir, setupDir)); err != nil {
		t.Fatal(err)
	}
	submission, err := Own(filepath.Join("testdata", folder, s.name), on.Lab.Filling(on.Student))
	if err != nil {
		t.Fatal(err)
	}
	w := on.Begin()
	r := on.grade(ctx, submission, w, dir)
	said := everything(r) + "\nit wrote: " + written(w)
	if r.Gradable == (s.points == ungradable) || r.Gradable && r.Points != s.points {
		t.Errorf("%s; %d points were expected\n%s", &r, s.points, said)
	}
	for _, words := range s.says {
		if !strings.Contains(said, words) {
			t.Errorf("nobody is told %q:\n%s", words, said)
		}
	}
	if strings.Contains(said, "looked at twice and could not be seen") && !strings.Contains(said, "control measurement passed: ") {
		t.Errorf("it is blamed, and nobody is told what the control measured:\n%s", said)
	}
	t.Logf("%.1fs: %s\n%s", time.Since(began).Seconds(), &r, said)
}

func everything(r score.Result) string {
	said := append([]string{r.Problem}, r.Notes...)
	for _, c := range r.Criteria {
		said = append(said, string(c.Verdict)+" "+c.Name, c.Message)
	}
	return strings.Join(slices.DeleteFunc(said, func(line string) bool { return line == "" }), "\n")
}

func written(w *Work) string {
	if w.Outcome == nil {
		return "nothing"
	}
	return w.Outcome.Output[:min(len(w.Outcome.Output), 300)]
}

func at(t *testing.T, c cluster.Cluster, node, script string) {
	t.Helper()
	n, err := c.Node(node)
	if err == nil {
		_, err = cluster.Output(t.Context(), n, script)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// stopUnit stops a unit of the worker with a program that the submission does not
// kill.
func stopUnit(name string) func(*testing.T, cluster.Cluster) {
	return func(t *testing.T, c cluster.Cluster) {
		n, err := c.Node("worker-1")
		if err == nil {
			_, err = n.Exec(t.Context(), cluster.Command{Args: []string{"systemctl", "stop", name}})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func startKubelet(t *testing.T, c cluster.Cluster) {
	at(t, c, "worker-1", "systemctl enable --now kubelet")
}

// restoreAPI restores the manifest of the API server.
func restoreAPI(t *testing.T, c cluster.Cluster) {
	at(t, c, "control-plane-1", "cp /root/kube-apiserver.yaml /etc/kubernetes/manifests/; sleep 3; crictl ps --name=kube-apiserver --quiet | xargs --no-run-if-empty crictl stop --timeout=1; systemctl restart kubelet")
}

func giveAccess(t *testing.T, c cluster.Cluster) {
	client, err := kubernetes.NewForConfig(c.Config())
	if err != nil {
		t.Fatal(err)
	}
	_, err = client.RbacV1().ClusterRoleBindings().Create(t.Context(), &rbacv1.ClusterRoleBinding{
		ObjectMeta: metav1.ObjectMeta{Name: studentGroup},
		Subjects:   []rbacv1.Subject{{APIGroup: rbacv1.GroupName, Kind: rbacv1.GroupKind, Name: studentGroup}},
		RoleRef:    rbacv1.RoleRef{APIGroup: rbacv1.GroupName, Kind: "ClusterRole", Name: "cluster-admin"},
	}, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
}

func healthy(t *testing.T, c cluster.Cluster) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for {
		err := c.Healthy(ctx)
		if err == nil {
			return
		}
		select {
		case <-ctx.Done():
			t.Fatal(err)
		case <-time.After(time.Second):
		}
	}
}
