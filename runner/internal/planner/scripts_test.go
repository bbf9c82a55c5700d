package planner_test

import (
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

func TestBashCanReadTheCommands(t *testing.T) {
	rows := []struct{ name, steps, want string }{
		{"an open bracket", "    When I run \"kubectl get pods $(\"\n", "x.feature:3: bash cannot read the command: "},
		{"an open quote on a node", "    When I run \"echo 'a\" on worker-1\n", "x.feature:3: bash cannot read the command: "},
		{"a claim", "    Then within 5s \"kubectl get pods | | sort\" prints \"web\"\n", "x.feature:3: bash cannot read the command: "},
		{"a claim of an until", "    Then until \"kubectl get (\" prints \"web\", within 5s, node worker-1 is Ready\n", "x.feature:3: bash cannot read the command: "},
		{"a script", "    When I run:\n      \"\"\"\n      true\n      if true; then\n      \"\"\"\n", "x.feature:6: bash cannot read the command: "},
		{"a script of comments", "    When I run:\n      \"\"\"\n      # kubectl delete pod web\n      \"\"\"\n", "x.feature:3: there is no command below"},
		{"two commands", "    When I run \"kubectl delete pod web\" and I run \"kubectl get pods\"\n", "x.feature:3: what follows the first command is a part of it"},
		{"two claims", "    Then within 5s \"kubectl get pods\" does not print \"a\" and does not print \"b\"\n", "x.feature:3: what follows the first command is a part of it"},
		{"a jq with and", "    Then within 5s \"kubectl get pods -o json | jq '.a == \"b\" and .c == \"d\"'\" prints \"true\"\n", ""},
		{"a script below empty lines and a comment", "    When I run:\n\n      # why\n      \"\"\"\n      true\n      if true; then\n      \"\"\"\n", "x.feature:8: bash cannot read the command: "},
		{"in Korean", "    When \"kubectl get pods $(\"을 실행한다\n", "x.feature:3: bash cannot read the command: "},
		{"a JSONPath without quotes", "    When I run \"kubectl get pods -o jsonpath={.items[?(@.metadata.name=='web')].spec}\"\n", "x.feature:3: bash cannot read the command: "},
		{"a JSONPath with quotes", "    When I run \"kubectl get pods -o 'jsonpath={.items[?(@.metadata.name==\"web\")].spec}'\"\n", ""},
		{"a pattern of [[", "    When I run \"[[ $(hostname) == ?(a|b) ]]\"\n", ""},
		{"quotes within", "    When I run \"kubectl get pods -o \"jsonpath={.items[*].metadata.name}\" | grep '\"'\"\n", ""},
		{"a value", "    When I run \"echo ${namespace} $HOME ${x:-1}\"\n", ""},
		{"bash's own syntax", "    When I run:\n      \"\"\"\n      while read -r a; do [[ $a =~ ^(b|c)$ ]] && echo \"$a\"; done < <(kubectl get pods)\n      \"\"\"\n", ""},
		{"a request with braces", "    When I run \"kubectl patch service web --patch '{\"spec\": {\"a\": [1]}}'\"\n", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) { plannedAs(t, row.steps, nil, row.want) })
	}
}

