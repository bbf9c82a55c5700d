package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

const aFeature = `Feature: f
  Scenario: s
    Given a deployment "web" with 2 replicas of nginx
`

// inProcess runs a command line in an empty folder in this process, for tests
// without signals and container engine.
func inProcess(t *testing.T, args ...string) ended {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("x.feature", []byte(aFeature), 0o644); err != nil {
		t.Fatal(err)
	}
	return inFolder(t, args...)
}

// inFolder runs a command in the working folder.
func inFolder(t *testing.T, args ...string) ended {
	t.Helper()
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	var stdout, stderr bytes.Buffer
	out := terminal.Plain(&stdout, &stderr)
	defer out.Close()
	return ended{execute(args, out, here()), stdout.String(), stderr.String()}
}

// split splits a command line. A trailing space begins an empty word for
// completion.
// shell to complete.
func split(line string) []string {
	words := strings.Fields(line)
	if strings.HasSuffix(line, " ") {
		words = append(words, "")
	}
	return words
}

func TestUsage(t *testing.T) {
	rows := []struct {
		args string
		code int
		want string // in standard error, or in standard output if the code is 0
	}{
		{"", 0, "Available Commands:"},
		{"--help", 0, "gherkube run features/ --dry-run"},
		{"run --help", 0, "Exit codes:"},
		{"completion bash", 0, "bash completion"},
		{"version", 0, "kubernetes"},
		{"steps", 0, "Given"},
		{"rn", 3, "unknown command \"rn\" for \"gherkube\"\nDid you mean \"run\"?"},
		{"image bild", 3, "unknown command \"bild\" for \"gherkube image\"\nDid you mean \"build\"?"},
		{"image name", 0, "gherkube/node:v"},
		{"image save", 3, "gherkube image save: FILE is missing"},
		{"run --nope", 3, "unknown flag: --nope"},
		{"run --tags", 3, "flag needs an argument: --tags"},
		{"run --timings slow x.feature", 3, `--timings: timings profile "slow"`},
		{"run --format docx x.feature", 3, `there is no format "docx"`},
		{"run missing.feature", 3, "missing.feature: no such file or folder"},
		{"run", 3, "features: no such file or folder"},
		{"run --parallel 0 x.feature", 3, `--parallel 0: expected a whole number of 1 or more
See 'gherkube run --help'`},
		{"run --repeat 0 x.feature", 3, `--repeat 0: expected a whole number of 1 or more`},
		{"run --retry x x.feature", 3, `--retry x: expected a whole number of 0 or more`},
		{"run --random=x x.feature", 3, `--random x: expected a seed of 1 or more`},
		{"run --random 42 x.feature", 3, "42 is no feature; if it is the seed, write --random=42"},
		{"run --name [ x.feature", 3, `--name: "[" is not a regular expression`},
		{"run --name none x.feature", 3, `--name none selects none of the scenarios; their names are "s"`},
		{"run --retry 1 --repeat 2 x.feature", 3, "--retry and --repeat: choose one"},
		{"cluster up --parts metrics,mail", 3, `--parts: a cluster has no part "mail": the parts are network policies, metrics, storage`},
		{"image build --parts metric", 3, `--parts: a cluster has no part "metric" (did you mean "metrics"?)`},
		{"cluster up --workers 0", 3, "--workers 0: expected a whole number of 1 or more"},
		{"cluster up --workers -1", 3, "--workers -1: expected a whole number of 1 or more"},
		{"cluster up --workers two", 3, "--workers two: expected a whole number of 1 or more"},
		{"grade nolab --parallel 0", 3, "--parallel 0: expected"},
		{"lab verify --parallel 0", 3, "--parallel 0: expected"},
		{"run --dry-run=perhaps", 3, "--dry-run perhaps: expected true or false"},
		{"--version", 0, "gherkube "},
		{"__complete cluster up ", 0, ":4\n"},
		{"__complete lab start ", 0, "worker-kubelet\n:0\n"},
		{"__complete image load ", 0, ":0\n"},
		{"__complete run --random=4 --record ", 0, ":0\n"},
		{"steps nosuchword", 3, `no sentence has the words "nosuchword"`},
		{"steps job", 0, `within 30s job "backup" is Complete`},
		{"steps pvc", 0, `within 30s {.spec.accessModes} of pvc "data" includes "ReadWriteOnce"`},
		{"steps hpa", 3, `within 30s "kubectl get hpa NAME -o jsonpath={.status}" prints "..."`},
		{"steps kubelte", 3, "did you mean: gherkube steps kubelet"},
		{"steps kubelet --language fr", 3, "--language fr: sentences are in en (English) or ko (Korean)"},
		{"steps kubelet --language ko", 0, "kubelet을"},
		{"steps --snippet a`b", 0, "Example: \"a`b\","},
		{"lint x.feature", 3, "x.feature:3: undefined step: a deployment"},
		{"lint missing.feature", 3, "missing.feature: no such file or folder"},
		{"grade --help", 0, "gradescope        results.json of a Gradescope autograder"},
		{"grade nolab", 3, "no lab \"nolab\": it is neither a name (gherkube lab list) nor a folder with a lab.yaml"},
		{"grade ./nolab", 3, "nolab/lab.yaml: there is no such file"},
		{"grade nolab --format docx", 3, `there is no format "docx"`},
		{"regrade x --for teacher", 3, "--for teacher: it is for the instructor or for the student"},
		{"regrade x --due soon", 3, "--due soon: write a time as 2026-11-20T17:00"},
		{"regrade x --policy nothing.yaml", 3, "--policy nothing.yaml: no such file"},
		{"regrade x --format csv:no/such.csv", 3, "--format csv:no/such.csv: folder no: no such file or directory"},
		{"regrade x y --format gradescope", 3, "--format gradescope: it is of one submission, and there are 2"},
		{"regrade x", 3, "x is not the record of a grade"},
		{"report", 3, "there is no record in"},
		{"report .", 3, ". is not the record of a run"},
		{"report . .", 3, "two records are compared as a page: --format html"},
		{"report . . --format html", 3, ". is not the record of a run"},
		{"help nosuch", 3, `unknown help topic "nosuch"`},
		{"help lab nosuch", 3, `unknown help topic "lab nosuch"`},
		{"help lab new", 0, "gherkube lab new FOLDER"},
		{"help exit-codes", 0, "  3  run: invalid usage or input"},
		{"lab new", 3, "gherkube lab new: FOLDER is missing"},
		{"lab hint", 3, "gherkube lab hint: TASK is missing"},
		{"clean x", 3, `gherkube clean takes no argument: "x"`},
		{"report a b c", 3, `gherkube report: too many arguments: "c"`},
		{"lint x.feature:0", 3, "x.feature: there is no line 0"},
		{"show .", 3, ". is not the record of a run"},
		{"lab new My_Lab", 3, "a lab's folder is called in lower-case letters"},
		{"lab new mine --from-killercoda missing", 3, "missing: no such file or directory"},
		{"image load missing.tar", 3, "missing.tar: no such file or directory"},
	}
	for _, row := range rows {
		t.Run(row.args, func(t *testing.T) {
			got := inProcess(t, split(row.args)...)
			text := got.stderr
			if row.code == 0 {
				text = got.stdout
			}
			if got.code != row.code || !strings.Contains(text, row.want) {
				t.Errorf("code %d\nstdout: %s\nstderr: %s", got.code, got.stdout, got.stderr)
			}
		})
	}
}

func TestStepsAreInEnglishUnlessTheLocaleIsKorean(t *testing.T) {
	for locale, korean := range map[string]bool{"en_US.UTF-8": false, "C": false, "": false, "ko_KR.UTF-8": true} {
		t.Setenv("LC_ALL", locale)
		t.Setenv("LC_MESSAGES", "")
		t.Setenv("LANG", "")
		if said := inProcess(t, "steps", "kubelet"); strings.Contains(said.stdout, "kubelet을") != korean {
			t.Errorf("%q: Korean is %t", locale, !korean)
		}
	}
	if said := inProcess(t, "steps", "노드"); !strings.Contains(said.stdout, "노드") {
		t.Error("sentences that are looked for in Korean are listed in English only")
	}
}
