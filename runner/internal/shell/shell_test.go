package shell_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/shell"
)

// lines formats the commands of a script, one per line.
func lines(t *testing.T, script string) []string {
	t.Helper()
	commands, err := shell.Parse(script)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range commands {
		var words []string
		for _, w := range c.Words {
			words = append(words, w.Text)
		}
		text := strings.Join(words, " ")
		if len(c.Via) > 0 {
			text = strings.Join(c.Via, "+") + ": " + text
		}
		all = append(all, text)
	}
	return all
}

func TestCommandsAreFoundWhereverTheyStand(t *testing.T) {
	for script, want := range map[string][]string{
		`kubectl get pods | wc -l`:                       {"", "kubectl get pods", "wc -l"},
		`x=$(kubectl get pods) && echo "$x"`:             {"", "", "kubectl get pods", "echo $x"},
		`if kubectl get x; then rm y; fi`:                {"kubectl get x", "rm y"},
		`timeout -k 1 5 kubectl -n "a b" get pods`:       {"timeout -k 1 5 kubectl -n a b get pods", "timeout: kubectl -n a b get pods"},
		`env A=b kubectl get x`:                          {"env A=b kubectl get x", "env: kubectl get x"},
		`bash -ec 'cat x; rm y'`:                         {"bash -ec cat x; rm y", "bash: cat x", "bash: rm y"},
		`ssh -p 22 worker-1 "systemctl restart kubelet"`: {"ssh -p 22 worker-1 systemctl restart kubelet", "ssh: systemctl restart kubelet"},
		"ssh worker-1 bash <<'END'\nrm $x\nEND":          {"ssh worker-1 bash", "ssh: rm $x"},
		`find . -name x -exec rm {} \;`:                  {"find . -name x -exec rm {} ;", "find: rm {}"},
		`kubectl get pods -o name | xargs -n 1 kubectl delete`: {
			"", "kubectl get pods -o name", "xargs -n 1 kubectl delete", "xargs: kubectl delete"},
		`command -v kubectl`: {"command -v kubectl"},
		`timeout 5 bash -c "timeout 1 rm x"`: {
			"timeout 5 bash -c timeout 1 rm x", "timeout: bash -c timeout 1 rm x", "timeout+bash: timeout 1 rm x", "timeout+bash+timeout: rm x"},
	} {
		got := lines(t, script)
		got, want = compact(got), compact(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", script, got, want)
		}
	}
}

func compact(all []string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

func TestWordsTellWhatIsKnownOfThem(t *testing.T) {
	commands, err := shell.Parse(`kubectl "get" $what -o "jsonpath={.items[0]}" $(cat x) a\ b`)
	if err != nil {
		t.Fatal(err)
	}
	words := commands[0].Words
	for i, want := range []string{"kubectl", "get", "$what", "-o", "jsonpath={.items[0]}", "$(cat x)", "a b"} {
		if w := words[i]; w.Text != want || w.Known == (i == 2 || i == 5) || w.Variable != (i == 2) || w.Substitution != (i == 5) {
			t.Errorf("got %+v, want %q", w, want)
		}
	}
}

func TestVariablesOfLiteralWordsAreKnown(t *testing.T) {
	for script, want := range map[string]string{
		`for v in get list; do kubectl $v pods; done`:           "[kubectl get pods] [kubectl list pods]",
		`k="kubectl get"; $k pods`:                              "[kubectl get pods]",
		`k=kubectl; k=$(cat x); $k pods`:                        "[$k pods]",
		`read v; kubectl $v pods`:                               "[kubectl $v pods]",
		`v="a b"; kubectl get "$v"`:                             "[kubectl get a b]",
		`v=get; v+=x; kubectl $v pods`:                          "[kubectl $v pods]",
		`for v in $(cat verbs); do kubectl $v pods; done`:       "[kubectl $v pods]",
		`v=get; kubectl ${v%t} pods`:                            "[kubectl ${v%t} pods]",
		`export v=get; kubectl ${v}s`:                           "[kubectl gets]",
		`for a in b c; do for d in e f; do x $a-$d; done; done`: "[x b-e] [x b-f] [x c-e] [x c-f]",
	} {
		commands, err := shell.Parse(script)
		if err != nil {
			t.Fatal(err)
		}
		last := commands[len(commands)-1]
		var all []string
		for _, words := range last.Spellings() {
			var texts []string
			for _, w := range words {
				texts = append(texts, w.Text)
			}
			all = append(all, fmt.Sprint(texts))
		}
		if strings.HasPrefix(script, "for v in $(cat") { // the substitution's own command comes first
			continue
		}
		if got := strings.Join(all, " "); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", script, got, want)
		}
	}
}

