package reader

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// names compares the names in the texts with the objects of the setup and the
// checks, and with the nodes. It also compares the objects of the checks with the
// names that a student can know.
func (r *reader) names(setup, checks []*plan.Scenario) {
	made := r.words(lab.SetupFile, setup)
	looked := r.words(lab.ChecksFile, checks)
	fill := r.lab.Filling(samples[0])
	for _, t := range r.lab.Texts {
		text := fill(t.Content)
		for _, n := range names(text) {
			r.there(t.File, n, append(made, looked...))
		}
		r.nodes(t.File, text)
	}
	if len(r.lab.Texts) == 0 {
		return // reported when the texts were read
	}
	told := append(made, wordsOf(fill(r.lab.Texts[0].Content))...)
	for _, s := range checks {
		for _, step := range s.Steps {
			for _, one := range r.alone(step) {
				r.toldOf(one, told)
			}
		}
	}
}

// there reports names of a text that neither the setup creates nor a check
// observes.
func (r *reader) there(file string, n name, words []string) {
	switch {
	case n.kind == "node" || n.kind == "no":
	case slices.Contains(words, n.name), n.name == "default":
	default:
		r.problem(file, n.line, "speaks of %s, which %s does not make and %s does not look at", n, lab.SetupFile, lab.ChecksFile)
	}
}

// nodes reports nodes that the topology does not have.
func (r *reader) nodes(file, text string) {
	for i, line := range strings.Split(text, "\n") {
		for _, found := range cluster.NodeName.FindAllString(line, -1) {
			if !r.hasNode(found) {
				r.problem(file, i+1, "there is no node %s: the lab's cluster has %s", found, r.lab.Topology.Cluster())
			}
		}
	}
}

// hasNode reports whether the topology has a node.
func (r *reader) hasNode(name string) bool {
	return slices.Contains(r.lab.Topology.Cluster().Nodes(), name)
}

// object matches an object in a sentence.
var object = regexp.MustCompile(`\b(pod|deployment|daemonset|service|namespace|configmap|secret|ingress|serviceaccount) "([^"]+)"`)

// toldOf reports objects in the checks that a student cannot know.
func (r *reader) toldOf(step plan.Step, told []string) {
	for _, found := range object.FindAllStringSubmatch(step.Text, -1) {
		namespace, name, both := strings.Cut(found[2], "/")
		if !both {
			name = namespace
		}
		if both && slices.Contains(systemNamespaces, namespace) {
			continue
		}
		if !slices.Contains(told, name) {
			r.problem(lab.ChecksFile, step.Line, "%s looks at %s %q, of which neither the text nor %s says anything", lab.ChecksFile, found[1], found[2], lab.SetupFile)
		}
	}
}

var systemNamespaces = []string{"kube-system", "kube-public", "kube-node-lease", "default"}

// words returns everything in a feature that may be a name, including doc strings
// and tables, which plans do not contain.
func (r *reader) words(file string, scenarios []*plan.Scenario) []string {
	content, err := r.content(file)
	if err != nil {
		return nil
	}
	words := wordsOf(r.lab.Values(samples[0]).Fill(content))
	for _, s := range scenarios {
		for _, step := range s.Steps {
			words = append(words, wordsOf(step.Text)...)
		}
	}
	return append(words, r.lab.Values(samples[0]).Fill(r.lab.Namespace))
}

var nameWord = regexp.MustCompile(`[a-z0-9]([-a-z0-9.]*[a-z0-9])?`)

func wordsOf(text string) []string { return nameWord.FindAllString(text, -1) }
