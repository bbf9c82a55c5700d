package report

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/wording"
)

// diagnostics writes the diagnostics of a try: in full for show, and elsewhere which
// there are. Their texts are too long for the output of a run.
func (p pen) diagnostics(b *strings.Builder, s *model.Scenario) {
	items := s.Diagnostics()
	if len(items) == 0 {
		return
	}
	if !p.whole {
		fmt.Fprintf(b, "      %s (%s): %s\n", p.bold("Diagnostics"), wording.Counted(diagnosticLines(s), "line"), p.showing(s))
		for _, item := range items {
			b.WriteString(p.wrapped(item.Title(), "        "))
		}
		return
	}
	fmt.Fprintf(b, "      %s\n", p.bold("Diagnostics"))
	for _, item := range items {
		b.WriteString(p.wrapped(item.Title(), "        "))
		b.WriteString(p.wrapped(item.Shown(), "          "))
	}
}

// showing returns the command that shows a scenario in full.
func (p pen) showing(s *model.Scenario) string {
	command := "gherkube show"
	if p.Record != nil {
		command += " " + plan.Quote(recordName(p.Record()))
	}
	return command + " " + plan.Quote(s.ID)
}

// diagnosticLines counts the lines of the diagnostics' texts.
func diagnosticLines(s *model.Scenario) (n int) {
	for _, item := range s.Diagnostics() {
		n += strings.Count(strings.TrimRight(item.Shown(), "\n"), "\n") + 1
	}
	return n
}
