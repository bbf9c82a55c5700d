package steps

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// answers statically checks the names of answers in a sentence. Only checks of labs have
// answers, and a name is the path below answers/.
func (in Line) answers(names ...string) error {
	if !in.Checks {
		return errors.New("only the checks of a lab can refer to a submission")
	}
	for _, name := range names {
		if clean := path.Clean("/" + strings.TrimPrefix(name, scenario.AnswersDir))[1:]; clean != name && name != "" {
			return fmt.Errorf("name the file by its path below %s: %q", scenario.AnswersDir, clean)
		}
	}
	return nil
}
