package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// engine is one without a cluster. A pod that is called "slow" never runs, "broken" fails
// and "unseen" cannot be observed; everything else passes.
type engine struct {
	log   io.Writer // gets what was run
	fault string
}

func (e *engine) Run(ctx context.Context, step *messages.PickleStep, paused bool) error {
	_, _ = fmt.Fprintf(e.log, "run %s %v%s\n", step.Text, paused, belowOf(step))
	switch {
	case strings.Contains(step.Text, `"slow"`):
		<-ctx.Done()
		return errors.New("it was cut off")
	case strings.Contains(step.Text, `"broken"`):
		return errors.New("expected another state\x1b[2J\n     saw: Pending")
	case strings.Contains(step.Text, `"unseen"`):
		return verdict.Unseenf("the API server did not answer")
	case strings.HasSuffix(step.Text, "is stopped"):
		e.fault = step.Text
	case strings.HasSuffix(step.Text, "is started again"):
		e.fault = ""
	}
	return nil
}

func belowOf(step *messages.PickleStep) string {
	switch {
	case step.Argument == nil:
		return ""
	case step.Argument.DocString != nil:
		return fmt.Sprintf(" %q", step.Argument.DocString.Content)
	}
	return fmt.Sprintf(" %d rows", len(step.Argument.DataTable.Rows))
}

func (e *engine) Look(_ context.Context, claim string) (observe.Sight, error) {
	_, _ = fmt.Fprintf(e.log, "look %s\n", claim)
	if strings.Contains(claim, `"unseen"`) {
		return observe.Sight{}, verdict.Unseenf("the watch broke")
	}
	at := time.Date(2026, 11, 29, 12, 0, 10, 0, time.UTC)
	return observe.Sight{At: at, Since: at.Add(-3 * time.Second), Exact: true, Seen: "Pending", Matches: strings.Contains(claim, "Pending")}, nil
}

func (e *engine) EachChange(ctx context.Context, claim string, told func(observe.Sight)) error {
	_, _ = fmt.Fprintf(e.log, "watch %s\n", claim)
	told(observe.Sight{Seen: "Pending: bound to worker-1"})
	told(observe.Sight{Unseen: "the API server did not answer"})
	told(observe.Sight{Seen: "Running on worker-1", Matches: true})
	<-ctx.Done()
	return nil
}

func (e *engine) LastFault() string { return e.fault }

func (e *engine) Reverting(fault string, _ []string) string {
	if strings.HasPrefix(fault, "the kubelet") {
		return strings.Replace(fault, "is stopped", "is started again", 1)
	}
	return ""
}

func (e *engine) Revert(_ context.Context, fault string) error {
	e.fault = ""
	_, err := fmt.Fprintf(e.log, "revert %s\n", fault)
	return err
}

func (e *engine) Names(_ context.Context, typ string) []string {
	if typ != "pod" && typ != "파드" {
		return nil
	}
	return []string{"web", "cache", "\x1b[2J"}
}

// child makes the test binary be a console with that engine, at the terminal that it has.
const child = "GHERKUBE_CONSOLE_CHILD"

func serveChild() int {
	log, err := os.OpenFile(os.Getenv(child), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return 9
	}
	o := options(&engine{log: log}, os.Stdout)
	o.Index = index()
	editor := NewEditor(Completer{Index: o.Index, Nodes: o.Topology.Nodes(), Names: o.Engine.Names})
	o.Lines, o.Interruptible = editor, onSignal
	_, err = Serve(context.Background(), o)
	if err = errors.Join(err, editor.Close()); err != nil {
		fmt.Println(err)
		return 8
	}
	fmt.Println("ended in order")
	return 0
}
