package execution

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// panicked words an error that godog made of a step's panic: the panic, and
// the stack down to where godog called the step. godog does not export the
// type, so it is known by its name.
func panicked(err error) (string, bool) {
	for ; err != nil; err = errors.Unwrap(err) {
		if fmt.Sprintf("%T", err) == "*godog.traceError" {
			return "panic: " + err.Error() + frames(fmt.Sprintf("%+v", err)), true
		}
	}
	return "", false
}

// frames keeps of a stack what lies between the panic and the call by
// reflection, which is the step's own.
func frames(trace string) string {
	_, after, found := strings.Cut(trace, "runtime.gopanic\n")
	if !found {
		return ""
	}
	own, _, _ := strings.Cut(after, "\nreflect.Value.call\n")
	_, own, found = strings.Cut(own, "\n") // the second line of gopanic's frame
	if !found {
		return ""
	}
	return "\n" + own
}

// crashed writes down a panic that godog did not catch, in a hook: the step
// under way has failed, and godog has ended.
func (s *recorder) crashed(reason any, stack []byte) error {
	text := fmt.Sprintf("panic at the end of a scenario: %v", reason)
	finished := s.x.redacted(record.Event{
		Type: record.StepFinished, Outcome: record.Failed, Reason: verdict.Panicked, Text: text + "\n" + string(stack),
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open != nil {
		s.open.task.End(errors.New(text))
		finished.Scenario, finished.Step = s.open.ID, max(1, s.open.current)
		s.x.Append(finished)
	}
	return errors.New(text)
}
