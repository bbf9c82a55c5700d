package steps

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Most sentences depend on nothing but the scenario's own namespace. Others
// depend on what is beyond it: the room that pods leave on nodes, what runs
// there, lists of all namespaces. A scenario with such a sentence begins when
// nothing is left in the cluster of the scenarios that have ended.

// onNamedNode is of a sentence whose words name a node, at that place, of the
// pods that the scheduler spreads: where it puts them depends on all others.
func onNamedNode(at int) func(Line, []string) bool {
	return func(_ Line, words []string) bool { return words[at] != "" }
}

// requestsRoom is of a table of pods that request cpu or memory.
func requestsRoom(in Line, _ []string) bool {
	return len(in.Table) > 0 && (slices.Contains(in.Table[0], "cpu") || slices.Contains(in.Table[0], "memory"))
}

// takesOfNodes finds in a manifest what can be had only once, or as long as there is
// some.
var takesOfNodes = regexp.MustCompile(`\b(?:requests|limits|hostPort|hostNetwork|nodePort)"?\s*:`)

// commandBeyond judges a command, with the words that are expected of it. What
// names the scenario's namespace is about that.
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
	// ofTheNodeAlone is a command that tells nothing of pods, and no second
	// program.
	ofTheNodeAlone = regexp.MustCompile("^\\s*(?:cd \\S+ && )?(?:systemctl|journalctl|etcdctl|hostname|uname|date|crictl (?:images|pull|info|version))\\b[^;|&$`>\\n]*$")
	// ofAllNamespaces is a kubectl that tells of several namespaces, of all
	// pods of a node or of what belongs to no namespace, or that takes a port
	// of all nodes.
	ofAllNamespaces = regexp.MustCompile(`(?i)(?:^|\s)(?:-A|--all-namespaces|--raw \S*/(?:namespaces|nodes|pods)|--node-port|--requests|--limits|top|describe (?:no|nodes?))\b|\bget (?:ns|namespaces?|pv|persistentvolumes?)(?:\s|$)`)
)
