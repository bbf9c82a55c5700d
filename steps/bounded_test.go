package steps

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// endless is a host whose commands write until their context ends.
type endless struct{}

func (endless) Name() string { return "grader" }

func (endless) Exec(ctx context.Context, cmd cluster.Command) (int, error) {
	for ctx.Err() == nil {
		_, _ = io.WriteString(cmd.Stdout, strings.Repeat("all is well\n", 1000))
	}
	return -1, ctx.Err()
}

func TestACommandThatWritesWithoutEndIsEndedAndHasFailed(t *testing.T) {
	s := scenario.Fake{Namespace: "shop", Environment: &Environment{Grader: endless{}}}.Scenario()
	for _, verb := range []string{"prints", "prints exactly", "does not print"} {
		said := saying(verb, "all is well")
		r, err := askAgain(t.Context(), s, "cat answers/pods.txt", "", said)
		if err != nil {
			t.Fatal(err)
		}
		if ok, _ := said.Match(r); ok || !strings.Contains(r.String(), "it wrote more than 4 MiB, and was ended") {
			t.Errorf("%s: %v, %s", verb, ok, r)
		}
	}
}
