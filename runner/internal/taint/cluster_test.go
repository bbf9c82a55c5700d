package taint_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/taint"
)

// said are outputs of kubectl that a student may control.
var said = []string{
	"a[$(touch hit)]", "$(touch hit)", "touch hit", "-v a[$(touch${IFS}hit)] -o 1", "([$(touch hit)]=1)", "1e touch hit",
	"BEGIN{system(\"touch hit\")}", "; touch hit;", "--kubeconfig=hit", "x --kubeconfig=hit", "-va[$(touch hit)]", "a[$(touch hit)]=1", "-exec touch hit ;", "touch hit|",
}

// TestClusterTextIsNotEvaluated checks that each command is rejected, and that bash
// would really run what a student wrote. In the scripts, kubectl prints a payload,
// and runs another if it gets a kubeconfig.
func TestClusterTextIsNotEvaluated(t *testing.T) {
	for script, want := range map[string]string{
		// arithmetic
		`n=$(kubectl get x); [[ $n -gt 1 ]]`:                         `compare with [ "$x" -gt 1 ]`,
		`n=$(kubectl get x); [[ "$n" -gt 1 ]]`:                       "calculates",
		`n=$(kubectl get x); [[ n -gt 1 ]]`:                          "calculates",
		`[[ 1 -eq $(kubectl get x) ]]`:                               "calculates",
		`n=$(kubectl get x); (( n > 1 ))`:                            "calculates",
		`(( $(kubectl get x) > 1 ))`:                                 "calculates",
		`n=$(kubectl get x); echo $((n+1))`:                          "calculates",
		`n=$(kubectl get x); let m=n+1`:                              "calculates",
		`n=$(kubectl get x); let "m=$n+1"`:                           "calculates",
		`n=$(kubectl get x); declare -i m; m=$n`:                     "calculates",
		`declare -i m=$(kubectl get x)`:                              "calculates",
		`f() { local -i m=$1; }; f "$(kubectl get x)"`:               "calculates",
		`n=$(kubectl get x); a=(1 2); echo ${a[n]}`:                  "calculates",
		`n=$(kubectl get x); a[$n]=1`:                                "calculates",
		`n=$(kubectl get x); a=([$n]=1)`:                             "calculates",
		`n=$(kubectl get x); s=abc; echo ${s:n}`:                     "calculates",
		`n=$(kubectl get x); s=abc; echo ${s:0:$n}`:                  "calculates",
		`n=$(kubectl get x); for ((i=n;i<2;i++)); do break; done`:    "calculates",
		`read -r n < <(kubectl get x); (( n ))`:                      "calculates",
		`kubectl get x | while read -r n; do [[ $n -eq 0 ]]; done`:   "calculates",
		`mapfile -t a < <(kubectl get x); [[ ${a[0]} -eq 0 ]]`:       "calculates",
		`for n in "$(kubectl get x)"; do (( n )); done`:              "calculates",
		`n=$(kubectl get x); x=n; [[ $x -eq 0 ]]`:                    "calculates",
		`n=$(kubectl get x); x=n; y=x; (( y > 0 ))`:                  "calculates",
		`f() { [[ $1 -gt 1 ]]; }; f "$(kubectl get x)"`:              "calculates",
		`look() { kubectl get x; }; [[ $(look) -gt 1 ]]`:             "calculates",
		`bash -c '(( $1 ))' _ "$(kubectl get x)"`:                    "calculates",
		`printf -v n %s "$(kubectl get x)"; (( n ))`:                 "calculates",
		`n=$(kubectl get x | head -n 1 | tr -d '"'); [[ $n -gt 1 ]]`: "calculates",
		`n=$(kubectl get x); [[ -v $n ]]`:                            "calculates",
		`RANDOM=$(kubectl get x)`:                                    "sets RANDOM",
		`PS4=$(kubectl get x); set -x; true`:                         "sets PS4",
		// names of variables
		`n=$(kubectl get x); [ -v "$n" ]`:          "which variable",
		`n=$(kubectl get x); printf -v "$n" x`:     "which variable",
		`n=$(kubectl get x); printf "$n" x`:        "option of printf",
		`n=$(kubectl get x); a=(1); unset "$n"`:    "which variable",
		`n=$(kubectl get x); read -r "$n" <<<x`:    "which variable",
		`n=$(kubectl get x); echo "${!n}"`:         "which variable",
		`n=$(kubectl get x); declare "$n"`:         "which variable",
		`n=$(kubectl get x); declare -n r=$n; r=1`: "declared",
		`n=$(kubectl get x); declare -a x=$n`:      "declared",
		`n=$(kubectl get x); echo "${n@P}"`:        "as a prompt",
		// options of [
		`[ $(kubectl get x) -gt 1 ]`:                                  "between double quotes",
		`n=$(kubectl get x); [ $n -gt 1 ]`:                            "between double quotes",
		`a=-v; b=$(kubectl get x); c=$(kubectl get c); [ "$c" "$b" ]`: "compare it",
		// programs
		`eval "$(kubectl get x)"`:                         "runs what a command printed",
		`$(kubectl get x)`:                                "runs what a command printed",
		`c=$(kubectl get x); $c`:                          "runs what a command printed",
		`bash -c "$(kubectl get x)"`:                      "runs what a command printed",
		`bash -c "true; $(kubectl get x)"`:                "runs what a command printed",
		`kubectl get x | bash`:                            "run what it reads",
		`kubectl get x | sort | sh -s`:                    "run what it reads",
		`bash <(kubectl get x)`:                           "runs what a command printed",
		`source <(kubectl get x)`:                         "runs what a command printed",
		`kubectl get x >./f; . ./f`:                       "runs what a command printed",
		`f=f; kubectl get x >$f; bash $f`:                 "runs what a command printed",
		`bash <<<"$(kubectl get x)"`:                      "run what it reads",
		`trap "$(kubectl get x)" EXIT`:                    "runs what a command printed",
		`compgen -W "$(kubectl get x)"`:                   "runs what a command printed",
		`kubectl get x | xargs -I{} sh -c "echo {}"`:      "runs what a command printed",
		`kubectl get x | xargs -I{} sh -c "{}"`:           "runs what a command printed",
		`kubectl get x | tr '\n' ' ' | xargs kubectl get`: "option of kubectl",
		`sed "$(kubectl get x)" <<<x`:                     "part of a program of sed",
		`awk "$(kubectl get x)" /dev/null`:                "part of a program of awk",
		`kubectl get x | awk '{print | "sh"}'`:            "awk run commands",
		`kubectl get x | sed 's/^/exec /e'`:               "sed run commands",
		`find . -maxdepth 0 $(kubectl get x)`:             "words of find",
		`perl -ne 1 "$(kubectl get x)"`:                   "gives perl",
		// options
		`kubectl get $(kubectl get x)`:                          "between double quotes",
		`n=$(kubectl get x); kubectl get pod $n`:                "between double quotes",
		`n=$(kubectl get x); kubectl get pod "$n"`:              `"pod/$name"`,
		`n=$(kubectl get x); kubectl -n a get pod "$n" -o name`: `put -- before it`,
		`kubectl get pods --selector=$(kubectl get x)`:          "between double quotes",
	} {
		if why := taint.Misuse(script); !strings.Contains(why, want) {
			t.Errorf("%s\nwant %q\ngot  %q", script, want, why)
		}
		if !runs(t, script) {
			t.Errorf("%s\nruns nothing that a student wrote: is it refused rightly?", script)
		}
	}
}

