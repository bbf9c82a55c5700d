package console

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/runner/internal/wording"
	"github.com/gherkube/gherkube/steps"
)

var renditions = map[verdict.Verdict]string{verdict.Passed: "32", verdict.Failed: "31;1", verdict.Undecided: "33;1"}

// claim evaluates a claim without a frame on the current cluster. It does not become part
// of the scenario, in which every expectation states its time.
func (c *console) claim(ctx context.Context, text, framed string) {
	if !c.sound(text, framed) {
		return
	}
	began := time.Now()
	var seen observe.Sight
	err := c.interruptible(ctx, text, func(ctx context.Context) (err error) {
		seen, err = c.Engine.Look(ctx, text)
		return err
	})
	took := time.Since(began)
	switch {
	case err != nil:
		c.tell(verdict.Of(err), took, text, err)
	case seen.Matches:
		c.tell(verdict.Passed, took, text, errors.New(described("it is so now", seen)))
	default:
		c.tell(verdict.Failed, took, text, errors.New(described("it is not so now", seen)))
	}
}

// sound lints a claim in a frame, and removes the frame from messages.
func (c *console) sound(text, framed string) bool {
	_, problems := c.check(line{kind: steps.Then, text: framed})
	for i := range problems {
		problems[i] = strings.NewReplacer(strconv.Quote(framed), strconv.Quote(text), framed, text).Replace(problems[i])
	}
	if len(problems) > 0 {
		c.refuse(problems)
	}
	return len(problems) == 0
}

// described formats an observation like the report of an expectation.
func described(first string, seen observe.Sight) string {
	lines := []string{first}
	add := func(head, text string) {
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				head = ""
			}
			lines = append(lines, strings.TrimRight(fmt.Sprintf("%8s%s %s", head, colon(head), line), " "))
		}
	}
	add("saw", seen.Seen)
	if !seen.Since.IsZero() {
		since := fmt.Sprintf("%s (%s)", clock.Tenths(seen.Since), span(seen.At.Sub(seen.Since)))
		if !seen.Exact {
			since += " or before"
		}
		add("since", since)
	}
	for _, also := range seen.Also {
		add("also", also)
	}
	return strings.Join(lines, "\n")
}

func colon(head string) string {
	if head == "" {
		return " "
	}
	return ":"
}

// watch prints each change of a claim until Ctrl-C.
func (c *console) watch(ctx context.Context, text string) {
	framed, is := steps.InFrame(text)
	switch {
	case text == "":
		c.refuse([]string{`:watch needs a claim, as :watch pod "web" is Running`})
		return
	case !is:
		c.refuse([]string{fmt.Sprintf("%q is no claim: it is a sentence without the words that say when, as pod \"web\" is Running", text) + c.meant(text)})
		return
	case !c.Lines.Typed():
		c.refuse([]string{":watch goes on until Ctrl-C, so it needs a terminal"})
		return
	case !c.sound(text, framed):
		return
	}
	c.say("Watching; Ctrl-C ends it.")
	watching, release := c.Interruptible(ctx)
	defer release()
	if err := c.Engine.EachChange(watching, text, c.change); err != nil && watching.Err() == nil {
		c.say("%s", indent(wording.Plain(err.Error())))
	}
}

// change prints one change of a watched claim.
func (c *console) change(seen observe.Sight) {
	said, rendition, what := "not so", "31;1", seen.Seen
	switch {
	case seen.Unseen != "":
		said, rendition, what = "unseen", "33;1", wording.Plain(seen.Unseen)
	case seen.Matches:
		said, rendition = "so", "32"
	}
	c.say("%s  %s  %s", clock.Tenths(seen.At), c.paint(fmt.Sprintf("%-6s", said), rendition), strings.ReplaceAll(what, "\n", "\n"+strings.Repeat(" ", 20)))
}

// meant suggests a claim for an unknown text.
func (c *console) meant(text string) string {
	if c.Index == nil {
		return ""
	}
	guesses := c.Index.Meant(text, steps.Then, 1)
	if len(guesses) == 0 || !guesses[0].Likely {
		return ""
	}
	return "\n    did you mean: " + bare(guesses[0].Text)
}

func (c *console) paint(text, rendition string) string {
	if !c.Color {
		return text
	}
	return terminal.Paint(text, rendition)
}

// say prints a line.
func (c *console) say(format string, args ...any) { _, _ = fmt.Fprintf(c.Out, format+"\n", args...) }
