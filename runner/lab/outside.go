package lab

import (
	"regexp"

	"github.com/gherkube/gherkube/runner/plan"
	"github.com/gherkube/gherkube/steps"
)

// outside asks of a check that it looks from where no student is root: a
// command that names a node runs beside it, with the grader's own programs, and
// finds the node's files below /proc/1/root.
func (r *reader) outside(step plan.Step) {
	if steps.Inside(step.Text) {
		r.problem(ChecksFile, step.Line, "%q asks a node's own runtime, logs or keys, and students are root there: look at it by the API, or from beside the node", step.Text)
		return
	}
	said := onNode.FindStringSubmatch(step.Text)
	if said == nil {
		return
	}
	command := said[1] + said[2] // one language's is empty
	if program := ofNode.FindString(command); program != "" {
		r.problem(ChecksFile, step.Line, "%q: %s asks what runs on the node, and checks run beside it: look at /proc, at ports, or at files below %s", step.Text, program, nodeRoot)
	}
	if path := nodePath.FindStringSubmatch(command); path != nil {
		r.problem(ChecksFile, step.Line, "%q: checks run beside a node, which has its files below %s: %s%s", step.Text, nodeRoot, nodeRoot, path[1])
	}
}

// nodeRoot is where a command beside a node finds its files: those that its
// first process sees.
const nodeRoot = "/proc/1/root"

// onNode finds the command of a sentence that says on which node, in the two
// languages.
var onNode = regexp.MustCompile(`"(.+)" on \S+ (?:prints|does not print|fails)|\S+에서 "(.+)"`)

// ofNode are programs that ask a service of the node, which a container beside
// it has none of.
var ofNode = regexp.MustCompile(`\b(?:systemctl|journalctl|crictl|ctr|kubectl|kubeadm)\b`)

// nodePath is a file of a node, named as if the command ran on it.
var nodePath = regexp.MustCompile(`(?:^|[\s=:'<(])(/(?:etc|var|run|root|home|opt|srv|tmp|usr)\b[^\s'")]*)`)
