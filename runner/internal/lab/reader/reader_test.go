package reader_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/labtest"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

const good = "testdata/broken-web"

// copied copies the good lab to a folder in which it can be changed.
func copied(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "broken-web")
	if err := os.CopyFS(dir, os.DirFS(good)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestALabIsRead(t *testing.T) {
	l := labtest.Load(t, good)
	if l.Total() != 10 || l.Namespace != "${team}" || l.SolveSeconds != 120 || len(l.Texts) != 2 {
		t.Errorf("got %+v", l.Document)
	}
	want := []lab.Criterion{
		{Name: "The web runs", Task: 1, Points: 4, Visibility: lab.Always, Line: 3},
		{Name: "The web runs on the worker", Task: 1, Points: 2, Visibility: lab.AfterPublish, Line: 7},
		{Name: "The viewer may look and no more", Task: 2, Points: 4, Visibility: lab.AfterDue, Line: 13},
	}
	if !slices.Equal(l.Criteria, want) {
		t.Errorf("got %+v", l.Criteria)
	}
}

// mistakes are errors of authors: the file, the change, and the expected message.
var mistakes = []struct{ name, file, old, with, want string }{
	{"an unknown key", "lab.yaml", "level: easy", "levle: easy", `lab.yaml:7: unknown key "levle"`},
	{"an unknown key of a task", "lab.yaml", "    points: 4", "    point: 4", `lab.yaml:23: unknown key "point"`},
	{"a number that is a word", "lab.yaml", "minutes: 10", "minutes: ten", "lab.yaml:8: expected a whole number, found \"ten\""},
	{"not YAML", "lab.yaml", "title: A", "title: [A", "lab.yaml:"},
	{"another version", "lab.yaml", "gherkube.dev/v1", "gherkube.dev/v9", `lab.yaml:1: apiVersion "gherkube.dev/v9": choose of "gherkube.dev/v1"`},
	{"another folder", "lab.yaml", "id: broken-web", "id: web", `lab.yaml:3: id "web": the lab's folder is called "broken-web"`},
	{"no such domain", "lab.yaml", "domain: Troubleshooting", "domain: Cooking", `lab.yaml:5: domain "Cooking"`},
	{"a pass mark nobody reaches", "lab.yaml", "passMark: 66", "passMark: 101", "lab.yaml:9: passMark 101: it has to be from 1 to 100"},
	{"a cluster that cannot be", "lab.yaml", "workers: 1", "workers: 99", "lab.yaml:10: topology: 99 workers"},
	{"a part that nobody knows", "lab.yaml", "{workers: 1}", "{workers: 1, parts: [metrics, storige]}", "lab.yaml:10: a cluster has no part \"storige\" (did you mean \"storage\"?)"},
	{"no topology", "lab.yaml", "topology: {workers: 1}\n", "", "lab.yaml:1: there is no topology"},
	{"weights that do not add up", "lab.yaml", "    points: 6", "    points: 7", "lab.yaml:17: task 1 is worth 7 points, and its criteria come to 6"},
	{"a task without criteria", "checks.feature", "@task:2 @points:4", "@task:1 @points:4", "lab.yaml:22: no criterion refers to task 2"},
	{"a criterion of no task", "checks.feature", "@task:2", "@task:3", "checks.feature:13: there is no task 3 in lab.yaml"},
	{"a criterion without a task", "checks.feature", "@task:2 ", "", `checks.feature:13: "The viewer may look and no more" has 0 tags @task:N`},
	{"a criterion without points", "checks.feature", "@points:2 ", "", `checks.feature:7: "The web runs on the worker" has 0 tags @points:N`},
	{"points of two kinds", "checks.feature", "@points:2", "@points:2 @points:3", `has 2 tags @points:N`},
	{"points that are none", "checks.feature", "@points:2", "@points:-2", "checks.feature:7: @points:-2: it takes a whole number from 1 on"},
	{"a tag that says nothing", "checks.feature", "@hidden\n", "@hiden\n", "checks.feature:7: tag @hiden says nothing here"},
	{"one name twice", "checks.feature", "The web runs on the worker", "The web runs", `checks.feature:7: Scenario "The web runs": the one at line 3 has this name too`},
	{"a variable in a criterion's name", "checks.feature", "Scenario: The web runs on the worker", "Scenario: The web ${app} runs on the worker", `checks.feature:7: the name "The web ${app} runs on the worker" contains the variable ${app}: a criterion has the same name for every student; write what the variable stands for`},
	{"a variable in a criterion's tag", "checks.feature", "@hidden\n", "@hidden:${team}\n", "checks.feature:7: the tag @hidden:${team} contains the variable ${team}: a criterion has the same tags for every student"},
	{"an outline", "checks.feature", "  Scenario: The web runs\n    Then within 30s", "  Scenario Outline: The web runs\n    Then within <n>s", "checks.feature:3: Scenario Outline"},
	{"a hint without text", "lab.yaml", "text: Look at the pods of ${app}.", `text: " "`, "lab.yaml:19: hint 1 of task 1 has no text"},
	{"hints that cost more than there is", "lab.yaml", "cost: 1", "cost: 9", "lab.yaml:18: the hints of task 1 cost 9 points: it is worth 6"},
	{"a check without a time", "checks.feature", "Then within 30s deployment", "When I try \"ls\"\n    Then the command printed \"x\"\n    And within 30s deployment", `checks.feature:5: "the command printed \"x\"" does not say when`},
	{"a check that acts", "checks.feature", "Given the pods of", "Given I run \"kubectl get pods\"\n    And the pods of", `checks.feature:8: "I run \"kubectl get pods\"" acts on the cluster`},
	{"a check whose command acts", "checks.feature", "kubectl auth can-i list pods", "kubectl scale deployment x --replicas=1", "acts on the cluster (kubectl scale)"},
	{"a check that only echoes", "checks.feature", "kubectl auth can-i list pods --as=system:serviceaccount:${namespace}:viewer", "echo yes", "looks at nothing of the cluster"},
	{"a check of the first of several", "checks.feature", "kubectl auth can-i list pods --as=system:serviceaccount:${namespace}:viewer", "kubectl get pods -o jsonpath={.items[0].metadata.name}", "looks at the first of several"},
	{"a check that takes the phase for health", "checks.feature", "kubectl auth can-i list pods --as=system:serviceaccount:${namespace}:viewer", "kubectl get pods -o jsonpath={.items[*].status.phase}", "takes the phase for health"},
	{"a check of what was typed", "checks.feature", "    And within 5s deployment", "    And within 5s \"cat /proc/1/root/root/.bash_history\" on worker-1 prints \"drain\"\n    And within 5s deployment", "looks at what was typed"},
	{"a check of a size that was asked for", "checks.feature", "kubectl auth can-i list pods --as=system:serviceaccount:${namespace}:viewer", "kubectl get pvc data -o jsonpath={.spec.resources.requests.storage}", "looks at the size that was asked for"},
	{"a check that disrupts", "checks.feature", "Given the pods of", "Given the kubelet on worker-1 is stopped\n    And the pods of", "checks.feature:8: \"the kubelet on worker-1 is stopped\" acts"},
	{"a check that expects nothing", "checks.feature", "    Then within 5s the pods \"web\" are Running\n    And within 5s deployment \"${app}\" has 1 pod on worker-1\n", "", `checks.feature:7: "The web runs on the worker" expects nothing`},
	{"a denial without a control", "checks.feature", "    Then within 5s \"kubectl auth can-i list pods --as=system:serviceaccount:${namespace}:viewer\" prints \"yes\"\n    And", "    Then", "is true of a cluster in which nothing works"},
	{"never without a control", "checks.feature", "Then within 30s deployment \"${app}\" has", "Then never within 30s deployment \"${app}\" has at least", "is true of a cluster in which nothing works"},
	{"a check by a node's service", "checks.feature", "    And within 5s deployment", "    And within 5s \"systemctl is-active kubelet\" on worker-1 prints \"active\"\n    And within 5s deployment", "systemctl asks systemd on the node"},
	{"a check of a file that is not the node's", "checks.feature", "    And within 5s deployment", "    And within 5s \"cat /etc/fstab\" on worker-1 prints \"swap\"\n    And within 5s deployment", "below /proc/1/root: /proc/1/root/etc/fstab"},
	{"a check by the audit log", "checks.feature", "    And within 5s deployment", "    And within 5s this happened in this order:\n      | who | did | what |\n      | kubectl | created | deployment \"web\" |\n    And within 5s deployment", "is told by logs on nodes"},
	{"the same in Korean", "checks.feature", "    And within 5s deployment", "    And 5초 안에 worker-1에서 \"cat /var/x\"가 \"swap\"이라고 출력한다\n    And within 5s deployment", "below /proc/1/root: /proc/1/root/var/x"},
	{"a cluster of a feature's own", "setup.feature", "    Given I run", "    Given a cluster with 1 worker\n    And I run", "setup.feature:3: \"a cluster with 1 worker\": a lab's cluster is the topology of lab.yaml"},
	{"a setup that shows nothing", "setup.feature", "    Then within 30s the pods of deployment \"${app}\" are Pending\n", "", "setup.feature:4: the setup ends with \"I run"},
	{"an undefined sentence", "setup.feature", "Then within 30s the", "Then in 30s the", "setup.feature:5: undefined step"},
	{"a setup on a node that is not there", "setup.feature", "    And I run", "    And the kubelet on worker-3 is stopped\n    And I run", `setup.feature:4: "the kubelet on worker-3 is stopped": there is no node worker-3`},
	{"an unknown variable", "task.md", "${app}", "${ap}", "task.md:7: ${ap} is no variable: there are app, team"},
	{"feedback to a criterion that is not there", "lab.yaml", "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: The viewer may look and no mor, text: Look.}\n", `lab.yaml:25: checks.feature has no criterion "The viewer may look and no mor"; did you mean "The viewer may look and no more"?`},
	{"feedback in another task", "lab.yaml", "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: The web runs, text: Look.}\n", `lab.yaml:25: "The web runs" is a criterion of task 1`},
	{"feedback without a text", "lab.yaml", "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: The viewer may look and no more, text: ' '}\n", `lab.yaml:25: the feedback to "The viewer may look and no more" has no text`},
	{"feedback that reveals a hidden criterion", "lab.yaml", "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: The viewer may look and no more, text: The web runs on the worker.}\n", `only the hidden criterion "The web runs on the worker" tells`},
	{"feedback twice", "lab.yaml", "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: The viewer may look and no more, text: Look.}\n      - {criterion: The viewer may look and no more, text: See.}\n", `lab.yaml:26: there is feedback to "The viewer may look and no more" already: write one text`},
	{"feedback that names no criterion", "lab.yaml", "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: ' ', text: Look.}\n", `lab.yaml:25: feedback 1 of task 2 names no criterion`},
	{"feedback with an unknown variable", "lab.yaml", "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: The viewer may look and no more, text: 'Look at ${ap}.'}\n", `lab.yaml:25: ${ap} is no variable`},
	{"an unknown variable of a hint", "lab.yaml", "pods of ${app}", "pods of ${ap}", "lab.yaml:19: ${ap} is no variable"},
	{"an unused variable", "lab.yaml", "  app: {letters: 5}", "  app: {letters: 5}\n  port: {from: 1, to: 9}", `lab.yaml:15: variable "port" is used neither`},
	{"a variable of no way", "lab.yaml", "{letters: 5}", "{}", `lab.yaml:14: variable "app": give choose, or from and to, or letters`},
	{"a variable of two ways", "lab.yaml", "{letters: 5}", "{letters: 5, from: 1, to: 2}", `lab.yaml:14: variable "app": give`},
	{"each of what is not chosen", "lab.yaml", "{letters: 5}", "{letters: 5, proveEach: true}", `lab.yaml:14: variable "app": proveEach goes with choose`},
	{"a choice of one", "lab.yaml", "[red, green, blue]", "[red]", `lab.yaml:13: variable "team" has one choice`},
	{"two that can be the same", "lab.yaml", "{letters: 5}", "{choose: [red, pink]}", `variable "team" can be "red", as "app" can`},
	{"a word twice", "lab.yaml", "[red, green, blue]", "[red, green, red]", `lab.yaml:13: variable "team": "red" stands twice`},
	{"a choice with a variable", "lab.yaml", "[red, green, blue]", "[red, '${app}']", `lab.yaml:13: variable "team": "${app}": a choice cannot contain another variable`},
	{"no such anchor", "lab.yaml", "level: easy", "level: *x", "lab.yaml:7: unknown anchor 'x'"},
	{"several values of a wrong type", "lab.yaml", "minutes: 10", "minutes: ten\nlevel2: x", `unknown key "level2"`},
	{"a value of a wrong type beside another error", "lab.yaml", "level: easy\nminutes: 10", "level: simple\nminutes: ten", `lab.yaml:7: level "simple": choose of "easy", "medium", "hard"`},
	{"an empty range", "lab.yaml", "{letters: 5}", "{from: 5, to: 5}", `lab.yaml:14: variable "app": from 5 to 5 is no range`},
	{"no text", "task.md", "", "REMOVE", "task.md: there is no such file"},
	{"another title", "task.md", "# A web that is broken", "# A web", `task.md:1: the heading is "A web", and the title in lab.yaml "A web that is broken"`},
	{"a task without a heading", "task.md", "## Task 2", "## Then", `task.md: there is no heading for task 2`},
	{"a heading without a task", "task.md", "## Task 2", "## Task 3", `task.md:9: there is no task 3`},
	{"a name that nobody makes", "task.md", "`sa/viewer` may", "`sa/vewer` may", "task.md:11: speaks of sa/vewer, which setup.feature does not make"},
	{"a node that is not there", "task.md", "node/worker-1", "node/worker-2", "task.md:7: there is no node worker-2"},
	{"a translation of another thing", "task.ko.md", "sa/viewer", "sa/view", "task.ko.md:11: speaks of sa/view, of which task.md does not"},
	{"a check of what no student knows", "checks.feature", `within 30s deployment "${app}"`, `within 30s deployment "api"`, `checks.feature:4: checks.feature looks at deployment "api", of which neither the text`},
	{"an untouched cluster that passes", "lab.yaml", "untouched: 0", "untouched: 10", "lab.yaml:25: an untouched cluster scores 10 of 10 points"},
	{"no known-wrong solution", "lab.yaml", "  wrong: {half: 6}\n", "", "lab.yaml:24: there is no known-wrong solution"},
	{"a wrong solution that is right", "lab.yaml", "half: 6", "half: 10", `lab.yaml:26: "half" is wrong and scores 10 of 10 points`},
	{"a wrong solution without a folder", "lab.yaml", "half: 6", "half: 6, none: 3", "lab.yaml:26: there is no folder wrong/none"},
	{"a wrong solution that is not declared", "lab.yaml", "half: 6", "other: 6", "wrong/half: lab.yaml does not say under expect.wrong"},
	{"a right submission that is no folder", "right/notes.txt", "", "CREATE", "right/notes.txt: not a folder"},
	{"a right submission without a file", "right/other/", "", "CREATE", "right/other: the folder is empty"},
	{"no solution", "solution/solve.sh", "", "REMOVE", "solution: the folder is empty"},
	{"not UTF-8", "setup.feature", "what is broken", "\xff", "setup.feature: is not UTF-8"},
	{"a script that bash cannot read", "solution/solve.sh", "kubectl", "if true; then\nkubectl", "solution/solve.sh:"},
	{"a wrong script that bash cannot read", "wrong/half/solve.sh", "kubectl", "kubectl 'x\nkubectl", "wrong/half/solve.sh:"},
	{"a script on a node that bash cannot read", "solution/solve.sh", "kubectl", "ssh worker-1 'if true'\nkubectl", "solution/solve.sh:1: bash cannot read the script"},
	{"a misspelt variable of a script", "solution/solve.sh", "${app}", "${ap}", "solution/solve.sh:1: nothing sets $ap: there are app, team"},
	{"a misspelt variable between quotes", "wrong/half/solve.sh", "kubectl", "kubectl patch x -p '{\"a\":\"${ap}\"}'\nkubectl", "wrong/half/solve.sh:1: ${ap} is no variable"},
	{"a variable of the lab, written as the shell's", "solution/solve.sh", "${app}", "$app", "solution/solve.sh:1: nothing sets $app"},
	{"a program that is nowhere", "solution/solve.sh", "kubectl", "helm list\nkubectl", `solution/solve.sh:1: there is no program helm: the lab's cluster has it with "parts: [helm]"`},
	{"a program that is on no node", "wrong/half/solve.sh", "kubectl", "ssh worker-1 'python3 /etc/x'\nkubectl", "wrong/half/solve.sh:1: there is no program python3"},
	{"an alias", "solution/solve.sh", "kubectl", "k get pods\nkubectl", "solution/solve.sh:1: there is no program k"},
	{"an image that no registry has", "solution/solve.sh", "nginx=nginx", "nginx=ngnix", `solution/solve.sh:1: no cluster's registry has the image "ngnix"`},
	{"a script on a node that is not there", "solution/solve.sh", "kubectl", "ssh worker-3 hostname\nkubectl", "solution/solve.sh:1: there is no node worker-3"},
	{"a field that no object has, in a script", "solution/solve.sh", "kubectl", "kubectl apply -f - <<END\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec:\n  replica: 3\nEND\nkubectl", `solution/solve.sh:6: Deployment: unknown field "spec.replica"`},
	{"a field that no object has, in the setup", "setup.feature", "    And I run", "    And I apply:\n      \"\"\"\n      apiVersion: v1\n      kind: Pod\n      metadata: {name: x}\n      spec: {container: []}\n      \"\"\"\n    And I run", `setup.feature:4: "I apply:": line 4 of the manifest: Pod: unknown field "spec.container"`},
	{"a setup whose program is nowhere", "setup.feature", "    And I run", "    And I run \"helm install x\"\n    And I run", "setup.feature:4: there is no program helm"},
	{"a setup that bash cannot read", "setup.feature", "    And I run", "    And I run on worker-1:\n      \"\"\"\n      if true; then\n      \"\"\"\n    And I run", "setup.feature:6: bash cannot read the command"},
	{"a setup whose variable nothing sets", "setup.feature", "    And I run", "    And I run \"kubectl get $nmae\"\n    And I run", "setup.feature:4: nothing sets $nmae"},
	{"an image that no registry has, and that is not what is broken", "setup.feature", "are Pending", "are Running", `setup.feature:3: no cluster's registry has the image "nginx:no-such"`},
	{"no setup", "setup.feature", "", "REMOVE", "setup.feature: there is no such file"},
	{"no checks", "checks.feature", "", "REMOVE", "checks.feature: there is no such file"},
}

func TestMistakesAreToldWithFileAndLine(t *testing.T) {
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			dir := copied(t)
			damage(t, filepath.Join(dir, m.file), m.old, m.with)
			_, err := reader.Load(dir, &steps.Vocabulary{})
			if !input.Is(err) || !strings.Contains(err.Error(), m.want) || !strings.HasPrefix(err.Error(), dir) {
				t.Errorf("want %q\ngot %v", m.want, err)
			}
		})
	}
}