func TestWhichCommandsDecideTheExitCode(t *testing.T) {
	for script, want := range map[string]string{
		`a; b`:                               "b",
		`a && b`:                             "a b",
		`a || b`:                             "b?",
		`a | b`:                              "b",
		`set -e; a; b`:                       "set a b",
		`set -o errexit; a; b`:               "set a b",
		`a; exit 0`:                          "exit",
		`if a; then b; else c; fi`:           "b c",
		`for x in 1; do a; b; done`:          "b",
		`(a; b || true)`:                     "true?",
		`bash -c 'a; b'`:                     "bash b",
		`timeout 5 a || true`:                "true?",
		`a & `:                               "",
		`case x in x) a ;; *) b || c;; esac`: "a c?",
	} {
		commands, err := shell.Parse(script)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range commands {
			if c.Decides && len(c.Words) > 0 {
				name := c.Words[0].Text
				if c.Fallback {
					name += "?"
				}
				got = append(got, name)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", script, got, want)
		}
	}
}

func TestRedirections(t *testing.T) {
	for script, writes := range map[string]bool{
		`a >x`: true, `a >>x`: true, `a &>x`: true, `a >|x`: true, `a <x`: false, `a 2>&1`: false, `a >&x`: true,
		`a <<<x`: false, `a 2>/dev/null`: true, `a >&-`: false, `{ a; } >x`: true,
	} {
		commands, err := shell.Parse(script)
		if err != nil {
			t.Fatal(err)
		}
		if r := commands[0].Redirects; len(r) != 1 || r[0].Writes() != writes {
			t.Errorf("%s: got %+v", script, r)
		}
	}
	commands, err := shell.Parse("cat >x <<END\nuser=\\$x $y\nEND")
	if err != nil {
		t.Fatal(err)
	}
	if r := commands[0].Redirects[1]; r.Text != "user=$x $y\n" || r.Line != 2 {
		t.Errorf("got %+v", r)
	}
}

func TestSyntaxErrorsHaveTheirLine(t *testing.T) {
	for script, line := range map[string]int{
		"if a; then b": 1, "a\nb (": 2, "echo 'x": 1, "a\nssh x 'if y'\n": 2, "for x in; do": 1, "a &&": 1,
	} {
		_, err := shell.Parse(script)
		var wrong *shell.Error
		if !errors.As(err, &wrong) || wrong.Line != line {
			t.Errorf("%q: got %v", script, err)
		}
	}
}

func TestFunctionsAreTheScriptsOwn(t *testing.T) {
	commands, err := shell.Parse("look() { kubectl get $1; }\nlook pods")
	if err != nil {
		t.Fatal(err)
	}
	if last := commands[len(commands)-1]; !last.Local {
		t.Errorf("got %+v", last)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{`bash -c "a $(b) 'c'"`, "ssh x <<E\n$y\nE", "for a in b; do $a; done", "timeout 1 xargs -I{} sh -c '{}'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, script string) {
		commands, err := shell.Parse(script)
		var wrong *shell.Error
		if err != nil && !errors.As(err, &wrong) {
			t.Errorf("%q: %v is no *shell.Error", script, err)
		}
		for _, c := range commands {
			c.Spellings()
		}
	})
}

func TestVariablesAreSetAndExpanded(t *testing.T) {
	variables, err := shell.Variables("x=$y; read -r z\nfor i in a; do echo ${i} ${d:-1} $1 $? ${#n}; done\nssh w 'for j in 1; do echo $j $k; done'\n((c++)); echo '$no'")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range variables {
		text := fmt.Sprintf("%s:%d", v.Name, v.Line)
		if v.Set {
			text += "="
		}
		got = append(got, text)
	}
	slices.Sort(got)
	want := []string{"c:4=", "d:2=", "i:2", "i:2=", "j:3", "j:3=", "k:3", "n:2", "x:1=", "y:1", "z:1="}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
