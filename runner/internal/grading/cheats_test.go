//go:build cluster

package grading

import "testing"

// cheats try to make the checks run their code with the grader's rights, or to do a
// task while another one is checked. Each earns the points of what it really did,
// out of 12.
var cheats = []siege{
	{"../errands/solution", 12, nil, nil},
	{"../errands/wrong/script-only", 2, nil, nil},
	{"../errands/wrong/other-quota", 2, nil, nil},
	{"script-does-the-work", 0, []string{"a check only looks: what would change the cluster is not passed on", "pod/web", "student"}, nil},
	{"script-looks-for-rights", 0, []string{
		"no way past the gate", "no registry", "a check only looks", "/etc/kubernetes/admin.conf: No such file", "expected the ready pods",
	}, nil},
	{"script-never-ends", 2, []string{"and was ended"}, nil},
	{"script-lives-on", 0, nil, nil},
	{"kubeconfig-runs-a-plugin", 0, []string{`runs a credential plugin (exec: "bash"), which is not run here`}, nil},
	{"kubeconfig-of-the-grader", 0, []string{"impersonates", `certificate-authority names the file "/etc/kubernetes/pki/ca.crt"`}, nil},
	{"kubeconfig-elsewhere", 0, []string{`its server is "https://127.0.0.1:1", and the API server of this cluster is https://`}, nil},
	{"manifest-does-the-work", 0, []string{"was to have 1 quota, and has 0"}, nil},
	{"settings", 2, nil, nil},
	{"names", 2, []string{
		`"nodes.sh" was left out: it is no regular file`, `"quota.yaml" was left out: it is no regular file`,
		`"large" was left out: it has 1048576 bytes`, "there are more than 64 answers", "the name has characters that cannot be shown", "it is more than 10 folders deep",
	}, nil},
	{"linked-folder", 0, []string{"the folder of answers is a link"}, nil},
}

// TestWhatWasHandedInRunsWithTheStudentsRights runs and judges each of them.
func TestWhatWasHandedInRunsWithTheStudentsRights(t *testing.T) {
	besiege(t, "errands", "cheats", cheats)
}
