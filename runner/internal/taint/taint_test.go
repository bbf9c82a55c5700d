package taint_test

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/taint"
)

// TestAnswersMayBeRead lists what labs do with answers that is fine.
func TestAnswersMayBeRead(t *testing.T) {
	for _, script := range []string{
		`cat answers/name.txt`,
		`cat ./answers/name.txt | tr -d ' ' | sort -u`,
		`set -o pipefail; sort answers/pods.txt | uniq`,
		`diff <(kubectl get pods --output=name | sort) <(sort answers/pods.txt)`,
		`kubectl get nodes -o name | diff - answers/nodes.txt && echo same`,
		`grep --line-regexp web answers/name.txt`,
		`grep -c . answers/name.txt`,
		`grep -m 1 web answers/name.txt`,
		`grep -Fx -f <(kubectl get pods -o name) answers/pods.txt`,
		`wc -l <answers/pods.txt`,
		`head -n 1 answers/x answers/y`,
		`jq -r .metadata.name answers/pod.json`,
		`jq --arg a b '.[$a]' answers/pod.json`,
		`openssl x509 -in answers/${user}.crt -noout -checkend 80000`,
		`openssl x509 -noout -subject <answers/a.crt`,
		`openssl verify -CAfile /etc/kubernetes/pki/ca.crt answers/a.crt`,
		`base64 -d answers/csr | openssl req -noout -subject`,
		`sha256sum answers/x | cut -d' ' -f1`,
		`sha256sum <answers/x`,
		`sort answers/x >/tmp/a; diff /tmp/a <(kubectl get pods -o name)`,
		`awk '{print $1}' answers/x`,
		`awk -F: '{print $1}' answers/x`,
		`sed -n 1p answers/x`,
		`sed -e s/a/b/ answers/x`,
		`test -s answers/x && echo there`,
		`[ -f answers/x ]`,
		`[ "$(cat answers/x)" = web ]`,
		`[ "$(wc -l <answers/x)" -gt 2 ]`,
		`[[ $(cat answers/x) == web ]]`,
		`[[ "$(<answers/x)" =~ ^we ]]`,
		`x=$(cat answers/x); echo "got $x"`,
		`printf '%s\n' "$(cat answers/x)"`,
		`echo $(cat answers/x)`,
		`case "$(cat answers/x)" in web) echo yes ;; esac`,
		`while read -r pod; do echo "$pod"; done <answers/x`,
		`while read -r pod; do kubectl get pod -- "$pod"; done <answers/x`,
		`kubectl get pod -- "$(cat answers/x)"`,
		`kubectl get pods --selector="app=$(cat answers/x)"`,
		`kubectl auth whoami --client-certificate=answers/a.crt --client-key=answers/a.key`,
		`kubectl auth can-i get pods --token="$(cat answers/token)"`,
		`grep -e "$(cat answers/x)" /etc/hosts`,
		`grep -- "$(cat answers/x)" /etc/hosts`,
		`timeout 5 cat answers/x`,
		`bash -c 'sort answers/x | head -n 1'`,
		`for f in answers/a answers/b; do cat "$f"; done`,
		`curl --cacert answers/ca.crt https://registry`,
		`kubectl get pods; cat answers/x`,
		`kubectl get pods -f manifest.yaml`, // no answer
		`bash script.sh`,
		`kubectl describe pod answers`,
		`look() { cat answers/x; }; look | grep web`,
		`n=$(cat answers/n); echo "${#n}"`,
	} {
		if why := taint.Misuse(script); why != "" {
			t.Errorf("%s\nrefused: %s", script, why)
		}
	}
}