// TestClusterTextIsData checks that valid commands are accepted, and that bash does
// not run what a student wrote.
func TestClusterTextIsData(t *testing.T) {
	for _, script := range []string{
		`[ "$(kubectl get x -o jsonpath={.data.n})" = x ]`,
		`n=$(kubectl get x); [ "$n" -ge 2 ]`,
		`n=$(kubectl get x); test "$n" -eq 1 -o "$n" = x`,
		`[ "$(kubectl get x)" ] && [ -n "$(kubectl get x)" ] && [ ! "$(kubectl get x)" = y ]`,
		`[[ $(kubectl get x) == web ]]`,
		`[[ $(kubectl get x) =~ ^web ]] || [[ -z $(kubectl get x) ]]`,
		`case $(kubectl get x) in web) echo yes ;; esac`,
		`n=$(kubectl get x | wc -l); (( n >= 2 )) && [[ $n -gt 1 ]] && echo $((n + 1))`,
		`n=$(kubectl get x | grep -c web); [[ $n -gt 1 ]]`,
		`n=$(kubectl get x | grep --count web); (( n == 3 ))`,
		`n=$(kubectl get x -o json | jq '.items | length'); [[ $n -eq 3 ]]`,
		`n=$(kubectl get x -o json | jq '[.items[] | select(.a == "b")] | length'); (( n > 0 ))`,
		`n=$(kubectl get x | tr -cd 0-9); (( n > 0 ))`,
		`n=$(kubectl get x | grep -oE '[0-9]+' | head -n 1); (( n > 0 ))`,
		`n=$(kubectl get x | awk '/web/ {n++} END {print n+0}'); [[ $n -gt 0 ]]`,
		`[ $(kubectl get x | wc -l) -eq 2 ]`,
		`n=$(kubectl get x >/dev/null && echo 1 || echo 0); (( n ))`,
		`n=0; for p in $(kubectl get x); do n=$((n + 1)); done; [[ $n -gt 2 ]]`,
		`for i in 1 2 3; do (( i > 1 )) && kubectl get x; done`,
		`n=$(kubectl get x); [ ${#n} -gt 3 ]`,
		`n=$(kubectl get x); (( ${#n} > 3 ))`,
		`mapfile -t a < <(kubectl get x); (( ${#a[@]} == 2 )); echo "${a[0]}" "${a[1]}"`,
		`declare -A h; while read -r k; do h[$k]=1; done < <(kubectl get x); echo "${#h[@]}"`,
		`local_() { local n=$(kubectl get x); echo "$n"; }; local_`,
		`export n=$(kubectl get x); readonly m=$n; echo "$m"`,
		`NODE=$(kubectl get x); POD="$NODE"; echo "$POD"`,
		`echo $(kubectl get x)`,
		`printf '%s\n' $(kubectl get x)`,
		`n=$(kubectl get x); echo "${n%%.*}" "${n/a/b}" "${n:-y}" "${n^^}" "${n@Q}"`,
		`n=$(kubectl get x); kubectl get pod -- "$n"`,
		`n=$(kubectl get x); kubectl get "pod/$n"`,
		`n=$(kubectl get x); kubectl get pods -n "$n" --selector="app=$n" -l "app=$n"`,
		`n=$(kubectl get x); kubectl exec "pod/$n" -- cat "/data/$n"`,
		`kubectl get x | while read -r p; do kubectl get -- "$p"; done`,
		`kubectl get x | xargs -n 1 echo`,
		`kubectl get x | xargs`,
		`kubectl get x | xargs -I{} kubectl get pod/{}`,
		`kubectl get x | grep -F "$(kubectl get y)"`,
		`n=$(kubectl get x); echo a | jq -R --arg n "$n" '. == $n'`,
		`n=$(kubectl get x); awk -v n="$n" '$1 == n' /dev/null`,
		`n=$(kubectl get x); diff <(echo "$n") <(kubectl get x)`,
		`n=$(kubectl get x); nslookup "$n" 2>/dev/null`,
		`n=$(kubectl get x); find . -name "$n"`,
		`kubectl get x | sed 's/a/b/;/x/d' | awk '{print $1}' | cut -d/ -f2 | sort -u | head -n 1`,
		`kubectl get x | base64 -d 2>/dev/null | openssl x509 -noout -subject 2>/dev/null`,
		`kubectl get x | perl -ne 'print if /web/'`,
		`kubectl get x | perl -pe 's/ready/x/'`,
		`kubectl get x | bash -c 'sort | uniq'`,
		`if kubectl get x | grep -q web; then echo yes; fi`,
		`kubectl get x -o yaml | kubectl diff -f -`,
		`kubectl get x -o yaml | kubectl apply --dry-run=server -f -`,
		`comm -13 <(kubectl get x | sort) <(kubectl get y | sort)`,
		`kubectl get --raw "/api/v1/namespaces/$(kubectl get x)/pods"`,
		`kubectl get pods -o "jsonpath={.items[?(@.metadata.name=='$(kubectl get x)')].spec}"`,
	} {
		if why := taint.Misuse(script); why != "" {
			t.Errorf("%s\nrefused: %s", script, why)
		}
		if runs(t, script) {
			t.Errorf("%s\nruns what a student wrote: it must be refused", script)
		}
	}
}

// kubectl replaces the real one: it prints what a student wrote. With a student's
// kubeconfig, it runs a program.
const kubectl = `#!/bin/sh
last=
for word; do case $last$word in
  --kubeconfig=hit) touch hit ;;
  --) break ;;
  -n | -l) last=value-of- ;;
  *) last= ;;
esac; done
[ "$2" != c ] || { echo -v; exit; }
printf '%s\n' "$SAID"
`

// runs reports whether bash runs one of the payloads in a script.
func runs(t *testing.T, script string) bool {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "kubectl"), []byte(kubectl), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, payload := range said {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		cmd := exec.CommandContext(ctx, "bash", "-c", script)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "SAID="+payload, "PATH="+dir+":"+os.Getenv("PATH"))
		_ = cmd.Run() // the exit code does not matter
		cancel()
		if _, err := os.Stat(filepath.Join(dir, "hit")); err == nil {
			return true
		}
	}
	return false
}
