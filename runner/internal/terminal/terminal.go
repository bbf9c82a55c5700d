// Package terminal displays the progress of long-running work: live lines on a
// terminal, plain lines with the time elsewhere, as in CI.
package terminal

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/gherkube/gherkube/fixtures/progress"
)

// Terminal is the destination of a command's output and progress. Progress goes to
// standard error; standard output only gets the command's result.
type Terminal struct {
	// Stdout and Stderr are for the command's output. They are Clean, and cooperate
	// with the live lines.
	Stdout, Stderr io.Writer
	// Color reports whether Stdout can display colours and the user wants them.
	Color bool
	// Screen reports whether Stdout is a terminal.
	Screen bool

	screen *os.File // Stdout if it is a terminal of this process
	width  int      // of a terminal elsewhere
	shown  display
}

// display draws tasks. A watched task is drawn while it runs and leaves nothing
// behind, because its end is reported elsewhere.
type display interface {
	progress.Reporter
	Watch(name string) progress.Task
	Close()
}

// Open returns the terminal for the streams of a process.
func Open(stdout, stderr *os.File) *Terminal {
	t := &Terminal{screen: stdout, Stdout: clean(stdout, isTerminal(stdout)), Stderr: Clean(stderr), Color: isTerminal(stdout) && os.Getenv("NO_COLOR") == "", Screen: isTerminal(stdout)}
	if !isTerminal(stderr) {
		t.shown = progress.NewLines(t.Stderr)
		return t
	}
	live := &live{out: stderr}
	t.shown, t.Stderr = live, clean(live.above(stderr), true)
	if isTerminal(stdout) {
		t.Stdout = clean(live.above(stdout), true)
	}
	return t
}

// Plain returns a terminal that writes progress as plain lines.
func Plain(stdout, stderr io.Writer) *Terminal {
	visible := Clean(stderr)
	return &Terminal{Stdout: Clean(stdout), Stderr: visible, shown: progress.NewLines(visible)}
}

// Elsewhere returns a terminal whose output is shown on a screen that this process does
// not have, with so many columns; 0 if it is shown on none.
func Elsewhere(stdout, stderr io.Writer, width int, color bool) *Terminal {
	t := Plain(stdout, stderr)
	t.width, t.Color, t.Screen = width, color && width > 0, width > 0
	return t
}

func isTerminal(file *os.File) bool {
	return term.IsTerminal(int(file.Fd())) && os.Getenv("TERM") != "dumb"
}

// Size returns the columns and rows of the terminal that Stdout is, or zeros if it
// is none.
func (t *Terminal) Size() (width, height int) {
	if t.screen == nil || !t.Screen {
		return 0, 0
	}
	width, height, err := term.GetSize(int(t.screen.Fd()))
	if err != nil || width <= 0 || height <= 0 {
		return 0, 0
	}
	return width, height
}

// Width returns the columns of the terminal that Stdout is, or 0 if it is none.
func (t *Terminal) Width() int {
	if t.screen == nil {
		return t.width
	}
	width, _ := t.Size()
	return width
}

// Begin implements progress.Reporter.
func (t *Terminal) Begin(name string) progress.Task { return t.shown.Begin(name) }

// Watch shows a task that leaves nothing behind when it ends.
func (t *Terminal) Watch(name string) progress.Task { return t.shown.Watch(name) }

// Board returns the function that draws lines on the terminal until they are stopped, or
// nil if progress does not go to a terminal.
func (t *Terminal) Board() func(lines func(width int) []string) (stop func()) {
	if l, ok := t.shown.(*live); ok {
		return l.Board
	}
	return nil
}

// Close removes the live lines.
func (t *Terminal) Close() { t.shown.Close() }
