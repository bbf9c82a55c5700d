package taint_test

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/taint"
)

// TestFilesOfNodesMayBeRead lists valid uses of a node's files in a sidecar.
func TestFilesOfNodesMayBeRead(t *testing.T) {
	for _, script := range []string{
		`cat /proc/1/root/etc/fstab`,
		`grep -q staticPodPath /var/lib/kubelet/config.yaml && echo yes`,
		`openssl x509 -in /etc/kubernetes/pki/apiserver.crt -noout -enddate`,
		`for f in /etc/kubernetes/pki/*.crt; do openssl x509 -in "$f" -noout -enddate; done`,
		`for f in /etc/kubernetes/manifests/*.yaml; do grep image "$f"; done`,
		`openssl verify -CAfile /etc/kubernetes/pki/ca.crt /etc/kubernetes/pki/apiserver.crt`,
		`etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt --key=/etc/kubernetes/pki/etcd/server.key endpoint health`,
		`etcdutl snapshot status /proc/1/root/opt/backup.db -w json`,
		`curl -s --cacert /etc/kubernetes/pki/ca.crt --cert /etc/kubernetes/pki/apiserver-kubelet-client.crt --key /etc/kubernetes/pki/apiserver-kubelet-client.key https://127.0.0.1:10250/healthz`,
		`crictl -r unix:///run/containerd/containerd.sock ps -q | wc -l`,
		`crictl --config /proc/1/root/etc/crictl.yaml ps`,
		`ctr -a /run/containerd/containerd.sock -n k8s.io containers ls`,
		`stat -c %a /proc/1/root/etc/kubernetes/admin.conf`,
		`find /proc/1/root/etc/cni/net.d -name '*.conflist' | head -n 1`,
		`find /proc/1/root/etc/cni/net.d -type f -exec cat {} +`,
		`find /proc/1/root/etc/cni -name '*.conf' | xargs -n 1 basename`,
		`ls /proc/1/root/opt/cni/bin | sort`,
		`awk '/server:/ {print $2}' /etc/kubernetes/kubelet.conf`,
		`sed -n 's/.*server: //p' /etc/kubernetes/admin.conf`,
		`base64 -d </proc/1/root/root/x | sha256sum`,
		`jq -r .cniVersion /proc/1/root/etc/cni/net.d/10-x.conflist`,
		`test -s /proc/1/root/opt/x && [ "$(cat /proc/1/root/opt/x)" = y ]`,
		`[[ $(</proc/1/root/opt/x) == y ]]`,
		`n=$(grep -c web /proc/1/root/opt/x); [[ $n -gt 1 ]]`,
		`tr '\0' ' ' </proc/$(pgrep -o kubelet)/cmdline`,
		`kubectl config view --kubeconfig=/dev/null`,
		`kubeadm version -o short`,
		`kubeadm certs check-expiration --kubeconfig=/dev/null`,
		`tar -tf /proc/1/root/opt/x.tar`,
		`diff /proc/1/root/opt/a /etc/kubernetes/x`,
		`kubectl exec web -- cat /etc/kubernetes/x`,
		`sysctl -n net.ipv4.ip_forward; ss -ltn | grep -c 6443`,
	} {
		if why := taint.MisuseOnNode(script); why != "" {
			t.Errorf("%s\nrefused: %s", script, why)
		}
	}
}

