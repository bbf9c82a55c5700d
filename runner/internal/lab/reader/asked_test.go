package reader_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab/labtest"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// asking loads the good lab with another sentence in a check.
func asking(t *testing.T, sentence string) error {
	t.Helper()
	dir := copied(t)
	labtest.Replace(t, filepath.Join(dir, "checks.feature"), "    And within 5s deployment", "    And "+sentence+"\n    And within 5s deployment")
	_, err := reader.Load(dir, &steps.Vocabulary{})
	return err
}

// TestRightChecks uses sentences in the styles of public graders. None changes
// anything.
func TestRightChecks(t *testing.T) {
	for _, sentence := range []string{
		`within 5s "n=$(kubectl get pods -o name | wc -l); [[ $n -ge 2 ]] && echo ok" prints exactly "ok"`,
		`within 5s "[[ \"$(kubectl get pods -o name | wc -l)\" == 2 ]] && echo ok" prints exactly "ok"`,
		`within 5s "(( $(kubectl get pods -o name | wc -l) >= 2 )) && echo ok" prints exactly "ok"`,
		`within 5s "if kubectl get pods -o name | grep -q web; then echo yes; else echo no; fi" prints exactly "yes"`,
		`within 5s "case $(kubectl get pod web -o name) in pod/*) echo ok;; esac" prints exactly "ok"`,
		`within 5s "kubectl get pv data -o jsonpath={.status.phase}" prints exactly "Bound"`,
		`within 5s "kubectl get pvc data -o jsonpath={.status.phase}" prints exactly "Bound"`,
		`within 5s "kubectl get ns ${team} -o jsonpath={.status.phase}" prints exactly "Active"`,
		`within 5s "kubectl get quota -o json | jq -r .items[0].spec.hard.pods" prints exactly "4"`,
		`within 5s "bash -c 'kubectl get pods'" prints "web"`,
		`within 5s "kubectl -n ${team} get pods" prints "Running"`,
		`within 5s "kubectl --namespace ${team} get deploy ${app} -o jsonpath='{.spec.replicas}'" prints exactly "1"`,
		`within 5s "kubectl --context kubernetes-admin@kubernetes get nodes" prints "worker-1"`,
		`within 5s "kubectl --as system:serviceaccount:${team}:viewer get pods" prints "web"`,
		`within 5s "kubectl --as=jane --as-group dev auth can-i get pods -n ${team}" prints "yes"`,
		`within 5s "kubectl -o yaml get deploy ${app}" prints "nginx"`,
		`within 5s "kubectl get po -nkube-system -owide --no-headers -A" prints "worker-1"`,
		`within 5s "kubectl get pods -Aowide" prints "worker-1"`,
		`within 5s "kubectl --v=6 get pods" prints "web"`,
		`within 5s "kubectl -v 6 get pods" prints "web"`,
		`within 5s "kubectl get deploy/${app} --output 'custom-columns=N:.metadata.name'" prints "web"`,
		`within 5s "kubectl get pods -l app=web,tier!=db --sort-by .metadata.name | tail -n 1 | awk '{print $1}'" prints "web"`,
		`within 5s "kubectl get deploy ${app} -o json | jq -r '.spec.template.spec.containers[].image'" prints "nginx"`,
		`within 5s "[ $(kubectl get pods -n ${team} --no-headers | wc -l) -eq 1 ] && echo ok" prints "ok"`,
		`within 5s "test "$(kubectl get deploy ${app} -o jsonpath={.spec.replicas})" = 1 && echo yes || echo no" prints "yes"`,
		`within 5s "for verb in get list watch; do kubectl auth can-i $verb pods --as=system:serviceaccount:${team}:viewer; done" prints "yes"`,
		`within 5s "for v in get describe; do kubectl $v pods 2>/dev/null; done; kubectl get pods" fails with "x"`,
		`within 5s "kubectl rollout status deployment/${app} --timeout=3s" prints "successfully"`,
		`within 5s "kubectl rollout history deploy ${app} --revision 2" prints "nginx"`,
		`within 5s "kubectl auth can-i --list --as=jane" prints "pods"`,
		`within 5s "kubectl auth whoami" prints "kubernetes-admin"`,
		`within 5s "kubectl config view --minify" prints "kubernetes"`,
		`within 5s "kubectl get --raw '/readyz?verbose'" prints "ok"`,
		`within 5s "kubectl exec -n ${team} deploy/${app} -- cat /etc/resolv.conf" prints "nameserver"`,
		`within 5s "kubectl exec web -c web -it -- sh -c 'nslookup web && env | grep HOME'" prints "web"`,
		`within 5s "kubectl create deployment x --image=nginx --dry-run=client -o yaml | kubectl diff -f -" prints "x"`,
		`within 5s "kubectl wait --for=condition=Ready pod -l app=web --timeout=3s" prints "met"`,
		`within 5s "kubectl --token="$(kubectl create token viewer)" get pods" prints "web"`,
		`within 5s "timeout 3 kubectl get pods | grep -c web" prints "1"`,
		`within 5s "diff <(kubectl get cm a -o yaml) <(kubectl get cm b -o yaml) && echo same" prints "same"`,
		`within 5s "f=$(mktemp); kubectl get pods >$f; wc -l <$f; rm -f $f" prints "2"`,
		`within 5s "kubectl get pods >/tmp/pods && wc -l /tmp/pods; rm /tmp/pods" prints "2"`,
		`within 5s "kubectl get pods 2>&1 | tee /dev/stderr" prints "web"`,
		`within 5s "curl -sk -o /dev/null -w '%{http_code}' https://control-plane-1:6443/readyz" prints "200"`,
		`within 5s "curl --silent --insecure --max-time 3 https://127.0.0.1:10259/readyz" on control-plane-1 prints exactly "ok"`,
		`within 5s "etcdctl --endpoints 127.0.0.1:2379 --cacert /etc/kubernetes/pki/etcd/ca.crt get /registry --prefix --keys-only" on control-plane-1 prints "pods"`,
		`within 5s "etcdctl endpoint health" on control-plane-1 prints "healthy"`,
		`within 5s "crictl --runtime-endpoint unix:///run/containerd/containerd.sock ps -a" on worker-1 prints "web"`,
		`within 5s "sed -n '1,3p' /etc/kubernetes/admin.conf | sed 's/a/b/g' | sed -e s,i,o," on control-plane-1 prints "x"`,
		`within 5s "openssl x509 -in /etc/kubernetes/pki/apiserver.crt -noout -enddate" on control-plane-1 prints "20"`,
		`within 5s "iptables -t nat -S | grep web; ip route; ss -ltn; sysctl -n net.ipv4.ip_forward" on worker-1 prints "1"`,
		`within 5s "kubeadm certs check-expiration --kubeconfig=/dev/null" on control-plane-1 prints "apiserver"`,
		`within 5s "kubectl get nodes -o json | jq '[.items[] | select(.spec.unschedulable)] | length'" prints "0"`,
		`within 5s "! kubectl get secret gone && kubectl get ns ${team}" prints "Active"`,
		`within 5s "count=$(kubectl get pods -o name | wc -l); echo "count: $count"" prints "count: 1"`,
		`within 5s "kubectl get svc web -o json 2>/dev/null || echo missing" prints "web"`,
		`within 5s "k() { kubectl -n ${team} "$@"; }; k get pods" prints "web"`,
		`within 5s "base64 -d <<<$(kubectl get secret s -o jsonpath={.data.x})" prints "x"`,
		`within 5s "kubectl get pod web -o go-template='{{.spec.nodeName}}'" prints "worker-1"`,
		`within 5s "while read -r name; do kubectl get -- "$name"; done < <(kubectl get pods -o name)" prints "web"`,
		`within 5s kubectl gets an answer`,
		`within 5s "kubectl apply --dry-run=server -f quota.yaml" prints "created"`,
		`within 5s "kubectl apply --dry-run=server -f - <<<'{}'" prints "x"`,
		`within 5s "kubectl get pods --sort-by=.metadata.creationTimestamp -o jsonpath={.items[0].metadata.name}" prints "web"`,
		`within 5s "kubectl get pods -l app=${app} -o jsonpath={.items[0].spec.nodeName}" prints "worker-1"`,
		`within 5s "kubectl get pods --field-selector metadata.name=web -o jsonpath={.items[0].spec.nodeName}" prints "worker-1"`,
		`within 5s "kubectl get pvc data -o jsonpath='{.spec.resources.requests.storage} {.status.phase}' | grep Bound" prints "2Gi"`,
		`within 5s "kubectl get sts db -o jsonpath={.spec.volumeClaimTemplates[*].spec.resources.requests.storage}" prints exactly "2Gi"`,
		`within 5s "timeout 2 tail -f /proc/1/root/var/log/x | head -n 1" on worker-1 prints "x"`,
		`within 5s "tail -n 5 /proc/1/root/var/log/x" on worker-1 prints "x"`,
		`within 5s "ping -c1 -W1 worker-1" prints "1 received"`,
		`within 5s "kubectl get pods -ojson" prints "web"`,
		`within 5s "kubectl explain pods -o plaintext" prints "web"`,
		`within 5s "crictl exec abc cat /x" on worker-1 prints "web"`,
		`within 5s "crictl exec -it abc sh -c 'ls /x | sort'" on worker-1 prints "web"`,
		`within 5s "kubectl get pods | awk '{print $1 > "/dev/stderr"}' 2>&1" prints "web"`,
		`within 5s "kubectl get pods | awk '$2 > 1 {print $1}' | sed 's/e/w/'" prints "web"`,
		`for 30s node worker-1 is Ready`,
	} {
		if err := asking(t, sentence); err != nil {
			t.Errorf("%s\n  %v", sentence, err)
		}
	}
}

