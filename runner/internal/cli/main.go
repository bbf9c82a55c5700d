// Package cli implements the gherkube command: its subcommands, their help, and
// their output.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/testcontainers/testcontainers-go/log"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/runner/internal/wording"
	"github.com/gherkube/gherkube/steps"
)

// Main executes the arguments of the process with a vocabulary, and returns the
// exit code.
func Main(v *steps.Vocabulary) int {
	log.SetDefault(log.NewNoopLogger()) // testcontainers' reaper writes to standard error; this process is the command's own
	t := terminal.Open(os.Stdout, os.Stderr)
	defer t.Close()
	if err := v.Err(); err != nil {
		complain(t.Stderr, input.Errorf("%v", err))
		return run.CodeInput
	}
	p := here()
	p.Vocabulary = v
	return execute(os.Args[1:], t, p)
}

// execute runs a command line and returns its exit code.
func execute(args []string, t *terminal.Terminal, p platform) int {
	a := &app{terminal: t}
	a.platform = a.watched(p)
	ctx, stop := a.interruptible()
	defer stop()
	root := newRoot(a)
	root.SetArgs(args)
	root.SetOut(t.Stdout)
	root.SetErr(t.Stderr)
	err := root.ExecuteContext(ctx)
	if err != nil && !a.begun {
		err = usage(err)
	}
	return a.ending(err)
}

// ending reports the error that a command ended with, and returns the exit code.
func (a *app) ending(err error) int {
	var other passedOn
	if errors.As(err, &other) {
		return int(other)
	}
	complain(a.terminal.Stderr, err)
	return run.Code(a.result, err)
}

// usage returns a usage error that refers to the help, unless its text already
// does.
func usage(err error) error {
	if strings.Contains(err.Error(), "\nSee '") {
		return input.Errorf("%v", err)
	}
	return input.Errorf("%v\nSee 'gherkube --help'.", err)
}

// complain prints an error. If it begins with a file and line, it gets no prefix,
// because editors look for these at the start of a line.
func complain(w io.Writer, err error) {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // the reader has closed the pipe
	case input.Is(err):
		_, _ = fmt.Fprintln(w, err)
	default:
		_, _ = fmt.Fprintf(w, "gherkube: %s\n", wording.Plain(err.Error()))
	}
}
