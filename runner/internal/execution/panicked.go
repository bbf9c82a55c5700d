package execution

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// panicked returns the text of a step's panic that godog turned into an error: the
// panic, and the stack down to godog's call of the step. godog does not export the
// error's type, so panicked recognizes it by name.
func panicked(err error) (string, bool) {
	for ; err != nil; err = errors.Unwrap(err) {
		if fmt.Sprintf("%T", err) == "*godog.traceError" {
			return "panic: " + err.Error() + frames(fmt.Sprintf("%+v", err)), true
		}
	}
	return "", false
}

// frames returns the step's own part of a stack trace: between the panic and the
// call by reflection.
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

// crashed records a panic in a hook, which godog does not recover from. The current
// step has failed, and godog's run has ended.
func (s *recorder) crashed(reason any, stack []byte) error {
	text := fmt.Sprintf("panic at the end of a scenario: %v", reason)
	finished := s.redacted(record.Event{
		Type: record.StepFinished, Outcome: record.Failed, Reason: verdict.Panicked, Text: text + "\n" + string(stack),
	})
	told, _, _ := strings.Cut(finished.Text, "\n")
	err := errors.New(told)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open != nil {
		s.open.task.End(err)
		finished.Scenario, finished.Step = s.open.ID, max(1, s.open.current)
		s.x.Append(finished)
	}
	return err
}
