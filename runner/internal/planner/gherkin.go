package planner

import (
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// tooLong rejects a scenario with lines that exceed godog's limit after
// placeholders were replaced.
func (m *maker) tooLong(s *plan.Scenario) {
	for line := range strings.SplitSeq(string(s.Gherkin()), "\n") {
		if len(line) >= feature.MaxLine {
			m.problem(s.File, s.Line, "filled in, a line of the scenario has %d bytes: it may have less than 64 KiB; put long text into a file", len(line))
			return
		}
	}
}
