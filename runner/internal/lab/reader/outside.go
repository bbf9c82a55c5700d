package reader

import (
	"regexp"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// outside asks of a check that it looks from where no student is root: not by
// logs that one can write, and a command that names a node runs beside it, with
// the grader's own programs (workstation.Guard).
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

// nodeRoot is where a command beside a node finds its files: those that its
// first process sees.
const nodeRoot = "/proc/1/root"

// onNode finds the command of a sentence that says on which node, in the two
// languages.
var onNode = regexp.MustCompile(`"(.+)" on \S+ (?:prints|does not print|fails)|\S+에서 "(.+)"`)

// ofNode are programs that ask systemd, which a container beside the node has
// none of.
var ofNode = regexp.MustCompile(`\b(?:systemctl|journalctl)\b`)

// nodePath is a file, named as if the command ran on a node.
var nodePath = regexp.MustCompile(`(?:^|[\s=:'<(])(/(?:etc|var|run|root|home|opt|srv|tmp|usr)\b[^\s'")]*)`)

// shown are a node's folders that are beside it under their own names.
var shown = regexp.MustCompile(`^/(?:etc/kubernetes|run/containerd|var/lib/kubelet|var/lib/etcd)\b`)
