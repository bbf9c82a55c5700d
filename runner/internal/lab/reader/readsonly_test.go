package reader_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab/labtest"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// TestAnswersAreNotRun checks that lint rejects labs whose checks would run a
// student's code, in every place and both languages.
func TestAnswersAreNotRun(t *testing.T) {
	const line = "    And within 5s deployment"
	rows := map[string]struct{ sentence, want string }{
		"a script":         {`within 5s "bash answers/command.sh" prints "worker-1"`, `checks.feature:10: "bash answers/command.sh" runs an answer: say: within 10s the student's script`},
		"a kubeconfig":     {`within 5s "kubectl --kubeconfig=answers/config get nodes" prints "worker-1"`, "say: within 5s the student's kubeconfig"},
		"quotes inside":    {`within 5s "bash -c "$(cat answers/x)"" prints exactly "1"`, "runs an answer"},
		"for some time":    {`for 5s "bash answers/x" does not print "2"`, "runs an answer"},
		"in Korean":        {`5초 안에 "bash answers/x"가 "1"이라고 출력한다`, "runs an answer"},
		"a Korean failure": {`5초 안에 "bash answers/x"가 "1"이라고 알리며 실패한다`, "runs an answer"},
		"until it does":    {`until "cat /x" prints "1", within 5s, "bash answers/x" prints "1"`, "runs an answer"},
		"until the first":  {`until "bash answers/x" prints "1", within 5s, "cat /x" prints "1"`, "runs an answer"},
		"a node's program": {`within 5s "/proc/1/root/usr/local/bin/x" on worker-1 prints "1"`, "runs a file of the node: students are root there"},
		"a node's script":  {`within 5s "cat /etc/kubernetes/x; bash /proc/1/root/opt/x.sh" on worker-1 prints "1"`, "runs a file of the node: students are root there"},
		"a node's root":    {`within 5s "chroot /proc/1/root ls" on worker-1 prints "1"`, "runs a file of the node: students are root there"},
		"a node's account": {`within 5s "kubectl --kubeconfig=/proc/1/root/root/.kube/config get pods" on worker-1 prints "1"`, "a file of the node"},
		"a node's data":    {`within 5s "cat /proc/1/root/etc/fstab" on worker-1 prints "1"`, ""},
		"only read":        {`within 5s "diff <(sort answers/x) <(kubectl get pods -o name)" prints exactly "1"`, ""},
		"by its sentence":  {`within 5s the student's script "x.sh" prints "bash answers/x"`, ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			dir := copied(t)
			labtest.Replace(t, filepath.Join(dir, "checks.feature"), line, "    And "+row.sentence+"\n"+line)
			_, err := reader.Load(dir, &steps.Vocabulary{})
			if row.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q\ngot %v", row.want, err)
			}
		})
	}
}

// TestOnlyChecksReferToASubmission checks the other errors that lint finds in
// sentences about answers.
func TestOnlyChecksReferToASubmission(t *testing.T) {
	for name, row := range map[string]struct{ file, old, with, want string }{
		"a setup":        {"setup.feature", "    Then within 30s the pods", "    Then within 5s the student's script \"x.sh\" prints \"1\"\n    And within 30s the pods", "only the checks of a lab can refer to a submission"},
		"a long path":    {"checks.feature", "    And within 5s deployment", "    And within 5s the student's script \"answers/x.sh\" prints \"1\"\n    And within 5s deployment", `name the file by its path below answers/: "x.sh"`},
		"a way out":      {"checks.feature", "    And within 5s deployment", "    And within 5s the student's token \"../x\" may list pods\n    And within 5s deployment", `name the file by its path below answers/: "x"`},
		"a strange verb": {"checks.feature", "    And within 5s deployment", "    And within 5s the student's kubeconfig \"x\" may read pods\n    And within 5s deployment", `no right is called "read"`},
		"a denial alone": {"checks.feature", "    Then within 30s deployment", "    Then within 5s the student's kubeconfig \"x\" may not list pods\n    And within 30s deployment", "is true of a cluster in which nothing works"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copied(t)
			labtest.Replace(t, filepath.Join(dir, row.file), row.old, row.with)
			if _, err := reader.Load(dir, &steps.Vocabulary{}); !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q\ngot %v", row.want, err)
			}
		})
	}
}