func TestPreparationsNameImagesThatCanBePulled(t *testing.T) {
	rows := []struct {
		name, steps string
		images      []string
		want        string
	}{
		{"a misspelt image", "    Given pod \"web\" with image \"ngnix\" runs on worker-1\n", nil, `x.feature:3: the cluster's registry has no image "ngnix"`},
		{"of a deployment", "    Given deployment \"web\" with image \"redis\" runs 2 replicas\n", nil, `x.feature:3: the cluster's registry has no image "redis"`},
		{"in Korean", "    Given 파드 \"web\"이 이미지 \"ngnix\"로 worker-1에서 실행되고 있다\n", nil, `x.feature:3: the cluster's registry has no image "ngnix"`},
		{"of the registry", "    Given pod \"web\" with image \"nginx\" runs on worker-1\n", nil, ""},
		{"with its registry's name", "    Given pod \"web\" with image \"docker.io/library/nginx:latest\" runs on worker-1\n", nil, ""},
		{"of the engine", "    Given pod \"web\" with image \"shop:dev\" runs on worker-1\n", []string{"shop:dev"}, ""},
		{"pushed before", "    Given I run \"ctr images push mine:v1\" on worker-1\n    And pod \"web\" with image \"mine:v1\" runs on worker-1\n", nil, ""},
		{"an action", "    When I create pod \"web\" with image \"ngnix\"\n", nil, `x.feature:3: the cluster's registry has no image "ngnix": did you mean "nginx"?`},
		{"an action with another tag", "    When I create pod \"web\" with image \"nginx:99\"\n", nil, `x.feature:3: the cluster's registry has no image "nginx:99": did you mean "nginx:latest"?`},
		{"an action with no reference", "    When I create pod \"web\" with image \"NGINX:::\"\n", nil, `x.feature:3: "NGINX:::" is not the name of an image`},
		{"an action with an image of its own", "    When I create pod \"web\" with image \"no-such-image\"\n", nil, ""},
		{"an action that is to fail", "    When I create pod \"web\" with image \"ngnix\"\n    Then within 30s \"kubectl describe pod web\" prints \"Failed to pull image\"\n", nil, ""},
		{"an option that is no reference", "    When I create pod \"web\" with image \"nginx\"\n", []string{"BAD::"}, `--image: "BAD::" is not the name of an image`},
		{"a value", "    Given I run \"echo nginx\"\n    And the output is called \"image\"\n    And pod \"web\" with image \"${image}\" runs on worker-1\n", nil, ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) { plannedAs(t, row.steps, row.images, row.want) })
	}
}

func TestCommandsNameProgramsThatAreThere(t *testing.T) {
	rows := []struct{ name, steps, want string }{
		{"a misspelt program", "    When I run \"kubctl get pods\"\n", "x.feature:3: there is no program kubctl: did you mean kubectl?"},
		{"an alias", "    When I run \"k get pods\"\n", "x.feature:3: there is no program k (aliases are for people who type): write kubectl"},
		{"a misspelt command of kubectl", "    When I run \"kubectl gte pods\"\n", `x.feature:3: kubectl has no command "gte": did you mean "get"?`},
		{"a claim", "    Then within 5s \"kubectl gte pods\" prints \"web\"\n", `x.feature:3: kubectl has no command "gte"`},
		{"in a script", "    When I run:\n      \"\"\"\n      true\n      kubctl get pods\n      \"\"\"\n", "x.feature:6: there is no program kubctl"},
		{"in Korean", "    When \"kubctl get pods\"을 실행한다\n", "x.feature:3: there is no program kubctl"},
		{"a function", "    When I run:\n      \"\"\"\n      kubctl() { kubectl get pods; }\n      kubctl\n      \"\"\"\n", ""},
		{"a program of the scenario", "    When I run \"echo true > /usr/local/bin/mine; mine\" on worker-1\n", ""},
		{"a global flag first", "    When I run \"kubectl --namespace x get pods\"\n", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) { plannedAs(t, row.steps, nil, row.want) })
	}
}

