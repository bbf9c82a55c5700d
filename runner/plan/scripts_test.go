package plan_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/plan"
)

func TestBashCanReadTheCommands(t *testing.T) {
	rows := []struct{ name, steps, want string }{
		{"an open bracket", "    When I run \"kubectl get pods $(\"\n", "x.feature:3: bash cannot read the command: "},
		{"an open quote on a node", "    When I run \"echo 'a\" on worker-1\n", "x.feature:3: bash cannot read the command: "},
		{"a claim", "    Then within 5s \"kubectl get pods | | sort\" prints \"web\"\n", "x.feature:3: bash cannot read the command: "},
		{"a claim of an until", "    Then until \"kubectl get (\" prints \"web\", within 5s, node worker-1 is Ready\n", "x.feature:3: bash cannot read the command: "},
		{"a script", "    When I run:\n      \"\"\"\n      true\n      if true; then\n      \"\"\"\n", "x.feature:6: bash cannot read the command: "},
		{"in Korean", "    When \"kubectl get pods $(\"을 실행한다\n", "x.feature:3: bash cannot read the command: "},
		{"quotes within", "    When I run \"kubectl get pods -o \"jsonpath={.items[*].metadata.name}\" | grep '\"'\"\n", ""},
		{"a value", "    When I run \"echo ${namespace} $HOME ${x:-1}\"\n", ""},
		{"bash's own syntax", "    When I run:\n      \"\"\"\n      while read -r a; do [[ $a =~ ^(b|c)$ ]] && echo \"$a\"; done < <(kubectl get pods)\n      \"\"\"\n", ""},
		{"a request with braces", "    When I run \"kubectl patch service web --patch '{\"spec\": {\"a\": [1]}}'\"\n", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if err := os.WriteFile("x.feature", []byte("Feature: f\n  Scenario: s\n"+row.steps), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := plan.Make(plan.Request{Paths: []string{filepath.Base("x.feature")}}, runner.Steps{})
			switch {
			case row.want == "" && err != nil:
				t.Error(err)
			case row.want != "" && (err == nil || !strings.HasPrefix(err.Error(), row.want)):
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}
