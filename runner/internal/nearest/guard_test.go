package nearest_test

import (
	"testing"

	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/steps"
)

// inOtherWords are sentences whose meaning the vocabulary has in other words. Without a
// sentence, nothing is offered.
var inOtherWords = []struct {
	kind             steps.Kind
	written, offered string
}{
	// Negations stay, and nothing becomes its opposite.
	{steps.Then, `for 30s deployment "web" never has fewer than 2 ready pods`, `for 30s deployment "web" has at least 2 ready pods`},
	{steps.Then, `for 30s pod "web" is never Pending`, `never within 30s pod "web" is Pending`},
	{steps.Then, `within 10s pod "client" resolves "web.default.svc.cluster.local"`, `within 10s pod "client" resolves "web.default.svc.cluster.local" to service "web"`},
	{steps.Then, `within 30s the API server is unavailable`, `within 30s kubectl gets no answer`},
	{steps.Then, `nobody can reach service "web"`, ""},
	{steps.Then, `30초 안에 파드 "web"이 준비되지 않는다`, `30초 안에 파드 "web"가 Ready 상태가 아니다`},
	{steps.Then, `30초 안에 API 서버가 응답하지 않는다`, `30초 안에 kubectl이 응답을 받지 못한다`},
	// What is offered passes the checks, and has no word of the sentence as a name.
	{steps.Given, `a Kubernetes cluster with 3 worker nodes`, `a cluster with 3 workers`},
	{steps.When, `I scale deployment "web" to 5 replicas`, `I run "kubectl scale deployment web --replicas=5"`},
	{steps.Then, `the rollout of deployment "web" is complete`, `within 30s deployment "web" has rolled out`},
	{steps.Then, `deployment "web" should have 3 ready replicas within 60 seconds`, `within 60s deployment "web" has 3 ready pods`},
	{steps.Then, `service "web" has no endpoints`, `within 30s service "web" leads to no pods`},
	{steps.Then, `the name "web" resolves in pod "client"`, `within 30s pod "client" resolves "web" to service "web"`},
	{steps.Then, `"kubectl exec client -- nslookup web" succeeds`, `within 30s "kubectl exec client -- nslookup web" prints "WORDS"`},
	{steps.Then, `at least one job of cronjob "tick" is Complete`, `within 30s {.status.lastSuccessfulTime} of cronjob "tick" is set`},
	{steps.Then, `within 60s node worker-1 is unschedulable`, `within 60s {.spec.unschedulable} of node worker-1 is "true"`},
	{steps.Then, `pod "client" cannot reach service "web"`, `within 30s pod "client" cannot connect to "web:80"`},
	{steps.Then, `서비스 "web"에 엔드포인트가 없다`, `30초 안에 서비스 "web"가 연결되는 파드가 없다`},
	// Faults of components are found by natural words.
	{steps.Given, `the scheduler is stopped`, `the scheduler is held down`},
	{steps.Given, `etcd on control-plane-1 is stopped`, `the etcd on control-plane-1 is held down`},
	{steps.Given, `etcd is stopped`, `the etcd is held down`},
	{steps.Given, `the API server is down`, `the API server is held down`},
	{steps.When, `the controller manager goes down`, `the controller manager is held down`},
	{steps.When, `the scheduler crashes`, `the scheduler is held down`},
	{steps.Given, `the API server does not answer`, `the API server is held down`},
	{steps.Given, `스케줄러가 중지되어 있다`, `스케줄러를 내려 둔다`},
	{steps.Given, `control-plane-1의 etcd가 중지되었다`, `control-plane-1의 etcd를 내려 둔다`},
	{steps.Then, `service account "robot" can list pods`, `within 30s service account "robot" may list pods`},
	{steps.Then, `service account "robot" cannot list pods`, `within 30s service account "robot" may not list pods`},
	{steps.When, `I delete the pod "web"`, `I run "kubectl delete pod web"`},
	{steps.When, `파드 "web"을 삭제한다`, `"kubectl delete pod web"를 실행한다`},
	// Quotes stay whole.
	{steps.Then, `the output contains "x"`, `the command printed "x"`},
	{steps.When, `I exec "ls" in pod "web"`, `I run "kubectl exec web -- ls"`},
	{steps.When, `파드 "web" 안에서 "ls"를 실행한다`, `"kubectl exec web -- ls"를 실행한다`},
	{steps.Then, `GET "http://shop.example/" returns 200`, `within 30s this machine gets status 200 from "http://shop.example/"`},
	{steps.Then, `the command fails with "x"`, `the command failed with "x"`},
	// Fields of objects, and commands, say what no other sentence says.
	{steps.Then, `hpa "web" has 3 replicas`, `within 30s {.status.currentReplicas} of hpa "web" is "3"`},
	{steps.Then, `pdb "web" allows 1 disruption`, `within 30s {.status.disruptionsAllowed} of pdb "web" is "1"`},
	{steps.Then, `within 30s pod "web" has label "app=web"`, `within 30s {.metadata.labels.app} of pod "web" is "web"`},
	{steps.Then, `the image of deployment "web" is "nginx:1.25"`, `within 30s {.spec.template.spec.containers[0].image} of deployment "web" is "nginx:1.25"`},
	{steps.Then, `pod "web" has restarted 2 times`, `within 30s {.status.containerStatuses[0].restartCount} of pod "web" is "2"`},
	{steps.Then, `daemonset "agent" runs on every node`, `within 30s daemonset "agent" has rolled out`},
	{steps.When, `I roll back deployment "web"`, `I run "kubectl rollout undo deployment web"`},
	{steps.When, `I update the image of deployment "web" to "nginx:1.25"`, `I run "kubectl set image deployment web *=nginx:1.25"`},
	{steps.When, `I wait 10 seconds`, `I run "sleep 10"`},
	{steps.When, `node worker-1 reboots`, `node worker-1 is stopped`},
	{steps.Given, `I label node worker-1 with "disk=ssd"`, `I run "kubectl label node worker-1 disk=ssd"`},
	{steps.When, `디플로이먼트 "web"을 5개로 늘린다`, `"kubectl scale deployment web --replicas=5"을 실행한다`},
}

func TestOfferedInOtherWords(t *testing.T) {
	x := nearest.New(steps.All(), steps.Match)
	for _, row := range inOtherWords {
		offered := ""
		if guesses := x.Meant(row.written, row.kind, 1); len(guesses) == 1 && guesses[0].Likely {
			offered = guesses[0].Text
		}
		if offered != row.offered {
			t.Errorf("%s\n got %s\nwant %s", row.written, offered, row.offered)
		}
		if found := steps.Match(offered); offered != "" && (len(found) != 1 || found[0].Flaw(offered) != nil || !found[0].Allows(row.kind)) {
			t.Errorf("%q fails lint", offered)
		}
	}
}
