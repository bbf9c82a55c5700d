package model

import (
	"fmt"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// Begin returns the model of a run that has not started yet.
func Begin(p *plan.Plan) *Run {
	r := &Run{Plan: p, byID: map[string]*Scenario{}}
	for _, planned := range p.Scenarios {
		s := &Scenario{Scenario: planned, Repeat: p.RepeatOne(planned), retries: p.Retry, Steps: stepsOf(planned)}
		r.Scenarios = append(r.Scenarios, s)
		r.byID[planned.ID] = s
	}
	return r
}

func stepsOf(planned *plan.Scenario) []*Step {
	var all []*Step
	for _, step := range planned.Steps {
		all = append(all, &Step{Step: step})
	}
	return all
}

// Fold returns the model of a record. Scenarios that the run did not finish are
// undecided.
func Fold(rec *record.Record) *Run {
	r := Begin(rec.Plan)
	for _, e := range rec.Events {
		r.Add(e)
	}
	r.End()
	return r
}

// Add folds the next event into the model. It returns the scenario that the event
// finished, or nil. Events of scenarios that are not in the plan are ignored.
func (r *Run) Add(e record.Event) *Scenario {
	if e.At.After(r.Finished) {
		r.Finished = e.At
	}
	switch e.Type {
	case record.RunStarted:
		r.Started = e.At
		if e.Run != nil {
			r.By = *e.Run
		}
		return nil
	case record.RunFinished:
		r.ended, r.Aborted = true, e.Text
		r.end(e.At, e.Text)
		return nil
	}
	if s := r.byID[e.Scenario]; s != nil {
		return s.add(e)
	}
	return nil
}

func (s *Scenario) add(e record.Event) *Scenario {
	step := s.step(e.Step)
	switch {
	case e.Type == record.ScenarioStarted:
		if e.Try > 1 {
			s.again()
		}
		s.Started, s.Finished = e.At, e.At
	case e.Type == record.Noted:
		s.Notes = append(s.Notes, Note{At: e.At, Step: e.Step, Kind: e.Note, Text: e.Text, Data: e.Data})
	case e.Type == record.StepStarted && step != nil:
		step.Started, step.Finished = e.At, e.At
	case e.Type == record.StepReturned && step != nil:
		step.Finished, step.Returned = e.At, true
	case e.Type == record.StepFinished && step != nil:
		return s.finishStep(step, e)
	}
	return nil
}

func (s *Scenario) step(number int) *Step {
	if number < 1 || number > len(s.Steps) {
		return nil
	}
	return s.Steps[number-1]
}

func (s *Scenario) finishStep(step *Step, e record.Event) *Scenario {
	step.Outcome, step.Message, step.Reason = e.Outcome, e.Text, e.Reason
	if !step.Returned {
		step.Finished = e.At
	}
	if step.Started.IsZero() {
		step.Started = e.At
	}
	s.Finished = e.At
	return s.decide()
}

// again moves the finished try to the earlier ones and resets the scenario for the
// next try.
func (s *Scenario) again() {
	ended := *s
	ended.Earlier, ended.Verdict = nil, s.own()
	s.Earlier = append(s.Earlier, &ended)
	s.Steps, s.Notes, s.Verdict = stepsOf(s.Scenario), nil, ""
}

// decide sets the verdict of a scenario when all steps of its last try have an
// outcome, and then returns the scenario. If the last try passed, the scenario has
// passed; otherwise the worst try counts. A try that did not pass leaves the
// verdict open while retries remain.
func (s *Scenario) decide() *Scenario {
	found := s.own()
	if found == "" || found != verdict.Passed && len(s.Earlier) < s.retries && !s.CutShort {
		return nil
	}
	if found != verdict.Passed {
		for _, try := range s.Earlier {
			found = verdict.Worst(found, try.Verdict)
		}
	}
	s.Verdict = found
	return s
}

// End closes the model at the end of the record.
func (r *Run) End() {
	if r.ended {
		return
	}
	r.ended = true
	r.Aborted = "the record ends before the run does: it was killed, or is still going on"
	r.end(r.Finished, r.Aborted)
}

// end decides all planned scenarios that did not finish, and nothing else does.
// They are undecided if the run was cut short for a reason. If the run claims to be
// complete, they are failed, and gherkube itself is to blame.
func (r *Run) end(at time.Time, reason string) {
	outcome, blame, why := record.Undecided, verdict.Reason(""), fmt.Sprintf("the run ended before it: %s", reason)
	if reason == "" {
		outcome, blame, why = record.Failed, verdict.Panicked, "it was planned and never reached: that is a defect of the runner or of the steps"
	}
	for _, s := range r.Scenarios {
		if s.Verdict == "" {
			s.cutShort(at, outcome, blame, why)
		}
	}
}

// cutShort records the reason on the first step without an outcome. If an earlier
// step did not pass, that step decides the scenario instead.
func (s *Scenario) cutShort(at time.Time, outcome record.Outcome, blame verdict.Reason, why string) {
	s.CutShort = true
	blamed := s.FailedStep() != nil
	for _, step := range s.Steps {
		if step.Outcome != "" {
			continue
		}
		step.Outcome = record.NotRun
		if !blamed {
			step.Outcome, step.Reason, step.Message, blamed = outcome, blame, why, true
			s.stopClock(step, at)
		}
	}
	s.decide()
}

func (s *Scenario) stopClock(step *Step, at time.Time) {
	if !step.Started.IsZero() && !step.Returned {
		step.Finished = at
	}
	if !s.Started.IsZero() {
		s.Finished = at
	}
}
