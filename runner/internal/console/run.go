package console

import (
	"context"
	"fmt"
	"strings"
	"time"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/wording"
)

// run runs the steps of a checked sentence, prints the verdict, and adds the sentence to the
// scenario.
func (c *console) run(ctx context.Context, l line, steps []*messages.PickleStep) {
	began := time.Now()
	err := c.interruptible(ctx, l.text, func(ctx context.Context) error {
		for i, step := range steps {
			if err := c.Engine.Run(ctx, step, i == 0 && c.Lines.Typed()); err != nil {
				return within(l.text, step, err)
			}
		}
		return nil
	})
	l.outcome = verdict.Of(err)
	c.tell(l.outcome, time.Since(began), l.text, err)
	c.typed = append(c.typed, l)
}

// within adds the step of a phrase to its error.
func within(sentence string, step *messages.PickleStep, err error) error {
	if step.Text == sentence {
		return err
	}
	return fmt.Errorf("%s\n%w", step.Text, err)
}

// interruptible calls do with a context that Ctrl-C cancels. The error of a cancelled call
// is a *verdict.Unseen.
func (c *console) interruptible(ctx context.Context, name string, do func(context.Context) error) error {
	ctx, release := c.Interruptible(ctx)
	defer release()
	defer c.shown(name)()
	err := do(ctx)
	if err != nil && ctx.Err() != nil {
		return verdict.Unseenf("%w, while: %v", context.Cause(ctx), err)
	}
	return err
}

// patience is the delay before a running sentence is shown.
const patience = 300 * time.Millisecond

// shown shows a running sentence after a delay, until end is called.
func (c *console) shown(name string) (end func()) {
	if c.Watch == nil {
		return func() {}
	}
	ended, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		select {
		case <-ended:
			return
		case <-time.After(patience):
		}
		task := c.Watch(name)
		<-ended
		task.End(nil)
	}()
	return func() { close(ended); <-gone }
}

// tell prints a verdict, and merges it into the result.
func (c *console) tell(v verdict.Verdict, took time.Duration, sentence string, err error) {
	c.result.Verdict = verdict.Worst(c.result.Verdict, v)
	c.say("%s  %s%s", c.paint(string(v), renditions[v]), span(took), c.about(sentence))
	if err != nil {
		c.say("%s", indent(wording.Plain(err.Error())))
	}
}

// about returns the sentence for the verdict line, unless the user has just typed it.
func (c *console) about(sentence string) string {
	if c.Lines.Typed() {
		return ""
	}
	return "  " + sentence
}

// place returns the line number for a message, unless the user has just typed the line.
func (c *console) place() string {
	if c.Lines.Typed() {
		return ""
	}
	return fmt.Sprintf("line %d: ", c.at)
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n  ")
}

// span formats a duration with two or three digits.
func span(d time.Duration) string {
	switch {
	case d < 10*time.Millisecond:
		return fmt.Sprintf("%.1fms", 1000*d.Seconds())
	case d < time.Second:
		return d.Round(time.Millisecond).String()
	}
	return fmt.Sprintf("%.1fs", d.Seconds())
}