func TestObjectsAndManifestsAreOnesOfKubernetes(t *testing.T) {
	rows := []struct{ name, steps, want string }{
		{"a name that Kubernetes cannot have", "    When I create deployment \"We b_\" with image \"nginx\" and 1 replicas\n", `"We b_" is no valid name`},
		{"of a pod, in Korean", "    When 파드 \"Web\"을 이미지 \"nginx\"로 만든다\n", `"Web" is no valid name`},
		{"in a table", "    When I create these pods:\n      | name | image |\n      | We_b | nginx |\n", `"We_b" is no valid name`},
		{"with a value", "    When I create pod \"web-${namespace}\" with image \"nginx\"\n", ""},
		{"a manifest that is a list", "    When I apply:\n      \"\"\"\n      - a\n      \"\"\"\n", "line 1 of the manifest: a list stands where"},
		{"a manifest without a version", "    When I apply:\n      \"\"\"\n      kind: Foo\n      \"\"\"\n", "object 1 of the manifest: it needs an apiVersion and a kind"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if err := os.WriteFile("x.feature", []byte("Feature: f\n  Scenario: s\n"+row.steps), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := planner.Make(planner.Request{Paths: []string{"x.feature"}}, &steps.Vocabulary{})
			switch {
			case row.want == "" && err == nil:
			case err == nil, row.want == "", !strings.Contains(err.Error(), row.want), strings.Contains(err.Error(), "\n"), !strings.HasPrefix(err.Error(), "x.feature:3: "):
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}

func TestAPlaceholderIsNoRedirection(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("x.feature", []byte("Feature: x\n  Scenario Outline: s\n    When I run \"kubectl get pods -n <ns>\"\n    Examples:\n      | name |\n      | a    |\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := planner.Make(planner.Request{Paths: []string{"x.feature"}}, &steps.Vocabulary{})
	if err == nil || !strings.Contains(err.Error(), "<ns> is not filled in") || strings.Contains(err.Error(), "bash cannot") {
		t.Errorf("got %v", err)
	}
}

func TestASecondTopologyIsTheOnlyError(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("x.feature", []byte("Feature: x\n  @disruptive\n  Scenario: s\n    Given a cluster with 2 workers\n    And the kubelet on worker-1 is stopped\n    And a cluster with 3 workers\n    Then within 60s node worker-1 is NotReady\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := planner.Make(planner.Request{Paths: []string{"x.feature"}}, &steps.Vocabulary{})
	if err == nil || strings.Count(err.Error(), "\n") > 0 || !strings.Contains(err.Error(), "x.feature:6: ") {
		t.Errorf("got %v", err)
	}
	_, err = planner.Make(planner.Request{Paths: []string{"x.feature"}, Timings: "x"}, &steps.Vocabulary{})
	if err == nil || strings.Count(err.Error(), "--timings") != 1 || strings.Count(err.Error(), "timings profile") != 1 {
		t.Errorf("got %v", err)
	}
}

func TestCommandsThatDisruptNeedTheTag(t *testing.T) {
	rows := []struct{ name, steps, want string }{
		{"a drain", "    When I run \"kubectl drain worker-1 --ignore-daemonsets\"\n", `x.feature:3: "I run `},
		{"a taint behind another command", "    When I run \"kubectl get nodes && kubectl taint node worker-1 a=b:NoSchedule\"\n", `x.feature:3: "I run `},
		{"a kubelet", "    When I run \"systemctl stop kubelet\" on worker-1\n", `x.feature:3: "I run `},
		{"a script", "    When I run on worker-1:\n      \"\"\"\n      systemctl restart containerd\n      \"\"\"\n", `x.feature:3: "I run on worker-1:" disrupts`},
		{"a node deleted", "    When I run \"kubectl delete node/worker-1\"\n", `x.feature:3: "I run `},
		{"the cluster's own", "    When I run \"kubectl -n kube-system scale deployment coredns --replicas=0\"\n", `x.feature:3: "I run `},
		{"a file of the node", "    When I run \"mv /etc/kubernetes/manifests/etcd.yaml /tmp\" on control-plane-1\n", `x.feature:3: "I run `},
		{"a redirection", "    When I run \"echo > /var/lib/kubelet/config.yaml\" on worker-1\n", `x.feature:3: "I run `},
		{"an edit in place", "    When I run \"sed -i s/a/b/ /var/lib/kubelet/config.yaml\" on worker-1\n", `x.feature:3: "I run `},
		{"a kill", "    When I run \"pkill -9 kube-apiserver\" on control-plane-1\n", `x.feature:3: "I run `},
		{"a reboot", "    When I run \"systemctl reboot\" on worker-1\n", `x.feature:3: "I run `},
		{"a claim", "    Then within 5s \"systemctl stop kubelet\" on worker-1 prints \"a\"\n", `x.feature:3: "within 5s `},
		{"a copy of a file of the node", "    When I run \"cp /etc/kubernetes/manifests/etcd.yaml /tmp\" on control-plane-1\n", ""},
		{"a look at the cluster's own", "    When I run \"kubectl get pods -n kube-system\"\n", ""},
		{"a process of its own", "    When I run \"pkill sleep\" on worker-1\n", ""},
		{"systemd reads its units", "    When I run \"systemctl daemon-reload\" on worker-1\n", ""},
		{"a look", "    When I run \"systemctl status kubelet\" on worker-1\n", ""},
		{"a dry run", "    When I run \"kubectl cordon worker-1 --dry-run=server\"\n", ""},
		{"a deployment", "    When I run \"kubectl create deployment drain --image=nginx\"\n", ""},
		{"another service", "    When I run \"systemctl restart cron\" on worker-1\n", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) { plannedAs(t, row.steps, nil, row.want) })
	}
}

func TestTheTagNeedsACommandThatDisrupts(t *testing.T) {
	const refused = `x.feature:3: Scenario "s" is tagged @disruptive and disrupts nothing`
	rows := []struct{ name, steps, want string }{
		{"a file that is read", "    When I run \"cat /etc/hosts\" on worker-1\n", refused},
		{"a status", "    When I run \"systemctl status kubelet\" on worker-1\n", refused},
		{"a pipe of looks", "    When I run \"journalctl -u kubelet --no-pager | grep -c error\" on worker-1\n", refused},
		{"a list of containers", "    When I try \"timeout 5 crictl ps 2>/dev/null\" on worker-1\n", refused},
		{"a script of looks", "    When I run on worker-1:\n      \"\"\"\n      for f in /etc/hosts; do cat $f; done\n      \"\"\"\n", refused},
		{"a look into a pod", "    When I run \"kubectl exec web -- cat /etc/hosts\"\n", refused},
		{"a pipe of kubectl", "    When I run \"kubectl get nodes -o name | sort\"\n", refused},
		{"what is in the namespace", "    When I run \"kubectl delete pod web\"\n", refused},
		{"a look into YAML", "    When I run \"yq -r .kind /var/lib/kubelet/config.yaml\" on worker-1\n", refused},
		{"YAML as JSON", "    When I run \"yq -ojson -I0 . /var/lib/kubelet/config.yaml\" on worker-1\n", refused},
		{"a page that is read", "    When I run \"wget -qO- http://10.96.0.1\" on worker-1\n", refused},
		{"a page that is thrown away", "    When I run \"wget -q --output-document=/dev/null http://10.96.0.1\" on worker-1\n", refused},
		{"an address that is tried", "    When I run \"wget --spider http://10.96.0.1\" on worker-1\n", refused},
		{"a history", "    When I run \"git -C /srv/site log --oneline\" on worker-1\n", refused},
		{"in Korean", "    When worker-1에서 \"cat /etc/hosts\"를 실행한다\n", refused},
		{"a claim that looks", "    Then within 5s \"cat /etc/hosts\" on worker-1 prints \"localhost\"\n", refused},
		{"a file that is written", "    When I run \"echo a > /etc/hosts\" on worker-1\n", ""},
		{"YAML edited in place", "    When I run \"yq -i .a=1 /var/lib/kubelet/config.yaml\" on worker-1\n", ""},
		{"YAML split into files", "    When I run \"yq -s .kind /tmp/all.yaml\" on worker-1\n", ""},
		{"a page that is kept", "    When I run \"wget http://10.96.0.1/a\" on worker-1\n", ""},
		{"a page kept by name", "    When I run \"wget -qO /etc/kubernetes/a http://10.96.0.1/a\" on worker-1\n", ""},
		{"a log that is kept", "    When I run \"wget -o /etc/kubernetes/log -qO- http://10.96.0.1\" on worker-1\n", ""},
		{"data that is sent", "    When I run \"wget -qO- --post-data=a http://10.96.0.1/a\" on worker-1\n", ""},
		{"a checkout", "    When I run \"git -C /srv/site checkout main\" on worker-1\n", ""},
		{"a route", "    When I run \"ip route del 10.0.0.0/24\" on worker-1\n", ""},
		{"a program that nobody knows", "    When I run \"/opt/frobnicate\" on worker-1\n", ""},
		{"a program in a value", "    When I run \"$x /etc/hosts\" on worker-1\n", ""},
		{"an exec that changes", "    When I run \"kubectl exec web -- rm /x\"\n", ""},
		{"a drain", "    When I run \"kubectl drain worker-1\"\n", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			plannedIn(t, "Feature: f\n  @disruptive\n  Scenario: s\n"+row.steps, nil, row.want)
		})
	}
}

func TestWhatWasNeverThereIsNotExpectedToBeGone(t *testing.T) {
	refused := func(line string) string { return "x.feature:" + line + ": \"" }
	rows := []struct{ name, steps, want string }{
		{"never", "    Then never within 10s pod \"ghost\" is Running\n", refused("3")},
		{"gone", "    Given pod \"web\" with image \"nginx\" runs on worker-1\n    When I run \"kubectl delete pod web\"\n    Then within 10s pod \"wbe\" is gone\n", refused("5")},
		{"in Korean", "    Then 10초 안에 파드 \"ghost\"가 사라진다\n", refused("3")},
		{"in etcd", "    Then within 10s etcd holds no configmap \"ghost\"\n", refused("3")},
		{"an account", "    Then within 10s service account \"ghost\" may do nothing in other namespaces\n", refused("3")},
		{"rules", "    Then within 10s no node has rules for service \"ghost\"\n", refused("3")},
		{"twice", "    Then never within 10s pod \"ghost\" is Running\n    And within 10s pod \"ghost\" is gone\n", refused("3")},
		{"made by a sentence", "    Given pod \"web\" with image \"nginx\" runs on worker-1\n    Then never within 10s pod \"web\" is Pending\n", ""},
		{"made by a command", "    When I run \"kubectl run web --image=nginx\"\n    Then never within 10s pod \"web\" is Terminating\n", ""},
		{"made by a manifest", "    When I apply:\n      \"\"\"\n      {apiVersion: v1, kind: ConfigMap, metadata: {name: late}}\n      \"\"\"\n    Then within 10s etcd holds no configmap \"late\"\n", ""},
		{"made by a table", "    Given I create these pods:\n      | name | image |\n      | web  | nginx |\n    Then never within 10s pod \"web\" is Terminating\n", ""},
		{"made by a controller", "    When I run \"kubectl create deployment web --image=nginx\"\n    Then never within 10s pod \"web-5d4f\" is Running\n", ""},
		{"the cluster's own", "    Then never within 2s pod \"kube-system/etcd-control-plane-1\" is Terminating\n", ""},
		{"a value", "    Then never within 2s pod \"${namespace}\" is Running\n", ""},
		{"what is not there fails", "    Then for 2s pod \"ghost\" is not Terminating\n", ""},
		{"expected before", "    Then within 10s pod \"web\" is Running\n    And never within 10s pod \"web\" is Terminating\n", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) { plannedAs(t, row.steps, nil, row.want) })
	}
}

// plannedAs plans a scenario and compares the first problem.
func plannedAs(t *testing.T, steps string, images []string, want string) {
	t.Helper()
	plannedIn(t, "Feature: f\n  Scenario: s\n"+steps, images, want)
}

func plannedIn(t *testing.T, feature string, images []string, want string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("x.feature", []byte(feature), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := planner.Make(planner.Request{Paths: []string{"x.feature"}, Images: images}, &steps.Vocabulary{})
	switch {
	case want == "" && err != nil:
		t.Error(err)
	case want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)):
		t.Errorf("got %v, want %q", err, want)
	}
}
