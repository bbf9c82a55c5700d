package steps

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Handed is what a student handed in. To the grader it is data.
type Handed struct {
	Answers []cluster.File // by path below answers/
	// Sandbox starts a container in which an answer can run: with the student's
	// rights, and without the grader's.
	Sandbox func(context.Context) (Sandbox, error)
}

// Sandbox is where answers run.
type Sandbox interface {
	// Run runs a program as the student, in the folder that has answers/ in it,
	// for so long at most. Ended says why it did not end by itself, or is empty;
	// the error says that the sandbox could not be used.
	Run(ctx context.Context, args []string, limit time.Duration, out, complaint io.Writer) (code int, ended string, err error)
	Close(ctx context.Context) error
}

// answersDir is the folder of answers, where commands and scripts run.
const answersDir = "answers/"

// handedIn finds what is wrong with a claim about answers before anything runs:
// only the checks of a lab have any, and they are named by their path below
// answers/.
func (in Line) handedIn(names ...string) error {
	if !in.Handed {
		return errors.New("only the checks of a lab can speak of what a student handed in")
	}
	for _, name := range names {
		if clean := path.Clean("/" + strings.TrimPrefix(name, answersDir))[1:]; clean != name && name != "" {
			return fmt.Errorf("name the file by its path below %s: %q", answersDir, clean)
		}
	}
	return nil
}

// answer is the content of an answer. That there is none is the student's doing.
func (s *scenario) answer(name string) ([]byte, error) {
	if s.environment == nil || s.environment.Handed == nil {
		return nil, errors.New("nothing was handed in here: this is no check of a lab")
	}
	for _, f := range s.environment.Handed.Answers {
		if f.Path == name {
			return f.Content, nil
		}
	}
	return nil, fmt.Errorf("there is no file %s%s: either it was not written, or it was left out (it has to be a regular file of an ordinary size)", answersDir, name)
}

// needSandbox starts the scenario's sandbox, unless it is there. The time that
// it takes is not the student's.
func (s *scenario) needSandbox(ctx context.Context, name string) error {
	if _, err := s.answer(name); err != nil {
		return err
	}
	if s.sandbox != nil {
		return nil
	}
	made, err := s.environment.Handed.Sandbox(ctx)
	if err != nil {
		return verdict.Unseenf("starting a sandbox for what was handed in: %w", err)
	}
	s.sandbox, s.mark = made, s.history.Now()
	return nil
}

// inSandbox runs a program on an answer, as the student.
func (s *scenario) inSandbox(ctx context.Context, args ...string) (*result, error) {
	var out, complaint bytes.Buffer
	code, ended, err := s.sandbox.Run(ctx, args, timeFor(ctx), &out, &complaint)
	if err != nil {
		return nil, verdict.Unseenf("running %s in the sandbox: %w", strings.Join(args, " "), err)
	}
	if ended != "" {
		return &result{strings.Join(args, " "), -1, "", ended + ", and was ended"}, nil
	}
	return &result{strings.Join(args, " "), code, out.String(), complaint.String()}, nil
}

// removeSandbox removes the scenario's sandbox, if it has one.
func (s *scenario) removeSandbox() error {
	if s.sandbox == nil {
		return nil
	}
	return s.sandbox.Close(context.Background())
}

// answers proves that the API server answers: what failed in a sandbox while it
// did not tells nothing about what was handed in.
func (s *scenario) answers(ctx context.Context) error {
	_, err := s.client.Discovery().RESTClient().Get().AbsPath("/readyz").DoRaw(ctx)
	if err != nil {
		return verdict.Unseenf("the API server does not answer: %w", err)
	}
	return nil
}