// TestWrongChecks uses sentences that change something, cannot fail, or cannot be
// evaluated.
func TestWrongChecks(t *testing.T) {
	for sentence, want := range map[string]string{
		`within 5s "kubectl -n ${team} delete pod web" prints "deleted"`:                                       "kubectl delete",
		`within 5s "kubectl --namespace ${team} apply -f x.yaml" prints "x"`:                                   "kubectl apply",
		`within 5s "kubectl get pods -o name | xargs kubectl delete" prints "x"`:                               "kubectl delete",
		`within 5s "x=delete; kubectl $x pod web" prints "x"`:                                                  "kubectl delete",
		`within 5s "kubectl $verb pods" prints "x"`:                                                            "kubectl $verb does cannot be told",
		`within 5s "for v in get delete; do kubectl $v pod web; done" prints "x"`:                              "kubectl delete",
		`within 5s "for v in $(cat answers/verbs); do kubectl $v pods; done" prints "x"`:                       "cannot be told",
		`within 5s "bash -c 'kubectl scale deploy web --replicas=0'" prints "x"`:                               "kubectl scale",
		`within 5s "timeout 5 kubectl label node worker-1 a=b" prints "x"`:                                     "kubectl label",
		`within 5s "eval kubectl delete pod web" prints "x"`:                                                   "kubectl delete",
		`within 5s "kubectl run tmp --rm -i --image=busybox -- wget -qO- web" prints "x"`:                      "kubectl run",
		`within 5s "kubectl debug node/worker-1 --image=busybox" prints "x"`:                                   "kubectl debug",
		`within 5s "kubectl proxy" prints "x"`:                                                                 "kubectl proxy",
		`within 5s "kubectl port-forward svc/web 8080:80" prints "x"`:                                          "kubectl port-forward",
		`within 5s "kubectl auth reconcile -f x" prints "x"`:                                                   "kubectl auth reconcile",
		`within 5s "kubectl config set-context --current --namespace=x" prints "x"`:                            "kubectl config set-context",
		`within 5s "kubectl rollout restart deploy web" prints "x"`:                                            "kubectl rollout restart",
		`within 5s "kubectl exec web -- touch /tmp/x" prints "x"`:                                              "in a pod, acts (touch",
		`within 5s "kubectl exec web -- sh -c 'echo x >/data/y'" prints "x"`:                                   "in a pod, writes to /data/y",
		`within 5s "kubectl exec web rm /x" prints "x"`:                                                        "in a pod, acts (rm",
		`within 5s "kubectl create cm x --dry-run=none" prints "x"`:                                            "kubectl create",
		`within 5s "kubectl get pods -w" prints "x"`:                                                           "does not end",
		`within 5s "kubectl logs -f web" prints "x"`:                                                           "does not end",
		`within 5s "kubectl gte pods" prints "x"`:                                                              `no command "gte"`,
		`within 5s "kubectl get pods --namespce x" prints "x"`:                                                 "no flag --namespce",
		`within 5s "kubectl get deploy web || true" prints "web"`:                                              "take away || true",
		`within 5s "kubectl get deploy web; true" prints "web"`:                                                "take away ; true",
		`within 5s "kubectl get deploy web; exit 0" prints "web"`:                                              "take away ; exit 0",
		`within 5s "kubectl get deploy web || :" prints "web"`:                                                 "take away || :",
		`within 5s "(kubectl get deploy web || true)" prints "web"`:                                            "take away || true",
		`within 5s "kubectl get pods >/dev/null; echo ok" prints "ok"`:                                         "cannot fail",
		`within 5s "kubectl get x || echo gone" fails with "gone"`:                                             "ends with code 0",
		`within 5s "sleep 1; echo ok" prints "ok"`:                                                             "looks at nothing",
		`within 5s "bash -c 'echo ok'" prints "ok"`:                                                            "looks at nothing",
		`within 5s "etcdctl put a b" on control-plane-1 prints "OK"`:                                           "etcdctl put",
		`within 5s "etcdctl --cacert x del a" on control-plane-1 prints "OK"`:                                  "etcdctl del",
		`within 5s "etcdctl snapshot save /x.db" on control-plane-1 prints "OK"`:                               "etcdctl snapshot save",
		`within 5s "sed -i s/a/b/ /etc/kubernetes/x" on worker-1 prints "x"`:                                   "sed -i",
		`within 5s "sed -Ei.bak s/a/b/ /etc/kubernetes/x" on worker-1 prints "x"`:                              "sed -Ei",
		`within 5s "rm /etc/kubernetes/x" on worker-1 prints "x"`:                                              "rm /etc/kubernetes/x",
		`within 5s "mv answers/a answers/b" prints "x"`:                                                        "mv answers/a",
		`within 5s "kubectl get pods | tee pods.txt" prints "x"`:                                               "tee pods.txt",
		`within 5s "kubectl get pods >pods.txt" prints "x"`:                                                    "writes to pods.txt",
		`within 5s "kubectl get pods >>answers/x; cat answers/x" prints "x"`:                                   "writes to answers/x",
		`within 5s "kubectl get pods >/tmp/x; cat /tmp/x" prints "x"`:                                          "writes to /tmp/x",
		`within 5s "curl -X DELETE http://web" prints "x"`:                                                     "curl --request DELETE",
		`within 5s "curl -sXPOST http://web" prints "x"`:                                                       "curl --request POST",
		`within 5s "curl -sk --data x=y http://web" prints "x"`:                                                "curl --data",
		`within 5s "curl -so page http://web" prints "x"`:                                                      "curl -o page",
		`within 5s "systemctl restart kubelet" prints "x"`:                                                     "systemctl restart",
		`within 5s "crictl -r unix:///x rm abc" on worker-1 prints "x"`:                                        "crictl rm",
		`within 5s "iptables -t nat -F" on worker-1 prints "x"`:                                                "iptables -F",
		`within 5s "ip link set eth0 down" on worker-1 prints "x"`:                                             "ip link set",
		`within 5s "sysctl -w net.ipv4.ip_forward=1" on worker-1 prints "x"`:                                   "sysctl -w",
		`within 5s "find /proc/1/root/etc -name x -delete" on worker-1 prints "x"`:                             "find -delete",
		`within 5s "tail -f /proc/1/root/var/log/x" on worker-1 prints "x"`:                                    "does not end (tail -f",
		`within 5s "tail -fn1 /proc/1/root/var/log/x" on worker-1 prints "x"`:                                  "does not end",
		`within 5s "kubectl exec web -- tail --follow /x" prints "x"`:                                          "in a pod, does not end",
		`within 5s "watch kubectl get pods" prints "x"`:                                                        "does not end",
		`within 5s "ping worker-1" prints "x"`:                                                                 "does not end",
		`within 5s "crictl logs -f abc" on worker-1 prints "x"`:                                                "does not end",
		`within 5s "etcdctl watch /registry" on control-plane-1 prints "x"`:                                    "does not end",
		`within 5s "kubectl get pods -o jsno" prints "x"`:                                                      "no output format \"jsno\": write json",
		`within 5s "kubectl get pods --output=tabel" prints "x"`:                                               "no output format \"tabel\"",
		`within 5s "kubectl get pods -oyml" prints "x"`:                                                        "no output format \"yml\"",
		`within 5s "crictl exec abc rm /x" on worker-1 prints "x"`:                                             "in a container, acts (rm /x)",
		`within 5s "crictl -r unix:///x exec -i abc sh -c 'echo x >/y'" on worker-1 prints "x"`:                "in a container, writes to /y",
		`within 5s "sed -n 's/a/b/w /x' /etc/kubernetes/x" on worker-1 prints "x"`:                             "sed writes /x",
		`within 5s "kubectl get pods | sed -e p -e 'w out'" prints "x"`:                                        "sed writes out",
		`within 5s "sed '1e date' /etc/kubernetes/x" on worker-1 prints "x"`:                                   "sed runs e date",
		`within 5s "kubectl get pods | sed 's/.*/date/e'" prints "x"`:                                          "sed runs s/.*/date/e",
		`within 5s "kubectl get pods | awk '{print >"out"}'" prints "x"`:                                       "awk writes out",
		`within 5s "kubectl get pods | awk '{system($1)}'" prints "x"`:                                         "awk runs system($1)",
		`within 5s "kubectl get pvc data -o jsonpath={.spec.resources.requests.storage}" prints exactly "2Gi"`: "looks at the size that was asked for alone",
		`within 5s "ssh worker-1 hostname" prints "worker-1"`:                                                  "on worker-1",
		`within 5s "helm list" prints "web"`:                                                                   "no program helm",
		`within 5s "kubectl get pods -o yaml | nerdctl ps" prints "web"`:                                       "no program nerdctl",
		`within 5s "k get pods" prints "web"`:                                                                  "write kubectl",
		`within 5s "python3 -c 'print(1)'" prints "1"`:                                                         "no program python3",
		`within 5s "kubectl get pods $nmae" prints "web"`:                                                      "nothing sets $nmae",
		`within 5s "kubectl get pods | (grep x" prints "web"`:                                                  "bash cannot read the command",
		`within 5s "kubectl get cm x -o jsonpath={.data.n} | bash" prints "ok"`:                                "run what it reads",
		`within 5s "kubectl exec web -- cat /x.sh | sh -s" prints "ok"`:                                        "run what it reads",
		`within 5s "kubectl get po -o jsonpath={.items[0].metadata.name}" prints "web"`:                        "the first of several",
		`within 5s "kubectl get svc,po web -o jsonpath={.status.phase}" prints "Running"`:                      "takes the phase for health",
		`within 5s "kubectl get node worker-7" prints "web"`:                                                   "no node worker-7",
		`within 5s "kubectl get svc web >/dev/null 2>&1 || echo missing" prints "missing"`:                     "",
		`for 10m node worker-1 is Ready`:                                                                       "at most 1m0s",
		`within 6m node worker-1 is Ready`:                                                                     "at most 5m0s for a criterion",
		`5초 안에 "kubectl -n ${team} delete pod web"가 "x"라고 출력한다`:                                                "kubectl delete",
		`until "kubectl delete pod web" prints "x", within 5s, node worker-1 is Ready`:                         "kubectl delete",
	} {
		if want == "" {
			continue
		}
		if err := asking(t, sentence); !input.Is(err) || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "checks.feature:") {
			t.Errorf("%s\n  want %s\n  got  %v", sentence, want, err)
		}
	}
}

