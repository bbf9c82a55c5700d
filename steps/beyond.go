package steps

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Most sentences depend only on the scenario's own namespace. Others depend on more of
// the cluster: free capacity of nodes, pods there, lists across all namespaces. A scenario
// with such a sentence starts only when everything of earlier scenarios is gone from the
// cluster.

// onNamedNode reports whether a sentence names a node, in words[at]. Where the scheduler
// places pods depends on all other pods of the cluster.
func onNamedNode(at int) func(Line, []string) bool {
	return func(_ Line, words []string) bool { return words[at] != "" }
}

// requestsRoom reports whether a table of pods requests cpu or memory.
func requestsRoom(in Line, _ []string) bool {
	return len(in.Table) > 0 && (slices.Contains(in.Table[0], "cpu") || slices.Contains(in.Table[0], "memory"))
}

// takesOfNodes matches manifest fields that claim a limited or exclusive resource of
// nodes.
var takesOfNodes = regexp.MustCompile(`\b(?:requests|limits|hostPort|hostNetwork|nodePort)"?\s*:`)

// commandBeyond reports whether a command, with its expected output, depends on more than
// the namespace. A command that contains ${namespace} does not.
func commandBeyond(command, node, words string) bool {
	switch {
	case strings.Contains(command+words, "${"+scenario.NamespaceValue+"}"):
		return false
	case node != "":
		return !ofTheNodeAlone.MatchString(command)
	}
	return ofAllNamespaces.MatchString(command) || takesOfNodes.MatchString(command)
}

var (
	// ofTheNodeAlone matches a single command whose output is independent of pods.
	ofTheNodeAlone = regexp.MustCompile("^\\s*(?:cd \\S+ && )?(?:systemctl|journalctl|etcdctl|hostname|uname|date|crictl (?:images|pull|info|version))\\b[^;|&$`>\\n]*$")
	// ofAllNamespaces matches a kubectl command that reads several namespaces, all pods
	// of a node or cluster-scoped objects, or that takes a port on all nodes.
	ofAllNamespaces = regexp.MustCompile(`(?i)(?:^|\s)(?:-A|--all-namespaces|--raw \S*/(?:namespaces|nodes|pods)|--node-port|--requests|--limits|top|describe (?:no|nodes?))\b|\bget (?:ns|namespaces?|pv|persistentvolumes?)(?:\s|$)`)
)
