package scenario

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"strconv"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// outputSize is how much a command may write: more than people read, and no
// burden. A file that it shows may be a student's, and have no end.
const outputSize = 4 << 20

// bounded keeps the beginning of what is written to it, and gives up who writes
// more.
type bounded struct {
	giveUp context.CancelFunc
	over   bool
	kept   bytes.Buffer
}

// Write never fails: whoever writes is ended.
func (b *bounded) Write(p []byte) (int, error) {
	room := outputSize - b.kept.Len()
	if room < len(p) {
		b.over = true
		b.giveUp()
	}
	b.kept.Write(p[:min(room, len(p))])
	return len(p), nil
}

// The codes of a command that was ended because of what it wrote, or because it
// did not end by itself. Such a command has neither done what it was asked for
// nor failed with any words.
const (
	tooMuch = -1
	unended = -2
)

// boundedScript bounds what a command writes, where it runs.
//
//go:embed bounded.sh
var boundedScript string

// endedWhereItRuns is a command line that is killed after so long, or when it
// writes too much, with all that it started and that stayed in its process
// group: giving up to wait for a command does not end it.
func endedWhereItRuns(line string, limit time.Duration) cluster.Command {
	return cluster.Command{
		Args: []string{"timeout", "--signal=KILL", fmt.Sprintf("%.3f", limit.Seconds()),
			"bash", "-c", boundedScript, "bash", strconv.Itoa(outputSize + 1)},
		Env: []string{cluster.LineVariable + "=" + line},
	}
}

// killed is the code of a command that was killed (128 + SIGKILL), by timeout
// or by anybody else.
const killed = 137

// commandTime bounds a command: kubectl's own waits are shorter.
const commandTime = 2 * time.Minute

// timeFor is how long a command may run: until shortly before nobody waits for
// it any more.
func timeFor(ctx context.Context) time.Duration {
	left := commandTime
	if end, ends := ctx.Deadline(); ends {
		left = min(left, time.Until(end))
	}
	return max(left-min(left/10, time.Second), time.Millisecond)
}
