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

// run runs a sentence that was checked, which is one step or those of a phrase. It prints
// the verdict, and makes the sentence a part of the scenario.
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

// within names the step of a phrase that an error is of.
func within(sentence string, step *messages.PickleStep, err error) error {
	if step.Text == sentence {
		return err
	}
	return fmt.Errorf("%s\n%w", step.Text, err)
}

// interruptible does something that an interruption ends alone. What was cut off has
// observed nothing, whatever its error is.
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

// patience is how long a sentence runs before it is drawn.
const patience = 300 * time.Millisecond

// shown draws what is under way if it takes long.
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

// tell prints a verdict, and counts it.
func (c *console) tell(v verdict.Verdict, took time.Duration, sentence string, err error) {
	c.result.Verdict = verdict.Worst(c.result.Verdict, v)
	c.say("%s  %s%s", c.paint(string(v), renditions[v]), span(took), c.about(sentence))
	if err != nil {
		c.say("%s", indent(wording.Plain(err.Error())))
	}
}

// about repeats a sentence where nobody sees it just above.
func (c *console) about(sentence string) string {
	if c.Lines.Typed() {
		return ""
	}
	return "  " + sentence
}

// place says which line is wrong, where nobody sees it just above.
func (c *console) place() string {
	if c.Lines.Typed() {
		return ""
	}
	return fmt.Sprintf("line %d: ", c.at)
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n  ")
}

// span writes a duration with two or three figures, however short.
func span(d time.Duration) string {
	switch {
	case d < 10*time.Millisecond:
		return fmt.Sprintf("%.1fms", 1000*d.Seconds())
	case d < time.Second:
		return d.Round(time.Millisecond).String()
	}
	return fmt.Sprintf("%.1fs", d.Seconds())
}