// TestFilesOfNodesDoNotConfigure lists commands in which a file of a node, where
// students are root, would be run or configure one of the grader's programs.
func TestFilesOfNodesDoNotConfigure(t *testing.T) {
	for script, want := range map[string]string{
		`/proc/1/root/usr/bin/x`:                                                     "runs a file of the node",
		`bash /proc/1/root/opt/x.sh`:                                                 "runs a file of the node",
		`. /proc/1/root/etc/os-release`:                                              "runs a file of the node",
		`bash </proc/1/root/opt/x.sh`:                                                "run what it reads",
		`cat /proc/1/root/opt/x.sh | bash`:                                           "run what it reads",
		`bash -c "$(cat /proc/1/root/opt/x.sh)"`:                                     "runs what a command printed",
		`r=/proc/1/root; bash $r/opt/x.sh`:                                           "runs a file of the node",
		`p=/proc/1; bash $p/root/opt/x.sh`:                                           "runs a file of the node",
		`for d in /opt /proc/1/root/opt; do sh $d/x; done`:                           "runs a file of the node",
		`bash /proc/$(pgrep -o kubelet)/root/x`:                                      "runs a file of the node",
		`/proc/7/exe --version`:                                                      "runs a file of the node",
		`chroot /proc/1/root ls`:                                                     "runs a file of the node",
		`find /proc/1/root/opt -name '*.sh' -exec bash {} \;`:                        "runs a file of the node",
		`ls /proc/1/root/opt | xargs -I{} bash /proc/1/root/opt/{}`:                  "runs",
		`timeout 5 /proc/1/root/usr/bin/x`:                                           "runs a file of the node",
		`cp /proc/1/root/opt/x /tmp/x; bash /tmp/x`:                                  `gives "cp"`,
		`kubectl --kubeconfig=/proc/1/root/root/.kube/config get no`:                 "kubeconfig from a file of the node",
		`kubectl --kubeconfig /etc/kubernetes/admin.conf get no`:                     "kubeconfig from a file of the node",
		`kubectl get no --kubeconfig /etc/kubernetes/admin.conf`:                     "kubeconfig from a file of the node",
		`c=/etc/kubernetes/admin.conf; kubectl --kubeconfig=$c get no`:               "kubeconfig from a file of the node",
		`d=/etc/kubernetes; kubectl --kubeconfig "$d/admin.conf" get no`:             "kubeconfig from a file of the node",
		`KUBECONFIG=/etc/kubernetes/admin.conf kubectl get no`:                       "KUBECONFIG",
		`export KUBECONFIG=/etc/kubernetes/admin.conf; kubectl get no`:               "KUBECONFIG",
		`KUBECONFIG=/tmp/x:/etc/kubernetes/admin.conf; kubectl get no`:               "KUBECONFIG",
		`env KUBECONFIG=/etc/kubernetes/admin.conf kubectl get no`:                   "env something from a file of the node",
		`PATH=/proc/1/root/usr/bin:$PATH; x`:                                         "PATH",
		`HOME=/proc/1/root/root kubectl get no`:                                      "HOME",
		`LD_LIBRARY_PATH=/proc/1/root/lib ls`:                                        "LD_LIBRARY_PATH",
		`kubectl --kuberc=/proc/1/root/x get no`:                                     "settings of kubectl",
		`kubectl --cache-dir=/proc/1/root/x get no`:                                  "takes what the API server says",
		`kubectl get po -o jsonpath-file=/proc/1/root/x`:                             "say what is printed",
		`kubectl get po -o go-template-file=/proc/1/root/x`:                          "say what is printed",
		`kubectl apply --dry-run=server -f /proc/1/root/x.yaml`:                      "hands a manifest",
		`kubectl apply -k /proc/1/root/x`:                                            "hands a manifest",
		`kubectl kustomize /proc/1/root/x`:                                           "hands a manifest",
		`kubeadm certs check-expiration`:                                             "kubeconfig of the node",
		`kubeadm token list`:                                                         "kubeconfig of the node",
		`kubeadm --rootfs=/proc/1/root config print`:                                 "files of the node",
		`curl -K /proc/1/root/x`:                                                     "what curl asks",
		`curl --config=/proc/1/root/x`:                                               "what curl asks",
		`awk -f /proc/1/root/x /dev/null`:                                            "what awk looks for",
		`sed -f /proc/1/root/x /dev/null`:                                            "what sed looks for",
		`sed -nf /proc/1/root/x /dev/null`:                                           "what sed looks for",
		`jq -f /proc/1/root/x y`:                                                     "what jq looks for",
		`jq -L /proc/1/root/x . y`:                                                   "what jq looks for",
		`jq --from-file /proc/1/root/x y`:                                            "what jq looks for",
		`openssl req -config /proc/1/root/x -new`:                                    "what openssl looks for",
		`ssh -F /proc/1/root/x worker-1`:                                             "runs a file of the node",
		`git -C /proc/1/root/x log`:                                                  `gives "git"`,
		`make -C /proc/1/root/x`:                                                     "runs a file of the node",
		`cd /proc/1/root/etc && cat x`:                                               "works in the folder",
		`ln -s /proc/1/root/x /tmp/k; kubectl --kubeconfig=/tmp/k get no; rm /tmp/k`: "gives a file of the node a name",
		`nsenter --target 1 --mount --root=/proc/1/root ls`:                          "runs a file of the node",
		`n=$(cat /proc/1/root/opt/n); [[ $n -gt 1 ]]`:                                "calculates",
		`(( $(stat -c %a /proc/1/root/opt/n) == 600 ))`:                              "calculates",
		`for f in /proc/1/root/opt/*; do [[ $f -gt 1 ]]; done`:                       "calculates",
		`jq -r .x /proc/1/root/opt/n | xargs kubectl get`:                            "option of kubectl",
		`perl /proc/1/root/opt/x.pl`:                                                 "runs a file of the node",
	} {
		if why := taint.MisuseOnNode(script); !strings.Contains(why, want) {
			t.Errorf("%s\nwant %q\ngot  %q", script, want, why)
		}
	}
}
