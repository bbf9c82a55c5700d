package nearest_test

import (
	"fmt"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/steps"
)

// meant are sentences as newcomers write them, and the one of the vocabulary
// that each of them meant.
var meant = []struct{ written, meant string }{
	{`I run kubectl get pods`, `I run "kubectl get pods"`},
	{`I run 'kubectl get pods'`, `I run "kubectl get pods"`},
	{`I run “kubectl get pods”`, `I run "kubectl get pods"`},
	{`I run „kubectl get pods“`, `I run "kubectl get pods"`},
	{"I run `kubectl get pods`", `I run "kubectl get pods"`},
	{`I run "kubectl get pods".`, `I run "kubectl get pods"`},
	{`I run kubectl get pod "web" -o wide`, `I run "kubectl get pod web -o wide"`},
	{`I execute kubectl get pods -n kube-system on worker-1`, `I run "kubectl get pods -n kube-system" on worker-1`},
	{`i run "kubectl get pods"`, `I run "kubectl get pods"`},
	{`run "kubectl get pods"`, `I run "kubectl get pods"`},
	{`a cluster with two workers`, `a cluster with 2 workers`},
	{`a cluster with one control-plane node and three workers`, `a cluster with 1 control-plane node and 3 workers`},
	{`a Kubernetes cluster`, `a cluster with 2 workers`},
	{`the kubelet on worker-2 is stoped`, `the kubelet on worker-2 is stopped`},
	{`the kublet on 'worker-2' is stopped.`, `the kubelet on worker-2 is stopped`},
	{`node worker-1 is cordonned`, `node worker-1 is cordoned`},
	{`I cordon node worker-1`, `node worker-1 is cordoned`},
	{`the api server is held down`, `the API server is held down`},
	{`I apply the manifest "x.yaml"`, `I apply "x.yaml"`},
	{`I apply x.yaml`, `I apply "x.yaml"`},
	{`I create a deployment web with image nginx and three replicas`, `I create deployment "web" with image "nginx" and 3 replicas`},
	{`pod web with image nginx runs on worker-1`, `pod "web" with image "nginx" runs on worker-1`},
	{`deployment "shop" has 4 pods on worker-1`, `within 30s deployment "shop" has 4 pods on worker-1`},
	{`within 5 seconds deployment "web" has 2 pods on worker-1`, `within 5s deployment "web" has 2 pods on worker-1`},
	{`within five seconds deployment "web" has 2 pods`, `within 5s deployment "web" has 2 pods`},
	{`Within 5s deployment "web" has 2 pods on worker-1`, `within 5s deployment "web" has 2 pods on worker-1`},
	{`within 5s deployment web has 2 pods on worker-1`, `within 5s deployment "web" has 2 pods on worker-1`},
	{`within 5s the deployment "web" has 2 pods on worker-1`, `within 5s deployment "web" has 2 pods on worker-1`},
	{`for 1 minute deployment ‘web’ has two pods on worker-1.`, `for 1m deployment "web" has 2 pods on worker-1`},
	{`deployment "web" has 2 pods within 5 seconds`, `within 5s deployment "web" has 2 pods`},
	{`within 1m30s node worker-1 is unknown`, `within 90s node worker-1 is Unknown`},
	{`within the node grace period node worker-1 is unknown`, `within the node grace period node worker-1 is Unknown`},
	{`the pod web should be running`, `within 30s pod "web" is Running`},
	{`within 5s kubectl get pods prints "Running"`, `within 5s "kubectl get pods" prints "Running"`},
	{`within 5s "kubectl get pods" shows "Running"`, `within 5s "kubectl get pods" prints "Running"`},
	{`the command printed 'x'`, `the command printed "x"`},
	{`within 30 seconds pod client gets an answer from service web`, `within 30s pod "client" gets an answer from service "web"`},
	{`until node worker-1 is unknown, within 30 seconds, the pod web is Pending`, `until node worker-1 is Unknown, within 30s, pod "web" is Pending`},
	{`the job "x" completes`, `within 30s job "x" is Complete`},
	{`within 30s pvc data is bound`, `within 30s pvc "data" is Bound`},
	{`within 30s the deploymnet "web" exists`, `within 30s deployment "web" exists`},
	{`{.spec.replicas} of deployment web is 3`, `within 30s {.spec.replicas} of deployment "web" is "3"`},
	{`there are at least three pods with label "app=web"`, `within 30s there are at least 3 pods with label "app=web"`},
	{`워커 두 대로 된 클러스터가 있다`, `워커 2대로 된 클러스터가 있다`},
	{`'kubectl get pods'를 실행한다`, `"kubectl get pods"를 실행한다`},
	{`30초 안에 노드 worker-2이 Unknown 상태가 되었다`, `30초 안에 노드 worker-2이 Unknown 상태가 된다`},
}

func TestTheSentenceThatWasMeant(t *testing.T) {
	x := nearest.New(steps.All(), steps.Match)
	for _, row := range meant {
		guesses := x.Meant(row.written, "", 1)
		if len(guesses) != 1 || guesses[0].Text != row.meant {
			t.Errorf("%s\n got %+v\nwant %s", row.written, guesses, row.meant)
		}
	}
}

// What is like no sentence gets none: a wrong hint is worse than no hint.
func TestNothingIsMeantByNonsense(t *testing.T) {
	x := nearest.New(steps.All(), steps.Match)
	for _, written := range []string{"", ".", `"`, "the quantum `flux` capacitor zzz", `the quick brown "x" jumps`, "\x00", "ㅋㅋㅋ"} {
		if guesses := x.Meant(written, "", 1); len(guesses) > 0 {
			t.Errorf("%q: got %+v", written, guesses)
		}
	}
}

// Every guess is a sentence of the vocabulary, whatever was written.
func FuzzMeant(f *testing.F) {
	for _, row := range meant {
		f.Add(row.written)
	}
	x := nearest.New(steps.All(), steps.Match)
	f.Fuzz(func(t *testing.T, written string) {
		for _, g := range x.Meant(written, "", 3) {
			if found := steps.Match(g.Text); len(found) != 1 {
				t.Errorf("%q: %q says %d steps", written, g.Text, len(found))
			}
		}
	})
}

// BenchmarkMeant is the time for one unknown sentence, each of another shape.
func BenchmarkMeant(b *testing.B) {
	x := nearest.New(steps.All(), steps.Match)
	for i := 0; b.Loop(); i++ {
		row := meant[i%len(meant)]
		x.Meant(fmt.Sprintf("%s %c%c", row.written, 'a'+rune(i%26), 'a'+rune(i/26%26)), "", 1)
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/sentence")
}