// TestRightScripts uses submissions in the styles of real solutions.
func TestRightScripts(t *testing.T) {
	for _, script := range []string{
		"set -euo pipefail\nfor node in control-plane-1 worker-1; do ssh $node systemctl restart kubelet; done",
		"name=${1:-x}; kubectl get pod \"$name\" -n ${team} || true",
		"kubectl get deploy ${app} -o yaml | sed 's/a/b/' | kubectl apply -f -",
		"cat > /tmp/x.yaml <<'EOF'\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n  conf: |\n    location / { return 200 $uri; }\nEOF\nkubectl apply -f /tmp/x.yaml",
		"ssh worker-1 'for f in /etc/kubernetes/*; do echo ${f}; done; cd /tmp && ls $HOME'",
		"ssh worker-1 <<'EOF'\nx=1\necho ${x}\nEOF",
		"look() { local n=$1; kubectl get $n; }\nlook pods",
		"while IFS=: read -r a b; do echo \"$a ${b}\"; done < <(kubectl get pods -o name)",
		"shopt -s expand_aliases\nalias k=kubectl\nk get pods",
		"uid=$(kubectl get deploy ${app} -o jsonpath='{.metadata.uid}'); echo $uid",
		"kubectl get deploy ${app} -o jsonpath='{range .items[*]}{.metadata.name}{\"\\n\"}{end}'",
		"kubectl create deployment x --image nginx:1.22 --dry-run=client -o yaml >x.yaml",
		"((i=0)); until kubectl get pods; do ((i++ < 5)) || exit 1; sleep 1; done",
		"./install.sh; /opt/tool --run; bash ./step.sh",
		"arr=(a b); echo ${arr[@]} ${#arr[@]} ${arr[0]}",
	} {
		dir := copied(t)
		damage(t, filepath.Join(dir, "solution/solve.sh"), "kubectl", script+"\nkubectl")
		if _, err := reader.Load(dir, &steps.Vocabulary{}); err != nil {
			t.Errorf("%s\n  %v", script, err)
		}
	}
}

func TestImagesOfTheLabsOwnAreKnown(t *testing.T) {
	dir := copied(t)
	labtest.Replace(t, filepath.Join(dir, "solution/solve.sh"), "nginx=nginx", "nginx=shop:dev")
	labtest.Replace(t, filepath.Join(dir, "lab.yaml"), "topology:", "images: [shop:dev]\ntopology:")
	labtest.Load(t, dir)
}

func TestManifestsOfSubmissionsAreDecodedStrictly(t *testing.T) {
	dir := copied(t)
	pod := "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers: [{name: x, image: redis}]\n  contaners: []\n"
	if err := os.WriteFile(filepath.Join(dir, "solution/web.yaml"), []byte(pod), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := reader.Load(dir, &steps.Vocabulary{})
	for _, want := range []string{`solution/web.yaml:6: Pod: unknown field "spec.contaners"`, `solution/web.yaml:5: no cluster's registry has the image "redis"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %s, got %v", want, err)
		}
	}
}
