package report

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/model"
)

// matrix lists the scenarios whose verdicts differ between versions of Kubernetes, or says
// that there are none.
func (p pen) matrix(b *strings.Builder, run *model.Run) {
	if len(run.Plan.Matrix) == 0 {
		return
	}
	var lines []string
	for _, place := range places(run) {
		if line := acrossVersions(run, place); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		fmt.Fprintf(b, "\nThe versions of Kubernetes agree on every scenario that ran.\n")
		return
	}
	fmt.Fprintf(b, "\n%s\n%s\n", p.bold("Differs between versions of Kubernetes"), strings.Join(lines, "\n"))
}

// acrossVersions lists the verdicts of a scenario by version. It returns "" if those that
// were reached are the same.
func acrossVersions(run *model.Run, place string) string {
	var words []string
	name, verdicts := "", map[string]bool{}
	for _, s := range run.Scenarios {
		if s.Place() != place || !s.Matrix || !s.Reached() {
			continue
		}
		name = s.Name
		words = append(words, fmt.Sprintf("%s %s", s.Topology.Kubernetes, s.Verdict))
		verdicts[string(s.Verdict)] = true
	}
	if len(verdicts) < 2 {
		return ""
	}
	return fmt.Sprintf("  %s  %s  %s", strings.Join(words, ", "), place, name)
}
