package scenario

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// AnswersDir is the folder of answers, where commands and scripts run.
const AnswersDir = "answers/"

// Answer returns the content of an answer. A missing answer is the student's fault.
func (s *Scenario) Answer(name string) ([]byte, error) {
	if s.environment == nil || s.environment.Submission == nil {
		return nil, errors.New("there is no submission here: this is not a check of a lab")
	}
	for _, f := range s.environment.Submission.Answers {
		if f.Path == name {
			return f.Content, nil
		}
	}
	return nil, fmt.Errorf("there is no file %s%s: either it was not written, or it was left out (it has to be a regular file of an ordinary size)", AnswersDir, name)
}

// NeedSandbox starts the scenario's sandbox unless it runs. The start does not count
// against the student's time.
func (s *Scenario) NeedSandbox(ctx context.Context, name string) error {
	if _, err := s.Answer(name); err != nil {
		return err
	}
	if s.sandbox != nil {
		return nil
	}
	made, err := s.environment.Submission.Sandbox(ctx)
	if err != nil {
		return verdict.Unseenf("starting a sandbox for the submission: %w", err)
	}
	s.sandbox, s.mark = made, s.history.Now()
	return nil
}

// InSandbox runs a program on an answer, as the student.
func (s *Scenario) InSandbox(ctx context.Context, args ...string) (*Result, error) {
	var out, complaint bytes.Buffer
	code, ended, err := s.sandbox.Run(ctx, args, timeFor(ctx), &out, &complaint)
	if err != nil {
		return nil, verdict.Unseenf("running %s in the sandbox: %w", strings.Join(args, " "), err)
	}
	if ended != "" {
		return &Result{strings.Join(args, " "), -1, "", ended + ", and was ended"}, nil
	}
	return &Result{strings.Join(args, " "), code, out.String(), complaint.String()}, nil
}

// removeSandbox removes the scenario's sandbox, if it has one.
func (s *Scenario) removeSandbox() error {
	if s.sandbox == nil {
		return nil
	}
	return s.sandbox.Close(context.Background())
}

// NeedAPI verifies that the API server answers. Otherwise a failure in a sandbox says
// nothing about the submission.
func (s *Scenario) NeedAPI(ctx context.Context) error {
	_, err := s.client.Discovery().RESTClient().Get().AbsPath("/readyz").DoRaw(ctx)
	if err != nil {
		return verdict.Unseenf("the API server does not answer: %w", err)
	}
	return nil
}
