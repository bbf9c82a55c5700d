package lab

import (
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/taint"
	"github.com/gherkube/gherkube/runner/plan"
)

// answers asks of a check's command that it only reads what was handed in: it
// runs with the grader's rights, which a student's code must never have.
func (r *reader) answers(step plan.Step) {
	for _, command := range commandsIn(step.Text) {
		if why := taint.Misuse(command); why != "" {
			r.problem(ChecksFile, step.Line, "%q %s", command, why)
		}
	}
}

// asked finds the commands of a sentence that has some asked, in either
// language; of an until there can be two.
var asked = regexp.MustCompile(`"(.+?)"(?:(?: on \S+)? (?:prints|does not print|fails with) |(?:이|가|은|는) ".+?"(?:이라고|라고| )(?:만| )*(?:출력|알리며))`)

func commandsIn(sentence string) []string {
	var all []string
	for _, found := range asked.FindAllStringSubmatch(sentence, -1) {
		all = append(all, strings.TrimPrefix(found[1], `"`))
	}
	return all
}
