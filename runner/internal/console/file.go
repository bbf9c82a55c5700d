package console

import (
	"bufio"
	"context"
	"fmt"
	"io"
)

// longest is the maximum length of a line in bytes.
const longest = 1 << 20

// file reads the lines of a file or a pipe.
type file struct{ lines <-chan read }

// read is the result of reading one line.
type read struct {
	text string
	err  error
}

// FromFile reads lines from a file or a pipe.
func FromFile(in io.Reader) Lines {
	lines := make(chan read)
	go func() { // reading cannot be cancelled
		scanner := bufio.NewScanner(in)
		scanner.Buffer(nil, longest)
		for scanner.Scan() {
			lines <- read{text: scanner.Text()}
		}
		err := io.EOF
		if scanner.Err() != nil {
			err = fmt.Errorf("reading the sentences: %w", scanner.Err())
		}
		for {
			lines <- read{err: err}
		}
	}()
	return file{lines}
}

// Next returns the next line.
func (f file) Next(ctx context.Context, _ string) (string, error) {
	select {
	case r := <-f.lines:
		return r.text, r.err
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

// Typed returns false.
func (file) Typed() bool { return false }

// Remember does nothing.
func (file) Remember(string) {}
