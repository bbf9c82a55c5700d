package execution

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"sync"

	"github.com/cucumber/godog"
	"github.com/cucumber/godog/formatters"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps/event"
)

// recorder is a godog formatter that records the events of one scenario and prints
// nothing.
type recorder struct {
	*godog.BaseFmt
	ctx     context.Context
	x       *Execution
	planned *plan.Scenario
	try     int // the number of the try, from 1

	mu      sync.Mutex
	open    *scenario     // nil until godog starts the planned scenario
	secrets *redact.Vault // of the scenario's cluster; nil until it has one
}

// scenario is a planned scenario that has started.
type scenario struct {
	*plan.Scenario
	pickle  string         // the ID of the pickle
	numbers map[string]int // of the steps, by their pickle step's id
	current int            // the number of the current step, 0 before the first
	broken  bool           // a step did not pass, so later steps do not run
	found   verdict.Verdict
	failed  bool // the current step returned an error before any interruption
	task    progress.Task
}

func newRecorder(ctx context.Context, x *Execution, planned *plan.Scenario, try int) *recorder {
	return &recorder{BaseFmt: godog.NewBaseFmt("", io.Discard), ctx: ctx, x: x, planned: planned, try: try}
}

func (s *recorder) name() string { return fmt.Sprintf("gherkube %p", s) }

// Pickle records the start of the scenario, unless the run was interrupted.
func (s *recorder) Pickle(pickle *messages.Pickle) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ctx.Err() != nil {
		return
	}
	s.open = &scenario{Scenario: s.planned, pickle: pickle.Id, numbers: map[string]int{}, task: s.watch(s.planned)}
	for i, step := range pickle.Steps {
		s.open.numbers[step.Id] = i + 1
	}
	s.x.Append(record.Event{Type: record.ScenarioStarted, Scenario: s.planned.ID, Try: s.later()})
}

// later returns the number of a try after the first, or 0.
func (s *recorder) later() int {
	if s.try == 1 {
		return 0
	}
	return s.try
}

// verdict returns the verdict of the try, or "" if it did not start.
func (s *recorder) verdict() verdict.Verdict {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == nil {
		return ""
	}
	return s.open.found
}

// of returns the running scenario if pickle is its ID, otherwise nil. The caller
// holds the lock.
func (s *recorder) of(pickle string) *scenario {
	if s.open != nil && s.open.pickle == pickle {
		return s.open
	}
	return nil
}

func (s *recorder) watch(planned *plan.Scenario) progress.Task {
	if s.x.Quiet {
		return progress.Begin(context.Background(), planned.Title()) // a context without a reporter
	}
	if s.try > 1 {
		return s.x.watch(fmt.Sprintf("%s (try %d)", planned.Title(), s.try))
	}
	return s.x.watch(planned.Title())
}

func (s *recorder) selected(sc *godog.Scenario) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.of(sc.Id) != nil
}

// folder returns the folder of the file that contains a step: the file of its
// phrase, or the scenario's own.
func (s *recorder) folder(step *godog.Step) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open != nil {
		if n := s.open.numbers[step.Id]; n > 0 {
			return filepath.Dir(s.planned.FileOf(s.planned.Steps[n-1]))
		}
	}
	return filepath.Dir(s.planned.File)
}

// Defined is called for every step before it runs or is skipped.
func (s *recorder) Defined(pickle *messages.Pickle, step *messages.PickleStep, _ *formatters.StepDefinition) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sc := s.of(pickle.Id)
	if sc == nil || sc.broken {
		return
	}
	sc.current, sc.failed = sc.numbers[step.Id], false
	sc.task.Step(step.Text)
	s.x.Append(record.Event{Type: record.StepStarted, Scenario: sc.ID, Step: sc.current})
}

// note records an event of the suite.
func (s *recorder) note(e event.Event) {
	note := s.redacted(noteOf(e))
	s.mu.Lock()
	defer s.mu.Unlock()
	sc := s.of(e.Scenario)
	if sc == nil {
		return
	}
	if e.Kind == event.Returned {
		if sc.current == len(sc.numbers) {
			sc.task.Step("cleaning up")
		}
		s.x.Append(record.Event{Type: record.StepReturned, At: e.At, Scenario: sc.ID, Step: sc.current})
		return
	}
	if e.Kind == event.Seen {
		sc.failed = s.ctx.Err() == nil
	}
	note.Scenario, note.Step = sc.ID, sc.current
	s.x.Append(note)
}

// noteOf returns the record's form of an event.
func noteOf(e event.Event) record.Event {
	note := record.Event{Type: record.Noted, At: e.At, Note: string(e.Kind), Text: e.Text}
	if e.Data != nil {
		data, err := json.Marshal(e.Data)
		if err != nil {
			note.Text += fmt.Sprintf("\n(encoding its data as JSON: %v)", err)
		}
		note.Data = data
	}
	return note
}

// Summary implements godog's formatter interface and prints nothing.
func (s *recorder) Summary() {}
