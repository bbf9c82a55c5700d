package run

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/live"
	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// pageFile is the report of a run with UI, in the folder of its record.
const pageFile = "report.html"

// errEnded is why a run ended whose page was told to end it.
var errEnded = errors.New("ended on its page")

// listenAt reserves the port of the page, before anything starts.
func (r *run) listenAt() (err error) {
	if !r.UI {
		return nil
	}
	if r.server, err = live.Listen(r.UIPort); err != nil {
		return input.Errorf("--ui: %v", err)
	}
	return nil
}

// show begins to show the run while it goes on: as a page, and on the terminal. The
// context reports its tasks there, too, and the page can end it. stop takes the lines
// from the terminal.
func (r *run) show(ctx context.Context) (watched context.Context, stop func(), err error) {
	stop = func() {}
	if r.Board != nil {
		stop = r.Board(r.live.Lines)
	}
	if r.server == nil {
		return ctx, stop, nil
	}
	ctx, cancel := context.WithCancelCause(progress.Also(ctx, r.live))
	end := r.End
	if end == nil {
		end = func() { cancel(errEnded) }
	}
	shown, err := live.NewRun(r.live, r.pagePath(), end)
	if err != nil {
		cancel(err)
		stop()
		return ctx, nil, errors.Join(err, r.server.Close())
	}
	r.server.Serve(shown)
	r.tell("Watch: %s", r.server.URL())
	undraw := stop
	return ctx, func() { undraw(); cancel(nil) }, nil
}

func (r *run) pagePath() string {
	path := filepath.Join(r.writer.Dir(), pageFile)
	if absolute, err := filepath.Abs(path); err == nil {
		return absolute
	}
	return path
}

// keepPage saves the page of a run with UI beside its record.
func (r *run) keepPage() error {
	if r.server == nil {
		return nil
	}
	file, err := os.Create(r.pagePath())
	if err != nil {
		return err
	}
	if err := errors.Join(page.Write(file, r.model), file.Close()); err != nil {
		return err
	}
	r.tell("Report: %s", r.pagePath())
	return nil
}

// endPage ends the server, once open pages have the end of the run.
func (r *run) endPage() error {
	if r.server == nil {
		return nil
	}
	return r.server.Close()
}
