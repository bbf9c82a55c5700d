package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/observe"
)

// evidenceLength is how many of the latest changes a failure shows.
const evidenceLength = 20

// Evidence returns the latest changes in the scenario's namespace, on nodes, in
// background requests and by faults. People read it beside a failure.
func (s *Scenario) Evidence() string {
	var lines []string
	changes := append(s.history.Changes(s.start, s.namespace, evidenceLength), s.outages()...)
	slices.SortStableFunc(changes, func(a, b observe.Change) int { return a.At.Compare(b.At) })
	for _, c := range changes[max(0, len(changes)-evidenceLength):] {
		lines = append(lines, evidenceLine(c))
	}
	if len(lines) == 0 {
		return "nothing changed in namespace " + s.namespace + " or on the nodes"
	}
	return fmt.Sprintf("in namespace %s of cluster %s (times in UTC):\n%s", s.namespace, s.cluster.Name(), strings.Join(lines, "\n"))
}

func evidenceLine(c observe.Change) string {
	return fmt.Sprintf("%s  %-30s %s", clock.Millis(c.At), c.Object, c.Text)
}
