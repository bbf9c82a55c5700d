package planner

import (
	"errors"
	"regexp"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// scripts rejects commands that bash cannot parse, before a cluster is started for
// them. It also rejects scripts without commands, and a second sentence that became
// part of the first one's command.
func (m *maker) scripts(s *plan.Scenario, step *plan.Step, definition steps.Step) {
	for _, script := range definition.Scripts(m.lineOf(s, step)) {
		commands, err := shell.Parse(script.Text)
		switch {
		case err == nil && len(commands) == 0:
			m.wrongIn(s, step, "there is no command below %q: it would do nothing", step.Text)
		case !script.Below && joined.MatchString(step.Text):
			m.wrongIn(s, step, "what follows the first command is a part of it: give each sentence a line of its own")
		}
		var broken *shell.Error
		if !errors.As(err, &broken) {
			continue
		}
		at := *step
		if script.Below {
			at.Line = step.Opens + broken.Line
		}
		if s.Row && unfilledPlaceholder.MatchString(script.Text) && len(m.wrong[s.File]) > 0 {
			continue // reported as a placeholder that nothing fills in
		}
		m.wrongIn(s, &at, "bash cannot read the command: %s", broken.Text)
	}
}

// unfilledPlaceholder matches what is left of a placeholder, which bash reads as a
// redirection.
var unfilledPlaceholder = regexp.MustCompile(`<[^<>\n]+>`)

// joined matches text between two quotes that continues like a sentence.
var joined = regexp.MustCompile(`\S"(?:,|;)? (?:(?:and|but|then|or) )+(?:it )?(?:prints?|printed|does not print|did not print|fails? with|failed with|I (?:run|try)|within \d|for \d)[^"]* "\S` +
	`|\S"\S*(?:라고|하고|하면)[^"]* "\S`)
