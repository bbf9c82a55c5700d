package cli

import (
	"context"
	"errors"
	"time"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/labpage"
	"github.com/gherkube/gherkube/runner/internal/live"
)

const labUILong = `--ui prints a link to a page of the lab, for the browser: the text, your time,
what each check says, hints and their prices, and what happens in the cluster.
The page follows checks that you make anywhere. The link works on this machine
only and contains a secret. The command serves the page until Ctrl-C; the lab
stays up.`

// withPage reserves the port of a lab's page, has the lab started, and serves the page.
// start returns the name of the lab's cluster.
func (a *app) withPage(ctx context.Context, ui uiFlag, lang string, start func() (string, error)) error {
	if !ui.on {
		_, err := start()
		return err
	}
	server, err := live.Listen(ui.port)
	if err != nil {
		return input.Errorf("--ui: %v", err)
	}
	name, err := start()
	if err != nil {
		return errors.Join(err, server.Close())
	}
	return a.servePage(ctx, server, name, lang)
}

// servePage serves the page of a running lab until an interruption, or until the lab is
// removed.
func (a *app) servePage(ctx context.Context, server *live.Server, name, lang string) error {
	alone, release := a.interruptibleAlone(ctx)
	defer release()
	shown, watcher, err := a.labPage(alone, name, lang)
	if err != nil {
		return errors.Join(err, server.Close())
	}
	defer watcher.Close()
	server.Serve(shown)
	a.tell("Page: %s\nCtrl-C ends the page; the lab stays up.", server.URL())
	removed := untilRemoved(alone, name)
	release() // ends a check that goes on
	shown.End()
	err = server.Close()
	if removed {
		a.tell("Lab %s was removed, and its page has ended.", name)
		return err
	}
	a.tell("The page has ended; the lab stays up. To come back:\n  gherkube lab show %s --ui  # the page\n  gherkube lab shell %[1]s  # work on it\n  gherkube lab stop %[1]s  # end the lab", name)
	return err
}

// labPage returns the page of a running lab, and the watcher of its cluster.
func (a *app) labPage(ctx context.Context, name, lang string) (*labpage.Page, *labpage.Watcher, error) {
	running, l, err := a.live(ctx, []string{name})
	if err != nil {
		return nil, nil, err
	}
	if err := a.atWork(ctx, running); err != nil {
		return nil, nil, err
	}
	c, err := a.platform.Attach(ctx, name)
	if err != nil {
		return nil, nil, input.Errorf("%v", err)
	}
	a.held.Store(int32(nothing)) // an interruption leaves the lab as it is
	watcher := labpage.Watch(ctx, c.Config(), l.Filling(running.Student)(l.Namespace))
	shown, err := labpage.New(ctx, labpage.Options{
		Cluster: name, Lab: l, Language: lang, Timeline: watcher.Timeline,
		Trouble: func(err error) { a.tell("Page: %v", err) },
		Check: func(ctx context.Context) error {
			defer a.held.Store(int32(nothing))
			_, _, err := a.check(progress.With(ctx, a.terminal), []string{name})
			return err
		},
	})
	if err != nil {
		watcher.Close()
	}
	return shown, watcher, err
}

// looking is how often a served lab is looked for.
const looking = 2 * time.Second

// untilRemoved waits for the end of the context, or until the lab is removed.
func untilRemoved(ctx context.Context, name string) (removed bool) {
	ticker := time.NewTicker(looking)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-ticker.C:
			if !grading.IsLive(name) {
				return true
			}
		}
	}
}
