package console

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/peterh/liner"
)

// Editor reads lines from the terminal of this process, with editing, completion and
// history.
type Editor struct {
	state   *liner.State
	history *history
}

// NewEditor controls the terminal until Close. While it reads no line, Ctrl-C sends an
// interrupt as usual, and typed text is not echoed.
func NewEditor(complete Completer) *Editor {
	e := &Editor{state: liner.NewLiner(), history: openHistory(historyPath())}
	e.state.SetCtrlCAborts(true)
	e.state.SetMultiLineMode(true)
	e.state.SetTabCompletionStyle(liner.TabPrints)
	e.state.SetBeep(false)
	e.state.SetWordCompleter(func(line string, cursor int) (string, []string, string) {
		runes := []rune(line)
		before, behind := string(runes[:cursor]), string(runes[cursor:])
		return "", complete.Complete(context.Background(), before, behind), behind
	})
	for _, line := range e.history.lines {
		e.state.AppendHistory(line)
	}
	return e
}

// Next reads a line. Ctrl-C returns ErrCleared, and Ctrl-D io.EOF.
func (e *Editor) Next(ctx context.Context, prompt string) (string, error) {
	typed := make(chan read, 1)
	go func() {
		text, err := e.state.Prompt(prompt)
		typed <- read{text, err}
	}()
	select {
	case r := <-typed:
		switch {
		case r.err == nil:
			return r.text, nil
		case errors.Is(r.err, liner.ErrPromptAborted):
			return "", ErrCleared
		case errors.Is(r.err, io.EOF):
			fmt.Println()
			return "", io.EOF
		}
		return "", fmt.Errorf("reading from the terminal: %w", r.err)
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

// Typed returns true.
func (e *Editor) Typed() bool { return true }

// Remember adds a line to the history file.
func (e *Editor) Remember(line string) {
	e.state.AppendHistory(line)
	e.history.add(line)
}

// Close restores the terminal. It returns the errors of the history file.
func (e *Editor) Close() error { return errors.Join(e.state.Close(), e.history.close()) }
