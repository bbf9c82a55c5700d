// Package labpage is the page of a running lab for the student who works on it: the
// text, the tasks, what the last check said, the hints that were bought, and what happens
// in the cluster. It takes from the lab only what the student may see, before anything is
// drawn.
package labpage

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// Options are what a page needs of its command.
type Options struct {
	// Cluster is the name of the lab's cluster.
	Cluster string
	// Lab is the lab that runs on the cluster.
	Lab *lab.Lab
	// Language is that of the page: "en" or "ko".
	Language string
	// Check checks the lab and keeps the result. It is called once at a time.
	Check func(context.Context) error
	// Trouble is told why a check or a hint could not be had, or the state of the lab not be
	// read. The page does not say it.
	Trouble func(error)
	// Timeline returns what has happened in the cluster so far, or false if the cluster
	// has not been seen yet.
	Timeline func() (timeline.Timeline, bool)
}

// Page is a live.Page. It is safe for concurrent use.
type Page struct {
	Options
	ctx    context.Context // ends checks
	writer *page.LabWriter
	fixed  page.Lab // what does not change
	news   chan struct{}
	checks sync.WaitGroup

	mu       sync.Mutex
	version  int
	known    string   // the state that has the version
	last     page.Lab // the last state that could be read
	unread   string   // why the state could not be read since
	checking time.Time
	trouble  bool
	ended    bool
}

// New returns the page of a running lab. The context ends checks that the page began.
func New(ctx context.Context, o Options) (*Page, error) {
	writer, err := page.NewLabWriter(o.Language)
	if err != nil {
		return nil, err
	}
	live, err := grading.ReadLive(o.Cluster)
	if err != nil {
		return nil, err
	}
	p := &Page{Options: o, ctx: ctx, writer: writer, news: make(chan struct{}, 1), version: 1}
	if p.fixed, err = p.public(live); err != nil {
		return nil, err
	}
	return p, nil
}

// public returns what a student may see of the lab at any time.
func (p *Page) public(live *grading.Live) (page.Lab, error) {
	title, text, err := page.Prose(p.Lab.Filling(live.Student)(p.Lab.Text(p.Language).Content))
	if err != nil {
		return page.Lab{}, fmt.Errorf("the text of lab %s: %w", p.Lab.ID, err)
	}
	return page.Lab{Name: live.Cluster, Title: cmp.Or(title, p.Lab.Title), Text: text, Started: live.Started, Minutes: p.Lab.Minutes, Watched: time.Now()}, nil
}

// News has a value if something has changed.
func (p *Page) News() <-chan struct{} { return p.news }

func (p *Page) wake() {
	select {
	case p.news <- struct{}{}:
	default:
	}
}

// Policy returns the Content-Security-Policy of the page.
func (p *Page) Policy() string { return p.writer.Policy() }

// Advance returns the current version. While pages are open, the time that passes is a
// change.
func (p *Page) Advance(going bool) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.look(going)
	return p.version
}

// Write writes the whole page.
func (p *Page) Write(out io.Writer) error { return p.draw(out, p.writer.Write) }

// WriteChanges writes the parts of the page that change, whatever the version.
func (p *Page) WriteChanges(out io.Writer, _ int) error { return p.draw(out, p.writer.WriteChanges) }

func (p *Page) draw(out io.Writer, write func(io.Writer, page.Lab) error) error {
	p.mu.Lock()
	l := p.look(false)
	p.mu.Unlock()
	if told, seen := p.Timeline(); seen {
		l.Timeline = &told
	}
	return write(out, l)
}

// look returns the page as it is now, and makes a new version if it has changed since
// the last look, or if going. The caller holds mu.
func (p *Page) look(going bool) page.Lab {
	l := p.fixed
	live, err := grading.ReadLive(p.Cluster)
	if err == nil {
		err = p.add(&l, live)
	}
	if err == nil {
		p.last, p.unread = l, ""
	} else {
		l = p.last
		p.tell(err)
	}
	l.Checking, l.Trouble = p.checking, p.trouble
	l.Ended = p.ended || input.Is(err) // the lab was removed
	if known := fingerprint(l); known != p.known || going && !l.Ended {
		p.known = known
		p.version++
	}
	l.Version, l.Now = p.version, time.Now()
	return l
}

