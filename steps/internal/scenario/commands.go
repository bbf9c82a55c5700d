package scenario

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Last returns the result of the last command, or nil.
func (s *Scenario) Last() *Result { return s.last }

// Command runs a command line as an action, and stores the result. It runs on a node,
// or as the administrator if node is empty.
func (s *Scenario) Command(ctx context.Context, command, node, input string, mustSucceed bool) error {
	var err error
	ctx, cancel := context.WithTimeout(ctx, commandTime)
	defer cancel()
	if s.last, err = s.Run(ctx, command, node, input); err != nil {
		return err
	}
	s.Acted(ctx)
	s.onNode = s.onNode || node != ""
	s.namedAfter = s.namedAfter || strings.Contains(command+input, s.namespace)
	if s.last.Code == unended || mustSucceed && s.last.Code != 0 {
		return cmp.Or(s.Unaskable(s.last), errors.New(s.last.String()))
	}
	return nil
}

// Run runs a command line on a node, or as the administrator if node is empty.
func (s *Scenario) Run(ctx context.Context, command, node, input string) (*Result, error) {
	n, script, err := s.host(ctx, command, node)
	if err != nil {
		return nil, err
	}
	ctx, giveUp := context.WithCancel(ctx)
	defer giveUp()
	out, complaint := cluster.Bounded{Limit: outputSize, Over: giveUp}, cluster.Bounded{Limit: outputSize, Over: giveUp}
	limit, began := timeFor(ctx), time.Now()
	line := endedWhereItRuns(script, limit)
	line.Stdin, line.Stdout, line.Stderr = strings.NewReader(input), &out, &complaint
	code, err := n.Exec(ctx, line)
	switch {
	case out.More() || complaint.More():
		return &Result{command, tooMuch, "", fmt.Sprintf("it wrote more than %d MiB, and was ended", outputSize>>20)}, nil
	case code == killed && time.Since(began) >= limit: // a probe may report this as an error
		return s.neverEnded(ctx, n, node, command, limit)
	case err != nil:
		return nil, verdict.Unseenf("running %q on %s: %w", command, n.Name(), err)
	}
	return &Result{command, code, out.String(), complaint.String()}, nil
}

// neverEnded returns the result of a command that ran until its time limit: the command
// was seen not to end. If kubectl was waiting for an unreachable API server, that
// proves nothing.
func (s *Scenario) neverEnded(ctx context.Context, at Host, node, command string, limit time.Duration) (*Result, error) {
	why := fmt.Sprintf("it had %s, did not end in that time, and was ended", limit.Round(time.Second/10))
	if strings.Contains(command, "kubectl") {
		err := s.apiSilence(uncancelled(ctx))
		if err == nil && node == "" {
			err = s.silentTo(uncancelled(ctx), at)
		}
		if err != nil {
			return nil, verdict.Unseenf("%s\n%s: %w", command, why, err)
		}
	}
	return &Result{command, unended, "", why}, nil
}

// host returns where a command line runs, and the command line for that host.
func (s *Scenario) host(ctx context.Context, command, node string) (Host, string, error) {
	if node == "" && s.environment != nil {
		return s.environment.Grader, s.asAdministrator(command), nil
	}
	if node == "" {
		n, err := s.administratorsNode(ctx)
		return n, s.asAdministrator(command), err
	}
	n, err := s.cluster.Node(node)
	if err != nil {
		return nil, "", verdict.Defectf("%w", err)
	}
	return n, command, nil
}
