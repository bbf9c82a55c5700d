package console

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/wording"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/spelling"
)

// command is a line that begins with a colon.
type command struct {
	name  string
	args  string // for the help
	means string
	run   func(c *console, ctx context.Context, rest string)
}

// commands returns all of them, in the order of the help.
func commands() []command {
	return []command{
		{":help", "", "list these commands", func(c *console, _ context.Context, _ string) { c.help() }},
		{":steps", "WORD...", "list the sentences that have these words", (*console).steps},
		{":watch", "CLAIM", "print each change of a claim, until Ctrl-C", (*console).watch},
		{":undo", "", "revert the last fault, and wait until the cluster has recovered", (*console).undo},
		{":save", "FILE", "write what was typed as a feature (:save! replaces a file)", (*console).save},
		{":save!", "FILE", "", (*console).saveOver},
		{":quit", "", "end the console; so does Ctrl-D", func(c *console, _ context.Context, _ string) { c.ended = true }},
	}
}

func (c *console) command(ctx context.Context, text string) {
	name, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	if changes, is := strings.CutPrefix(text, ":until it changes"); is {
		name, rest = ":watch", strings.TrimSpace(changes)
	}
	var names []string
	for _, known := range commands() {
		if known.name == name {
			known.run(c, ctx, rest)
			return
		}
		names = append(names, known.name)
	}
	problem := fmt.Sprintf("unknown command %s", name)
	if meant := spelling.Nearest(name, names); meant != "" {
		c.refuse([]string{problem + "; did you mean " + meant + "?"})
		return
	}
	c.refuse([]string{problem + "; :help lists them"})
}

func (c *console) help() {
	c.say("Type a sentence, with or without Given, When, Then or And. It runs at once.")
	c.say("A claim without the words that say when is judged as it is now: pod \"web\" is Running")
	c.say("Tab completes sentences, and names of nodes and objects. Ctrl-C ends what is running.")
	for _, known := range commands() {
		if known.means != "" {
			c.say("  %-16s %s", strings.TrimSpace(known.name+" "+known.args), known.means)
		}
	}
}

func (c *console) steps(_ context.Context, rest string) {
	if err := c.Steps(strings.Fields(rest)); err != nil {
		c.refuse([]string{err.Error()})
	}
}

// undo reverts the last fault. If a sentence reverts it, undo runs the sentence as part of
// the scenario.
func (c *console) undo(ctx context.Context, _ string) {
	fault := c.Engine.LastFault()
	if fault == "" {
		c.refuse([]string{"no fault is injected: there is nothing to undo"})
		return
	}
	if sentence := c.Engine.Reverting(fault, c.typed.sentences()); sentence != "" {
		l := line{kind: steps.When, text: sentence}
		if step, problems := c.check(l); len(problems) == 0 {
			c.say("%s", sentence)
			c.run(ctx, l, step)
			return
		}
	}
	c.revert(ctx, fault)
}

// revert reverts a fault without a sentence, and adds a comment to the scenario.
func (c *console) revert(ctx context.Context, fault string) {
	began := time.Now()
	err := c.interruptible(ctx, ":undo "+fault, func(ctx context.Context) error { return c.Engine.Revert(ctx, fault) })
	c.tell(verdict.Of(err), time.Since(began), ":undo "+fault, err)
	if err == nil {
		c.typed = append(c.typed, line{comment: "reverted by hand: " + wording.Plain(fault)})
	}
}
