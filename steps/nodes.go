package steps

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/spelling"
)

// nodeWords returns the groups of an English pattern that capture the name of a node:
// the unquoted word after "node", "on" or "bound to".
func nodeWords(pattern string) []int {
	if known, ok := nodeGroups.Get(pattern); ok {
		return known
	}
	var all []int
	group := -1
	for i := range len(pattern) {
		if pattern[i] != '(' || strings.HasPrefix(pattern[i:], "(?") || i > 0 && pattern[i-1] == '\\' {
			continue
		}
		group++
		body, _, _ := strings.Cut(pattern[i+1:], ")")
		before := pattern[:i]
		if slices.Contains([]string{`\S+`, `[^\s"]+`, `no node|\S+`}, body) && slices.ContainsFunc([]string{"node ", "on ", "bound to "},
			func(word string) bool { return strings.HasSuffix(before, word) }) {
			all = append(all, group)
		}
	}
	nodeGroups.Put(pattern, all)
	return all
}

var nodeGroups grammar.Cache[[]int]

// nodes checks the node names among the words that an English pattern captures.
func (in Line) nodes(pattern string, words []string) error {
	var errs []error
	for _, i := range nodeWords(pattern) {
		errs = append(errs, in.node(words[i]))
	}
	return errors.Join(errs...)
}

// node checks the name of a node, as far as the topology is known.
func (in Line) node(name string) error {
	switch {
	case name == "" || name == "no node" || grammar.Placeholder.MatchString(name):
		return nil
	case strings.ContainsAny(name, "\"'`“”‘’"):
		return fmt.Errorf("the name of a node stands without quotes: write %s", strings.Trim(name, "\"'`“”‘’"))
	case in.Topology == cluster.Topology{}:
		return nil
	}
	there := nodesOf(in.Topology)
	if slices.Contains(there, name) {
		return nil
	}
	if in.Topology.Simulates(name) {
		if in.ofObjects {
			return nil
		}
		return fmt.Errorf("node %s is simulated: nothing runs there, so only the state and the fields of its object can be spoken of", name)
	}
	return fmt.Errorf("there is no node %s: the scenario's cluster has %s%s", name, strings.Join(there, ", "), didYouMean(name, there))
}

// ofObjects reports whether the sentences of a topic are about objects of the API only,
// so that the node they name may be a simulated one.
func ofObjects(topic string) bool {
	return slices.Contains([]string{"objects", "fields", "pods", "workloads", "events"}, topic)
}

// nodesOf returns the names of the nodes of a cluster.
func nodesOf(t cluster.Topology) (names []string) {
	for _, kind := range []struct {
		role  cluster.Role
		count int
	}{{cluster.ControlPlane, t.ControlPlanes}, {cluster.Worker, t.Workers}} {
		for i := range kind.count {
			names = append(names, fmt.Sprintf("%s-%d", kind.role, i+1))
		}
	}
	return names
}

// planned is a cluster of which only the topology is known: enough to tell which fault
// a sentence means.
type planned struct {
	cluster.Cluster
	topology cluster.Topology
}

// Topology returns the planned topology.
func (p planned) Topology() cluster.Topology { return p.topology }

// Nodes returns the nodes by name.
func (p planned) Nodes() (all []cluster.Node) {
	for _, name := range nodesOf(p.topology) {
		all = append(all, plannedNode{name: name})
	}
	return all
}

type plannedNode struct {
	cluster.Node
	name string
}

// Name returns the node's name.
func (n plannedNode) Name() string { return n.name }

// didYouMean suggests the existing name closest to a misspelt one.
func didYouMean(name string, there []string) string {
	if meant := spelling.Nearest(strings.Trim(name, ".,;:!?"), there); meant != "" {
		return "; did you mean " + meant + "?"
	}
	return ""
}
