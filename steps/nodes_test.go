package steps_test

import (
	"regexp"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps"
)

var (
	quotedText = regexp.MustCompile(`"[^"]*"`)
	aNodeName  = regexp.MustCompile(`(?:worker|control-plane)-\d`)
)

// Wherever an example names a node, the name of a node that does not exist is rejected.
func TestEverySentenceKnowsItsNodes(t *testing.T) {
	tried := 0
	for _, s := range steps.All() {
		for _, said := range s.Sentences() {
			if !aNodeName.MatchString(quotedText.ReplaceAllString(said.Example, "")) {
				continue
			}
			tried++
			text := aNodeName.ReplaceAllStringFunc(said.Example, func(string) string { return "worker-9" })
			in := steps.Line{Text: text, Topology: cluster.Default, Isolation: cluster.OwnCluster}
			if s.Complaint(in) == nil && s.Complaint(withText(in)) == nil {
				t.Errorf("%s: a node that is not there is accepted", text)
			}
		}
	}
	if tried < 40 {
		t.Errorf("only %d examples name a node", tried)
	}
}

// withText adds a doc string, for sentences that need one.
func withText(in steps.Line) steps.Line {
	empty := "true"
	in.DocString = &empty
	return in
}

// Node names and the order of faults are checked before the scenario runs.
func TestComplaintsOfNodesAndFaults(t *testing.T) {
	for name, row := range map[string]struct {
		line steps.Line
		want string // part of the complaint; empty for none
	}{
		"a node that is there":     {onTwo(`within 5s deployment "web" has 2 pods on worker-2`), ""},
		"a node too many":          {onTwo(`within 5s deployment "web" has 2 pods on worker-9`), "no node worker-9: the scenario's cluster has control-plane-1, worker-1, worker-2"},
		"a full stop":              {onTwo(`within 5s deployment "web" has 2 pods on worker-1.`), "did you mean worker-1?"},
		"a mistyped node":          {onTwo(`within 5s node wroker-1 is Ready`), "did you mean worker-1?"},
		"a node of another scheme": {onTwo(`I run "ls" on node7`), "no node node7"},
		"a node in quotes":         {onTwo(`node "worker-1" is cordoned`), "stands without quotes: write worker-1"},
		"a node of a value":        {steps.Line{Text: `I run "ls" on ${namespace}`, Topology: cluster.Default}, ""},
		"a program for a node":     {onTwo(`within 5s only kube-apiserver is connected to port 2379 on control-plane-1`), ""},
		"no node":                  {onTwo(`within 5s pod "web" is bound to no node`), ""},
		"a node of an until":       {onTwo(`until node worker-7 is Unknown, within 5s, pod "web" is Pending`), "no node worker-7"},
		"a Korean node":            {onTwo(`노드 worker-7을 cordon한다`), "no node worker-7"},
		"a node of a row":          {steps.Line{Text: "I create these pods:", Table: [][]string{{"name", "image", "node"}, {"a", "nginx", "worker-9"}}, Topology: cluster.Default}, "no node worker-9"},
		"reverted":                 {after(`node worker-1 is drained`, `node worker-1 is uncordoned`), ""},
		"reverted elsewhere":       {after(`node worker-2 is cordoned`, `node worker-1 is uncordoned`), `the active faults are those of "node worker-2 is cordoned"`},
		"reverted for nothing":     {onTwo(`the kubelet on worker-1 is started again`), "has no active fault so far"},
		"reverted twice":           {steps.Line{Text: `node worker-1 is thawed`, Before: []string{`node worker-1 is frozen`, `node worker-1 is thawed`}}, "has no active fault so far"},
		"reverted in Korean":       {after(`node worker-1 is cordoned`, `노드 worker-1을 uncordon한다`), ""},
		"a component":              {after(`the scheduler is held down`, `the scheduler on control-plane-1 is brought back`), ""},
		"another component":        {after(`the scheduler is held down`, `the etcd is brought back`), "injects this fault"},
		"injected twice":           {after(`node worker-1 is stopped`, `node worker-1 is stopped`), "is already injected by"},
		"a strange taint":          {onTwo(`node worker-1 is tainted with "disk=slow"`), "taint"},
	} {
		t.Run(name, func(t *testing.T) { complains(t, row.line, row.want) })
	}
}

func onTwo(text string) steps.Line {
	return steps.Line{Text: text, Topology: cluster.Default, Isolation: cluster.OwnCluster}
}
