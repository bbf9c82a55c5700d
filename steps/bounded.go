package steps

import (
	"bytes"
	"context"
)

// outputSize is how much a command may write: more than people read, and no
// burden. A file that it shows may be a student's, and have no end.
const outputSize = 4 << 20

// bounded keeps the beginning of what is written to it, and ends who writes
// more.
type bounded struct {
	end  context.CancelFunc
	over bool
	kept bytes.Buffer
}

// Write never fails: whoever writes is ended.
func (b *bounded) Write(p []byte) (int, error) {
	room := outputSize - b.kept.Len()
	if room < len(p) {
		b.over = true
		b.end()
	}
	b.kept.Write(p[:min(room, len(p))])
	return len(p), nil
}

// tooMuch is the code of a command that was ended because of what it wrote.
const tooMuch = -1
