// Package console runs sentences as a person types them. Each is the next line of one
// scenario: it is checked as lint checks it, runs at once, and its verdict is printed.
package console

import (
	"context"
	"errors"
	"io"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/steps"
)

// Engine runs sentences in one scenario. That of package steps is an Interactive; tests
// have one without a cluster.
type Engine interface {
	// Run runs a sentence. It is paused if a person typed it, so that the time of an
	// expectation counts from now on.
	Run(ctx context.Context, step *messages.PickleStep, paused bool) error
	// Look tells what a claim without a frame says of the cluster now.
	Look(ctx context.Context, claim string) (observe.Sight, error)
	// EachChange tells what it says now, and each change of that, until ctx ends.
	EachChange(ctx context.Context, claim string, told func(observe.Sight)) error
	// LastFault names the active fault that was injected last, or is empty.
	LastFault() string
	// Reverting is the sentence that reverts a fault which one of the sentences injected,
	// or empty.
	Reverting(fault string, said []string) string
	// Revert reverts a fault for which there is no such sentence.
	Revert(ctx context.Context, fault string) error
	// Names lists the objects of a type.
	Names(ctx context.Context, typ string) []string
}

// Lines gives the lines of a person or of a file.
type Lines interface {
	// Next returns the next line. The error is io.EOF at the end, and ErrCleared if a
	// person gave the line up.
	Next(ctx context.Context, prompt string) (string, error)
	// Typed tells whether a person types the lines.
	Typed() bool
	// Remember keeps a line in the history.
	Remember(line string)
}

// ErrCleared says that a person gave up the line that was being typed.
var ErrCleared = errors.New("the line was given up")

// Options are what a console needs. Only Watch may be nil.
type Options struct {
	Vocabulary *steps.Vocabulary
	Engine     Engine
	Lines      Lines
	Cluster    string // its name
	Prompt     string // before a sentence
	Topology   cluster.Topology
	Isolation  cluster.Isolation
	Images     []string
	Index      *nearest.Index

	Out   io.Writer // shows no control characters but those of terminal.Paint
	Color bool
	// Steps prints the steps that have all the words.
	Steps func(words []string) error
	// Interruptible returns a context that an interruption ends in place of the console,
	// until release is called.
	Interruptible func(context.Context) (ctx context.Context, release func())
	// Watch begins a task that is drawn while a sentence runs.
	Watch func(name string) progress.Task
}

// Result is what the sentences came to.
type Result struct {
	Verdict verdict.Verdict // the worst one
	Invalid bool            // a line could not be run: it is no sentence, or none that fits here
}

// console is one conversation.
type console struct {
	Options
	typed   typed
	number  int      // of the line that was read last, from 1
	at      int      // of the line that is being done
	pending []string // lines that were read and belong to what comes next
	refused bool     // the line before was refused
	result  Result
	ended   bool
}

// Serve runs the lines until they end, a person quits, or ctx ends.
func Serve(ctx context.Context, o Options) (Result, error) {
	c := &console{Options: o, result: Result{Verdict: verdict.Passed}}
	if sentence := steps.TopologySentence(o.Topology, steps.English); o.Topology != cluster.Default {
		c.typed = typed{{kind: steps.Given, text: sentence, outcome: verdict.Passed, implied: true}}
	}
	cleared := false
	for !c.ended {
		text, err := c.next(ctx, o.Prompt)
		switch {
		case errors.Is(err, io.EOF):
			return c.result, nil
		case errors.Is(err, ErrCleared):
			if cleared {
				return c.result, nil
			}
			cleared = true
			c.say("Once more, or Ctrl-D, to end the console.")
			continue
		case err != nil:
			return c.result, err
		}
		cleared, c.at = false, c.number
		c.line(ctx, text)
		if ctx.Err() != nil {
			return c.result, context.Cause(ctx)
		}
	}
	return c.result, nil
}

// next is the next line: one that was put back, or a new one.
func (c *console) next(ctx context.Context, prompt string) (string, error) {
	c.number++
	if len(c.pending) > 0 {
		text := c.pending[0]
		c.pending = c.pending[1:]
		return text, nil
	}
	return c.Lines.Next(ctx, prompt)
}

// putBack has a line be read again.
func (c *console) putBack(text string) {
	c.number--
	c.pending = append(c.pending, text)
}
