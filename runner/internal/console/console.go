// Package console runs sentences as a user types them. Each sentence is the next step of
// one scenario: the console lints it, runs it at once and prints its verdict.
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

// Engine runs the sentences of one scenario. steps.Interactive implements it; tests use a
// fake without a cluster.
type Engine interface {
	// Run runs a step. paused means that the user spent time typing: the time of an
	// expectation then starts now.
	Run(ctx context.Context, step *messages.PickleStep, paused bool) error
	// Look evaluates a claim on the current cluster.
	Look(ctx context.Context, claim string) (observe.Sight, error)
	// EachChange evaluates a claim now and at each change, until ctx ends.
	EachChange(ctx context.Context, claim string, told func(observe.Sight)) error
	// LastFault returns the name of the active fault that was injected last, or nothing.
	LastFault() string
	// Reverting returns the sentence that reverts a fault injected by one of the given
	// sentences, or nothing.
	Reverting(fault string, said []string) string
	// Revert reverts a fault by name.
	Revert(ctx context.Context, fault string) error
	// Names lists the objects of a type.
	Names(ctx context.Context, typ string) []string
}

// Lines reads lines from a user or a file.
type Lines interface {
	// Next returns the next line. The error is io.EOF at the end, and ErrCleared if the
	// user pressed Ctrl-C.
	Next(ctx context.Context, prompt string) (string, error)
	// Typed reports whether a user types the lines.
	Typed() bool
	// Remember adds a line to the history.
	Remember(line string)
}

// ErrCleared means that the user discarded the line with Ctrl-C.
var ErrCleared = errors.New("the line was given up")

// Options configures a console. Only Watch and Index may be nil.
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
	// Steps prints the steps that contain all words.
	Steps func(words []string) error
	// Interruptible returns a context that Ctrl-C cancels instead of ending the console,
	// until release is called.
	Interruptible func(context.Context) (ctx context.Context, release func())
	// Watch starts a progress task for a running sentence.
	Watch func(name string) progress.Task
}

// Result is the outcome of all sentences.
type Result struct {
	Verdict verdict.Verdict // the worst one
	Invalid bool            // a line was rejected
}

// console is the state of one session.
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

// Serve runs lines until the input ends, the user quits, or ctx ends.
func Serve(ctx context.Context, o Options) (Result, error) {
	c := &console{Options: o, result: Result{Verdict: verdict.Passed}}
	if o.Topology != cluster.Default {
		for _, sentence := range steps.TopologySentences(o.Topology, steps.English) {
			c.typed = append(c.typed, line{kind: steps.Given, text: sentence, outcome: verdict.Passed, implied: true})
		}
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

// next returns the next line: one that was put back, or a new one.
func (c *console) next(ctx context.Context, prompt string) (string, error) {
	c.number++
	if len(c.pending) > 0 {
		text := c.pending[0]
		c.pending = c.pending[1:]
		return text, nil
	}
	return c.Lines.Next(ctx, prompt)
}

// putBack makes next return a line again.
func (c *console) putBack(text string) {
	c.number--
	c.pending = append(c.pending, text)
}
