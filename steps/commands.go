package steps

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

var commandSteps = []Step{
	{
		Topic:   "commands",
		Kinds:   anAction,
		Pattern: `^I run "([^"]+)"$`,
		Meaning: "Run a command as the cluster's administrator, on the control plane, in the scenario's namespace; it must succeed.",
		Example: `I run "kubectl create deployment web --image=nginx"`,
		Func:    func(ctx context.Context, command string) error { return runCommand(ctx, command, "", true) },
	},
	{
		Topic:   "commands",
		Kinds:   anAction,
		Pattern: `^I run "([^"]+)" on (\S+)$`,
		Meaning: "Run a command as root on a node; it must succeed.",
		Example: `I run "crictl ps" on worker-1`,
		Func:    func(ctx context.Context, command, node string) error { return runCommand(ctx, command, node, true) },
	},
	{
		Topic:   "commands",
		Kinds:   anAction,
		Pattern: `^I try "([^"]+)"$`,
		Meaning: "Run a command that may fail; what came of it is for a Then.",
		Example: `I try "kubectl create deployment web --image=nginx"`,
		Func:    func(ctx context.Context, command string) error { return runCommand(ctx, command, "", false) },
	},
	{
		Topic:   "commands",
		Kinds:   anExpectation,
		Pattern: `^the command failed with "([^"]+)"$`,
		Meaning: "The last command ended with a code other than 0 and wrote these words.",
		Example: `the command failed with "already exists"`,
		Func:    commandFailed,
	},
	{
		Topic:   "commands",
		Kinds:   anExpectation,
		Pattern: `^the command printed "([^"]+)"$`,
		Meaning: "The last command ended with code 0 and wrote these words.",
		Example: `the command printed "deployment.apps/web created"`,
		Func:    commandPrinted,
	},
}

// result is what came of a command.
type result struct {
	command string
	code    int
	output  string // standard output, then standard error
}

func (r result) String() string {
	return fmt.Sprintf("%s\nended with code %d and wrote:\n%s", r.command, r.code, indent(r.output))
}

// commandTime bounds a command: kubectl's own waits are shorter.
const commandTime = 2 * time.Minute

func runCommand(ctx context.Context, command, node string, mustSucceed bool) error {
	s, err := scenarioFrom(ctx)
	if err != nil {
		return err
	}
	if s.last, err = s.run(ctx, command, node); err != nil {
		return err
	}
	s.acted()
	if mustSucceed && s.last.code != 0 {
		return errors.New(s.last.String())
	}
	return nil
}

// run runs a command line on a node, or as the administrator at the control
// plane when node is empty.
func (s *scenario) run(ctx context.Context, command, node string) (*result, error) {
	script := command
	if node == "" {
		node, script = s.cluster.Nodes()[0].Name(), s.asAdministrator(command)
	}
	n, err := s.cluster.Node(node)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, commandTime)
	defer cancel()
	var out, complaint bytes.Buffer
	code, err := n.Exec(ctx, cluster.Command{Args: []string{"bash", "-c", script}, Stdout: &out, Stderr: &complaint})
	if err != nil {
		return nil, verdict.Unseenf("running %q on %s: %w", command, node, err)
	}
	return &result{command, code, out.String() + complaint.String()}, nil
}

// asAdministrator lets every kubectl of a command line speak to the cluster as
// its administrator, in the scenario's namespace unless it names another.
func (s *scenario) asAdministrator(command string) string {
	return fmt.Sprintf(`kubectl() { command kubectl --kubeconfig=/etc/kubernetes/admin.conf --namespace=%s "$@"; }
%s`, s.namespace, command)
}

// acted marks the end of an action: expectations look at what comes after it.
func (s *scenario) acted() { s.mark = s.history.Now() }

func lastCommand(ctx context.Context) (*result, error) {
	s, err := scenarioFrom(ctx)
	if err != nil {
		return nil, err
	}
	if s.last == nil {
		return nil, errors.New("no command was run in this scenario before this sentence")
	}
	return s.last, nil
}

func commandFailed(ctx context.Context, words string) error {
	r, err := lastCommand(ctx)
	if err != nil {
		return err
	}
	if r.code == 0 || !strings.Contains(r.output, words) {
		return fmt.Errorf("expected a code other than 0, and %q\n%s", words, r)
	}
	return nil
}

func commandPrinted(ctx context.Context, words string) error {
	r, err := lastCommand(ctx)
	if err != nil {
		return err
	}
	if r.code != 0 || !strings.Contains(r.output, words) {
		return fmt.Errorf("expected code 0, and %q\n%s", words, r)
	}
	return nil
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
}