// TestFeedbackTellsNoMoreThanTheTask changes the lab before it adds the feedback.
func TestFeedbackTellsNoMoreThanTheTask(t *testing.T) {
	for name, row := range map[string]struct{ file, old, with, criterion, text, want string }{
		"to a criterion that no student sees": {
			"checks.feature", "@hidden:until-due", "@hidden:always", "The viewer may look and no more", "Look.",
			`lab.yaml:25: "The viewer may look and no more" is @hidden:always, so no student reads its feedback: leave it out, or tag the criterion @hidden`,
		},
		"with a value that the task does not tell": {
			"task.md", "`deployment/${app}`", "The web", "The viewer may look and no more", "Look at ${app}.",
			`lab.yaml:25: the feedback to "The viewer may look and no more" tells the value of ${app}, of which the text for students says nothing`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copied(t)
			damage(t, filepath.Join(dir, row.file), row.old, row.with)
			if row.file == "task.md" {
				damage(t, filepath.Join(dir, "task.ko.md"), row.old, row.with)
			}
			damage(t, filepath.Join(dir, "lab.yaml"), "    points: 4\n", "    points: 4\n    feedback:\n      - {criterion: "+row.criterion+", text: '"+row.text+"'}\n")
			_, err := reader.Load(dir, &steps.Vocabulary{})
			if !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q\ngot %v", row.want, err)
			}
		})
	}
}

