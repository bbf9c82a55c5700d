package reader

import (
	"regexp"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// outside checks that a check observes from a place where no student is root. It
// rejects logs that a student can write. A command on a node runs in a sidecar,
// with the grader's own programs (workstation.Guard), and must fit that.
func (r *reader) outside(step plan.Step, d steps.Step) {
	if d.Topic == "order" {
		r.problem(lab.ChecksFile, step.Line, "%q is told by logs on nodes, where students are root: look at what is, not at who did it", step.Text)
		return
	}
	said := onNode.FindStringSubmatch(step.Text)
	if said == nil {
		return
	}
	command := said[1] + said[2] // one language's is empty
	if program := ofNode.FindString(command); program != "" {
		r.problem(lab.ChecksFile, step.Line, "%q: %s asks systemd on the node, and checks run beside it: look at processes, ports, or files below %s", step.Text, program, nodeRoot)
	}
	for _, path := range nodePath.FindAllStringSubmatch(command, -1) {
		if shown.MatchString(path[1]) {
			continue
		}
		r.problem(lab.ChecksFile, step.Line, "%q: checks run beside a node, which has its files below %s: %s%s", step.Text, nodeRoot, nodeRoot, path[1])
	}
}

// nodeRoot is the path at which a sidecar finds the node's files: the root of the
// node's process 1.
const nodeRoot = "/proc/1/root"

// onNode matches a sentence that runs a command on a node, in both languages.
var onNode = regexp.MustCompile(`"(.+)" on \S+ (?:prints|does not print|fails)|\S+에서 "(.+)"`)

// ofNode matches programs that talk to systemd, which the sidecar cannot reach.
var ofNode = regexp.MustCompile(`\b(?:systemctl|journalctl)\b`)

// nodePath matches a path that is valid on a node only.
var nodePath = regexp.MustCompile(`(?:^|[\s=:'<(])(/(?:etc|var|run|root|home|opt|srv|tmp|usr)\b[^\s'")]*)`)

// shown matches folders of the node that the sidecar has at the same paths.
var shown = regexp.MustCompile(`^/(?:etc/kubernetes|run/containerd|var/lib/kubelet|var/lib/etcd)\b`)
