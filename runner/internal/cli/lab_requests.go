package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab/sheet"
	"github.com/gherkube/gherkube/runner/internal/request"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// The time that a request may take: a check observes the cluster for as long as its
// criteria say.
const (
	checkTime = 15 * time.Minute
	otherTime = 30 * time.Second
)

// relay is what a shell's commands are answered through.
type relay interface {
	Answer(ctx context.Context, id string, reply workstation.Reply) error
	Close()
}

// counter answers the commands of one shell.
type counter struct {
	app      *app
	relay    relay
	lab      []string // the name of the lab's cluster
	lang     string
	checking sync.Mutex // checks take turns
}

// serveShell answers the commands of a shell until end is called.
func (a *app) serveShell(ctx context.Context, r *workstation.Relay, name, lang string) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	c := &counter{app: a, relay: r, lab: []string{name}, lang: lang}
	served := make(chan struct{})
	go func() {
		defer close(served)
		_ = request.Serve(ctx, r.Requests, c.answer) // without it, the commands say that they do not work
		go r.Close()
	}()
	return func() {
		cancel()
		r.Close()
		<-served
	}
}

// answer answers one request. The terminal of this process belongs to the shell, so all
// output goes into the answer.
func (c *counter) answer(ctx context.Context, r request.Request) {
	limit := otherTime
	if r.Command == request.Check {
		limit = checkTime
	}
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var out, complaint bytes.Buffer
	a := &app{terminal: terminal.Elsewhere(&out, &complaint, r.Width, r.Color), platform: c.app.platform, images: c.app.images}
	err := c.do(limited, a, r)
	a.terminal.Close()
	reply := workstation.Reply{}
	var asked unanswered
	if errors.As(err, &asked) {
		out.Reset()
		complaint.Reset()
		w := wordsIn(c.lang)
		fmt.Fprintf(&out, "%s\n%s\n", w.say("take", asked.price), w.say("notTaken"))
		fmt.Fprintln(&complaint, w.say("takeBy", asked.price, fmt.Sprintf("hint %d --yes", r.Task)))
		reply.Code = fmt.Sprintf("ask %d", asked.number)
	} else {
		reply.Code = strconv.Itoa(a.ending(err))
	}
	reply.Stdout, reply.Stderr = out.Bytes(), complaint.Bytes()
	_ = c.relay.Answer(ctx, r.ID, reply) // the command waits no longer than the relay lasts
}

func (c *counter) do(ctx context.Context, a *app, r request.Request) error {
	switch r.Command {
	case request.Check:
		c.checking.Lock()
		defer c.checking.Unlock()
		return a.showCheck(ctx, c.lab, c.feedback(), nextInShell)
	case request.Hint:
		return a.hint(ctx, c.lab, r.Task, c.lang, agreementOf(r))
	}
	live, l, err := a.live(ctx, c.lab)
	if err != nil {
		return err
	}
	s := sheet.Sheet{Lab: l, Student: live.Student, Language: c.lang}
	if r.Command == request.Time {
		_, err := io.WriteString(a.terminal.Stdout, s.Passed(time.Since(live.Started))+"\n")
		return err
	}
	return a.showTask(s, r.Task)
}

// feedback returns the language of a check: that of its criteria, unless the student's is
// Korean.
func (c *counter) feedback() string {
	if c.lang == "ko" {
		return c.lang
	}
	return ""
}

// unanswered is a question that the shell's command asks the student.
type unanswered struct {
	price  string
	number int // of the hint
}

func (u unanswered) Error() string { return u.price }

// agreementOf returns what a request says of the price of a hint.
func agreementOf(r request.Request) agreement {
	return func(o grading.Offer, price string) (bool, error) {
		switch {
		case r.Yes, r.Agreed == o.Number:
			return true, nil
		case r.Agreed != 0:
			return false, input.Errorf("hint %d of task %d was taken in the meantime: ask for the next one again", r.Agreed, r.Task)
		}
		return false, unanswered{price, o.Number}
	}
}

// nextInShell says what a student can do after a check, in the words of the lab's shell.
func nextInShell(w speech, name string, r score.Result) string {
	switch {
	case shownVerdict(r) == verdict.Undecided:
		return w.say("shellUnseen")
	case shownVerdict(r) == verdict.Failed:
		return w.say("shellOpen", cmp.Or(firstOpen(r), 1))
	case r.ForStudent(score.Moment{}).Hidden > 0:
		return w.say("shellHidden", name)
	}
	return w.say("shellDone", name)
}
