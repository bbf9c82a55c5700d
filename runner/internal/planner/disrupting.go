package planner

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/effect"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// disrupting rejects disruptive commands in a scenario that shares its cluster, as
// it rejects disruptive sentences, because they would affect other scenarios.
func (m *maker) disrupting(s *plan.Scenario, step *plan.Step, definition steps.Step) {
	if s.Isolation != cluster.Shared {
		return
	}
	for _, script := range definition.Scripts(m.lineOf(s, step)) {
		commands, err := shell.Parse(script.Text)
		if err != nil {
			return // scripts has reported it
		}
		for _, c := range commands {
			what := kubectlDisruption(c)
			if what == "" && script.Node != "" {
				what = nodeDisruption(c)
			}
			if what != "" {
				m.wrongIn(s, step, "%q disrupts the cluster (%s): tag the scenario @disruptive or @own-cluster", step.Text, what)
				return
			}
		}
	}
}

// kubectlDisruption describes what a kubectl command does to nodes and to the
// cluster's own workloads, or returns "".
func kubectlDisruption(c shell.Command) string {
	if len(c.Words) == 0 || path.Base(c.Words[0].Text) != "kubectl" {
		return ""
	}
	call, err := effect.ReadKubectl(c.Words[1:])
	if err != nil || call.Complaint() == "" {
		return ""
	}
	verb, _, _ := strings.Cut(call.Verb, " ")
	ofNode := len(call.Args) > 0 && ofNodes.MatchString(call.Args[0].Text)
	switch {
	case slices.Contains(disruptiveVerbs, call.Verb):
		return "kubectl " + call.Verb
	case call.Verb == "delete" && ofNode:
		return "kubectl delete node"
	case slices.Contains(changingVerbs, verb) && (call.Value("-n") == "kube-system" || call.Value("--namespace") == "kube-system"):
		return "kubectl " + call.Verb + " in kube-system"
	}
	return ""
}

var (
	disruptiveVerbs = strings.Fields("drain cordon uncordon taint")
	changingVerbs   = strings.Fields("delete scale patch edit replace set rollout")
	ofNodes         = regexp.MustCompile(`^(?:nodes?|no)(?:/|$)`)
)

// nodeDisruption describes what a command does to the node that it runs on, or
// returns "".
func nodeDisruption(c shell.Command) string {
	for _, r := range c.Redirects {
		if r.Writes() && ofNode.MatchString(r.Target.Text) {
			return "writes to " + r.Target.Text
		}
	}
	if len(c.Words) == 0 || c.Local {
		return ""
	}
	name, args := path.Base(c.Words[0].Text), c.Words[1:]
	acts := effect.Acts(name, args, func(file string) bool { return !ofNode.MatchString(file) })
	switch {
	case acts == "":
		return ""
	case slices.Contains(powers, name), effect.Writes(name),
		slices.Contains(rewriters, name) && has(args, ofNode),
		name == "systemctl" && (has(args, power) || has(args, stops) && has(args, part)),
		slices.Contains(killers, name) && has(args, part):
		return name + " " + acts
	}
	return ""
}

func has(words []shell.Word, pattern *regexp.Regexp) bool {
	return slices.ContainsFunc(words, func(w shell.Word) bool { return pattern.MatchString(w.Text) })
}

var (
	stops = regexp.MustCompile(`^(?:stop|restart|kill|disable|mask)$`)
	power = regexp.MustCompile(`^(?:reboot|poweroff|halt|isolate|kexec|suspend)$`)
	// ofNode matches folders that a node depends on.
	ofNode = regexp.MustCompile(`^/(?:etc/(?:kubernetes|cni|containerd|systemd)|var/lib/(?:kubelet|etcd|containerd))(?:/|$)`)
	// part matches the name of a component of a node.
	part      = regexp.MustCompile(`\b(?:kubelet|containerd|etcd|kube-\w+)\b`)
	powers    = strings.Fields("reboot shutdown poweroff halt swapoff")
	killers   = strings.Fields("kill pkill killall")
	rewriters = strings.Fields("sed perl")
)
