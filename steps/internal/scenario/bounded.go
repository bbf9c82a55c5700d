package scenario

import (
	"context"
	_ "embed"
	"fmt"
	"strconv"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// outputSize bounds the output of a command: more than people read, and no load on
// memory. The command may print a student's file, which may be endless.
const outputSize = 4 << 20

// Exit codes of a command that was ended because it wrote too much or ran too long.
// Such a command has neither succeeded nor failed with a message.
const (
	tooMuch = -1
	unended = -2
)

// boundedScript bounds what a command writes, where it runs.
//
//go:embed bounded.sh
var boundedScript string

// endedWhereItRuns returns a command line that is killed after the limit, or when it
// writes too much, with all processes in its group. Cancelling only the wait would
// leave the command running.
func endedWhereItRuns(line string, limit time.Duration) cluster.Command {
	return cluster.Command{
		Args: []string{"timeout", "--signal=KILL", fmt.Sprintf("%.3f", limit.Seconds()),
			"bash", "-c", boundedScript, "bash", strconv.Itoa(outputSize + 1)},
		Env: []string{cluster.LineVariable + "=" + line},
	}
}

// killed is the exit code of a command that was killed (128 + SIGKILL), by timeout or
// otherwise.
const killed = 137

// commandTime bounds a command. kubectl's own timeouts are shorter; kubeadm takes minutes to
// upgrade a control plane.
const commandTime = 5 * time.Minute

// timeFor returns how long a command may run: until shortly before the context's
// deadline.
func timeFor(ctx context.Context) time.Duration {
	left := commandTime
	if end, ends := ctx.Deadline(); ends {
		left = min(left, time.Until(end))
	}
	return max(left-min(left/10, time.Second), time.Millisecond)
}
