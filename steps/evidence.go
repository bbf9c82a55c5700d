package steps

import (
	"fmt"
	"strings"
)

// evidenceLength is how many of the last changes a failure shows.
const evidenceLength = 20

// evidence tells what last changed in the scenario's namespace, on the nodes
// and by faults: what a person wants to read beside a failure.
func (s *scenario) evidence() string {
	var lines []string
	for _, c := range s.history.Changes(s.start, s.namespace, evidenceLength) {
		lines = append(lines, fmt.Sprintf("%s  %-30s %s", c.At.Format("15:04:05.000"), c.Object, c.Text))
	}
	if len(lines) == 0 {
		return "nothing changed in namespace " + s.namespace + " or on the nodes"
	}
	return fmt.Sprintf("in namespace %s of cluster %s:\n%s", s.namespace, s.cluster.Name(), strings.Join(lines, "\n"))
}
