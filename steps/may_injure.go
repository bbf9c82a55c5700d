package steps

import (
	"regexp"
	"slices"
	"strings"
)

// MayInjure tells whether a sentence can do more to a cluster than change what
// is in its scenario's namespace, as far as the sentence shows: what a command
// on a node, a script or a manifest does, it does not show.
func (s Step) MayInjure(in Line) bool {
	switch {
	case s.Disruptive:
		return true
	case s.Looks || !slices.ContainsFunc(anAction, s.Allows):
		return false
	case s.Topic == "manifests":
		return true
	case s.Topic == "commands":
		return commandMayInjure(in)
	case s.Topic == "pods" && len(in.Table) > 0: // requests take the room of the cluster's nodes
		return slices.Contains(in.Table[0], "cpu") || slices.Contains(in.Table[0], "memory")
	}
	return false
}

// commandMayInjure judges the command of a sentence: between its quotes, or in
// its doc string.
func commandMayInjure(in Line) bool {
	command := in.Text
	if from, to := strings.Index(command, `"`), strings.LastIndex(command, `"`); from >= 0 && from < to {
		if node := strings.TrimSpace(command[:from] + command[to+1:]); onANode.MatchString(node) {
			return true
		}
		command = command[from+1 : to]
	}
	if in.DocString != nil {
		command = *in.DocString
	}
	return !onlyReads.MatchString(command) && (!inNamespace.MatchString(command) || beyondNamespace.MatchString(command))
}

var (
	onANode = regexp.MustCompile(`on \S+$|에서`)
	// onlyReads is a kubectl that changes nothing, and no second program.
	onlyReads = regexp.MustCompile("^\\s*kubectl (?:get|describe|logs|top|explain|version|cluster-info|api-resources|api-versions|wait|events|auth can-i)\\b[^;|&$`>\\n]*\\s*$")
	// inNamespace is a kubectl that works in the namespace of the scenario
	// unless it is told otherwise, and no second program.
	inNamespace = regexp.MustCompile("^\\s*kubectl (?:create (?:deployment|service|configmap|secret|job|cronjob|serviceaccount|role|rolebinding)|run|expose|scale|rollout|autoscale|set|delete|annotate|label|patch)\\b[^;|&$`>\\n]*\\s*$")
	// beyondNamespace is what tells it otherwise.
	beyondNamespace = regexp.MustCompile(`(?i)(?:^|\s)(?:-n|-A|-f|-k|--(?:namespace|all-namespaces|filename|kustomize|context|kubeconfig|as|server)\b)|\b(?:nodes?|no|namespaces?|ns|pv|persistentvolumes?|crds?|customresourcedefinitions?|priorityclass\w*|\w*webhook\w*|apiservices?|storageclass\w*|cluster\w*)\b`)
)