// TestAnswersMayNotRun lists ways in which an answer would do more than be read.
func TestAnswersMayNotRun(t *testing.T) {
	for script, want := range map[string]string{
		// run it
		`bash answers/command.sh`:                             "the student's script",
		`bash ./answers/command.sh`:                           "the student's script",
		`bash -x answers/command.sh`:                          "the student's script",
		`/bin/sh answers/command.sh`:                          "the student's script",
		`answers/command.sh`:                                  "the student's script",
		`./answers/command.sh`:                                "the student's script",
		`. answers/command.sh`:                                "the student's script",
		`source answers/command.sh`:                           "the student's script",
		`bash <answers/command.sh`:                            "the student's script",
		`cat answers/command.sh | bash`:                       "the student's script",
		`cat answers/command.sh | tr a b | sh -s`:             "the student's script",
		`bash <(cat answers/command.sh)`:                      "the student's script",
		`bash -c "$(cat answers/command.sh)"`:                 "the student's script",
		`sh -c "$(<answers/command.sh)"`:                      "the student's script",
		`eval "$(cat answers/command.sh)"`:                    "the student's script",
		`$(cat answers/command.sh)`:                           "the student's script",
		"`cat answers/command.sh`":                            "the student's script",
		`c=$(cat answers/c); $c`:                              "the student's script",
		`f=answers/c; bash $f`:                                "the student's script",
		`d=answers; bash $d/c`:                                "the student's script",
		`timeout 5 bash answers/c`:                            "the student's script",
		`env A=b bash answers/c`:                              "the student's script",
		`env $(cat answers/env) kubectl get pods`:             "the student's script",
		`nohup sh answers/c`:                                  "the student's script",
		`bash <<<"$(cat answers/c)"`:                          "the student's script",
		"bash <<END\n$(cat answers/c)\nEND":                   "the student's script",
		`python3 answers/c.py`:                                "the student's script",
		`perl answers/c.pl`:                                   "the student's script",
		`make -f answers/Makefile`:                            "the student's script",
		`make -C answers`:                                     "the student's script",
		`exec answers/c`:                                      "the student's script",
		`busybox sh answers/c`:                                `gives "busybox"`,
		`xargs kubectl get pod <answers/x`:                    "has an answer say what a command does",
		`cat answers/x | xargs kubectl get`:                   "has an answer say what a command does",
		`cat answers/x | while read -r l; do eval "$l"; done`: "the student's script",
		`cat answers/x | while read -r l; do $l; done`:        "the student's script",
		`mapfile -C bash -c 1 <answers/x`:                     "for each line",
		`find answers -name '*.sh' -exec bash {} \;`:          "hands answers on",
		`find answers/ -type f -exec cat {} +`:                "hands answers on",
		`ssh worker-1 "$(cat answers/c)"`:                     "hands an answer on to a node",
		`ssh worker-1 bash <answers/c`:                        "hands an answer on to a node",
		`awk -f answers/c.awk /etc/hosts`:                     "what awk looks for",
		`awk "$(cat answers/c)" /etc/hosts`:                   "an option of awk",
		`awk '{system($0)}' answers/x`:                        "has awk run commands",
		`sed -f answers/c.sed /etc/hosts`:                     "what sed looks for",
		`sed "$(cat answers/c)" /etc/hosts`:                   "an option of sed",
		`jq -f answers/c.jq x.json`:                           "what jq looks for",
		`cd answers && bash command.sh`:                       "works in the folder",
		`cd answers; cat x`:                                   "works in the folder",
		`chmod +x answers/c && answers/c`:                     "changes answers",
		`cp answers/c /tmp/c && bash /tmp/c`:                  "copies an answer",
		`cat answers/c >/tmp/c; bash /tmp/c`:                  "the student's script",
		`trap "$(cat answers/c)" EXIT`:                        `gives "trap"`,
		`alias k="$(cat answers/c)"`:                          `gives "alias"`,
		`run() { "$@"; }; run $(cat answers/c)`:               "the student's script",
		`run() { bash "$1"; }; run answers/c`:                 "the student's script",
		// configure by it
		`kubectl --kubeconfig=answers/config get nodes`:         "the student's kubeconfig",
		`kubectl --kubeconfig answers/config get nodes`:         "the student's kubeconfig",
		`kubectl get nodes --kubeconfig=./answers/config`:       "the student's kubeconfig",
		`KUBECONFIG=answers/config kubectl get nodes`:           "KUBECONFIG",
		`export KUBECONFIG=answers/config; kubectl get nodes`:   "KUBECONFIG",
		`KUBECONFIG=answers/config; kubectl get nodes`:          "KUBECONFIG",
		`env KUBECONFIG=answers/config kubectl get nodes`:       "env something from an answer",
		`PATH=answers/bin:$PATH kubectl get nodes`:              "PATH",
		`BASH_ENV=answers/x bash -c true`:                       "BASH_ENV",
		`HOME=answers kubectl get nodes`:                        "HOME",
		`c=answers/config; kubectl --kubeconfig="$c" get nodes`: "the student's kubeconfig",
		`kubectl --kuberc=answers/kuberc get nodes`:             "settings of kubectl",
		`kubectl --server="$(cat answers/url)" get nodes`:       "who is asked",
		`curl --config answers/curlrc`:                          "what curl asks",
		`curl "$(cat answers/url)"`:                             "what curl asks",
		`curl -d @answers/x https://web`:                        "what curl asks",
		`openssl req -config answers/openssl.cnf -new`:          "what openssl looks for",
		`git -C answers status`:                                 `gives "git"`,
		`helm template answers/chart`:                           "renders a chart",
		`kubectl kustomize answers/`:                            "has kubectl read an answer",
		// hand it on with the grader's rights
		`kubectl apply --dry-run=server -f answers/web.yaml`:            "the student's manifest",
		`kubectl apply --dry-run=server -fanswers/web.yaml`:             "the student's manifest",
		`kubectl diff --filename answers/web.yaml`:                      "the student's manifest",
		`kubectl apply -k answers/`:                                     "the student's manifest",
		`cat answers/web.yaml | kubectl apply --dry-run=server -f -`:    "the student's manifest",
		`kubectl apply --dry-run=server -f - <answers/web.yaml`:         "the student's manifest",
		`kubectl create --dry-run=server -f <(cat answers/web.yaml)`:    "the student's manifest",
		`kubectl get pods -o jsonpath-file=answers/path`:                "say what is printed",
		`kubectl get pods --output=go-template-file=answers/t`:          "say what is printed",
		`kubectl get pods -o custom-columns-file=answers/c`:             "say what is printed",
		`kubectl get pods -ojsonpath-file=answers/path`:                 "say what is printed",
		`kubectl get pods -o "jsonpath=$(cat answers/path)"`:            "say what is printed",
		`kubectl get pods -o go-template --template="$(cat answers/t)"`: "say what is printed",
		// let it be options
		`kubectl get pod $(cat answers/name)`:                       "split an answer into words of kubectl",
		`kubectl get pod "$(cat answers/name)"`:                     "an option of kubectl",
		`kubectl get pods --token=$(cat answers/token)`:             "split an answer into words of kubectl",
		`kubectl exec web -- sh -c "$(cat answers/c)"`:              "an option of kubectl",
		`n=$(cat answers/n); kubectl get $n`:                        "split an answer into words of kubectl",
		`for p in $(cat answers/pods); do kubectl get pod $p; done`: "split an answer into words of kubectl",
		`cat $(cat answers/list)`:                                   "split an answer into words of cat",
		`cat "$(cat answers/list)"`:                                 "an option of cat",
		`cat <"$(cat answers/list)"`:                                "opens a file that an answer names",
		`grep "$(cat answers/x)" /etc/hosts`:                        "an option of grep",
		`grep -f answers/x /etc/hosts`:                              "what grep looks for",
		`grep -fanswers/x /etc/hosts`:                               "what grep looks for",
		`grep --file=answers/x /etc/hosts`:                          "what grep looks for",
		`sort --files0-from=answers/x`:                              "what sort looks for",
		`sha256sum -c answers/sums`:                                 "has sha256sum do more",
		`[ $(cat answers/x) = web ]`:                                "split an answer into words of [",
		`[ -v "$(cat answers/x)" ]`:                                 "which variable",
		// let bash calculate with it
		`[[ $(cat answers/n) -gt 3 ]]`:                "calculates",
		`n=$(cat answers/n); (( n > 3 ))`:             "calculates",
		`n=$(cat answers/n); [[ n -gt 3 ]]`:           "calculates",
		`echo $(( $(cat answers/n) + 1 ))`:            "calculates",
		`read -r n <answers/n; echo $((n + 1))`:       "calculates",
		`declare -i n=$(cat answers/n)`:               "declared",
		`let "n = $(cat answers/n)"`:                  "calculates",
		`a=(1 2); n=$(cat answers/n); echo "${a[n]}"`: "calculates",
		`s=abc; n=$(cat answers/n); echo "${s:n}"`:    "calculates",
		`n=$(cat answers/n); echo "${!n}"`:            "which variable",
		// write it
		`echo x >answers/x`:        "writes to answers/",
		`tee answers/y <answers/x`: "copies an answer",
		`sed -i s/a/b/ answers/x`:  "has sed do more",
	} {
		if why := taint.Misuse(script); !strings.Contains(why, want) {
			t.Errorf("%s\nwant %q\ngot  %q", script, want, why)
		}
	}
}

func FuzzMisuse(f *testing.F) {
	for _, seed := range []string{`bash answers/x`, `x=$(cat answers/x) && [[ $x == y ]]`, "cat <<E\n$(cat answers/x)\nE", `kubectl get "$(cat answers/x)"`} {
		f.Add(seed)
	}
	f.Fuzz(func(_ *testing.T, script string) { taint.Misuse(script) })
}