// tell tells why the state cannot be read, once. That the lab was removed is the page's end.
func (p *Page) tell(err error) {
	if !input.Is(err) && err.Error() != p.unread {
		p.unread = err.Error()
		p.Trouble(fmt.Errorf("the page shows an older state: %w", err))
	}
}

// fingerprint tells states of a page apart.
func fingerprint(l page.Lab) string {
	encoded, _ := json.Marshal(l) // numbers, texts and times can be encoded
	return string(encoded)
}

// add adds the tasks: hints that were bought, and what the last check said.
func (p *Page) add(l *page.Lab, live *grading.Live) error {
	checked, err := live.LastCheck()
	if err != nil {
		return err
	}
	said := map[int]page.Task{}
	if checked != nil {
		g := checked.OfCheck(page.In(p.Language))
		l.Checked, l.Score, l.Remarks = checked.Finished, g.Score, g.Remarks
		for _, t := range g.Tasks {
			said[t.Number] = t
		}
	}
	titles := titles(p.Lab, p.Language)
	for i, t := range p.Lab.Tasks {
		number := i + 1
		shown := page.LabTask{Number: number, Title: p.Lab.Filling(live.Student)(titles[i]), Points: t.Points, Score: said[number].Score, Criteria: said[number].Criteria}
		for n, h := range live.Taken(p.Lab, number) {
			shown.Hints = append(shown.Hints, page.LabHint{Number: n + 1, Cost: h.Cost, Text: p.Lab.Filling(live.Student)(h.In(p.Language))})
		}
		if next, more, err := live.Offer(p.Lab, number); err != nil {
			return err
		} else if more {
			shown.Next = &page.NextHint{Number: next.Number, Cost: next.Cost}
		}
		l.Tasks = append(l.Tasks, shown)
	}
	return nil
}

// titles returns the titles of the tasks: those in the text, since lab.yaml has them in
// English only.
func titles(l *lab.Lab, language string) (titles []string) {
	for _, t := range l.Tasks {
		titles = append(titles, t.Title)
	}
	for line, is := range lab.Prose(l.Text(language).Content) {
		if number, _ := lab.SectionOf(line); is && l.HasTask(number) == nil {
			_, title, _ := strings.Cut(line, ": ")
			titles[number-1] = cmp.Or(strings.TrimSpace(title), titles[number-1])
		}
	}
	return titles
}

// Buttons returns the buttons: one checks, one buys a hint.
func (p *Page) Buttons() map[string]func(url.Values) error {
	return map[string]func(url.Values) error{
		"check": func(url.Values) error { return p.check() },
		"hint": func(asked url.Values) error {
			err := p.buy(asked)
			if err != nil && !input.Is(err) {
				p.Trouble(fmt.Errorf("the hint could not be taken: %w", err))
			}
			return err
		},
	}
}

// check begins a check, unless one goes on.
func (p *Page) check() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		return input.Errorf("the page has ended")
	}
	if !p.checking.IsZero() {
		return nil
	}
	p.checking, p.trouble = time.Now(), false
	p.wake()
	p.checks.Go(func() {
		err := p.Check(p.ctx)
		if err != nil && p.ctx.Err() == nil {
			p.Trouble(fmt.Errorf("the check could not be made: %w", err))
		}
		p.mu.Lock()
		p.checking, p.trouble = time.Time{}, err != nil
		p.mu.Unlock()
		p.wake()
	})
	return nil
}

// buy buys the hint whose price the page has shown.
func (p *Page) buy(asked url.Values) error {
	task, err := strconv.Atoi(asked.Get("task"))
	if err != nil || task < 1 || task > len(p.Lab.Tasks) {
		return input.Errorf("there is no task %q", asked.Get("task"))
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	live, err := grading.ReadLive(p.Cluster)
	if err != nil {
		return err
	}
	offer, more, err := live.Offer(p.Lab, task)
	if err != nil {
		return err
	}
	if !more || strconv.Itoa(offer.Number) != asked.Get("number") {
		return input.Errorf("this hint is not the next one: look at the page again")
	}
	if err := live.Take(offer); err != nil {
		return err
	}
	p.wake()
	return nil
}

// End says to open pages that no changes follow, and waits for the check that goes on,
// which the context has to end.
func (p *Page) End() {
	p.mu.Lock()
	p.ended = true
	p.mu.Unlock()
	p.checks.Wait()
}