// create creates a file or an empty folder, with its parent folders.
func create(t *testing.T, path string, folder bool) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if folder {
		if err := os.Mkdir(path, 0o755); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := os.WriteFile(path, []byte("true\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func damage(t *testing.T, path, old, with string) {
	t.Helper()
	if with == "CREATE" {
		create(t, path, filepath.Ext(path) == "")
	} else if with != "REMOVE" {
		labtest.Replace(t, path, old, with)
	} else if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	dir := copied(t)
	labtest.Replace(t, filepath.Join(dir, "lab.yaml"), "minutes: 10", "minutes: 0")
	labtest.Replace(t, filepath.Join(dir, "task.md"), "sa/viewer", "sa/nobody")
	labtest.Replace(t, filepath.Join(dir, "checks.feature"), "@task:2", "@task:9")
	_, err := reader.Load(dir, &steps.Vocabulary{})
	for _, file := range []string{"lab.yaml:8", "task.md:11", "checks.feature:13"} {
		if !strings.Contains(err.Error(), file+": ") {
			t.Errorf("%s is missing: %v", file, err)
		}
	}
}

func TestAStudentHasValuesOfTheirOwn(t *testing.T) {
	l := labtest.Load(t, good)
	mine, again, yours := l.Values("mine"), l.Values("mine"), l.Values("yours")
	if mine.String() != again.String() || mine["app"] == yours["app"] {
		t.Errorf("mine %s, again %s, yours %s", mine, again, yours)
	}
	if got := mine.Fill("${app} ${namespace} $HOME ${x:-1}"); got != mine["app"]+" ${namespace} $HOME ${x:-1}" {
		t.Errorf("got %q", got)
	}
}

func TestTheNamespaceStandsInTextsAndSubmissionsToo(t *testing.T) {
	dir := copied(t)
	labtest.Replace(t, filepath.Join(dir, "task.md"), "${team}", "${namespace}")
	labtest.Replace(t, filepath.Join(dir, "task.ko.md"), "${team}", "${namespace}")
	l := labtest.Load(t, dir)
	if got, want := l.Filling("ada")("${namespace} of ${app}"), l.Values("ada").Fill("${team} of ${app}"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestValuesStayTheSameInLaterVersions(t *testing.T) {
	if got, want := labtest.Load(t, good).Values("ada").String(), "app=nbgbx team=red"; got != want {
		t.Errorf("got %q, want %q: whoever has worked on a lab gets another one", got, want)
	}
}

func TestFind(t *testing.T) {
	found, err := reader.Find([]string{"testdata", good})
	if err != nil || !slices.Equal(found, []string{good, good}) {
		t.Errorf("got %q, %v", found, err)
	}
	if _, err := reader.Find([]string{"../../score"}); !input.Is(err) {
		t.Errorf("got %v", err)
	}
}

func TestRightSubmissionsAreFoundInOrder(t *testing.T) {
	dir := copied(t)
	create(t, filepath.Join(dir, "right/second/solve.sh"), false)
	create(t, filepath.Join(dir, "right/first/solve.sh"), false)
	if l := labtest.Load(t, dir); !slices.Equal(l.Right, []string{"first", "second"}) {
		t.Errorf("got %q", l.Right)
	}
}

func TestPreparationsFindTheImagesOfTheLab(t *testing.T) {
	dir := copied(t)
	labtest.Replace(t, filepath.Join(dir, "setup.feature"), "    Given I run", "    Given pod \"shop\" with image \"shop:dev\" runs on worker-1\n    And I run")
	if _, err := reader.Load(dir, &steps.Vocabulary{}); err == nil || !strings.Contains(err.Error(), `setup.feature:3: the cluster's registry has no image "shop:dev"`) {
		t.Errorf("got %v", err)
	}
	labtest.Replace(t, filepath.Join(dir, "lab.yaml"), "minutes: 10", "minutes: 10\nimages: [shop:dev]")
	if _, err := reader.Load(dir, &steps.Vocabulary{}); err != nil && strings.Contains(err.Error(), "shop:dev") {
		t.Errorf("got %v", err)
	}
}
