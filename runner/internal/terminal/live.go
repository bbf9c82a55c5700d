package terminal

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"

	"github.com/mattn/go-runewidth"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/gherkube/gherkube/fixtures/progress"
)

// live draws one line per task and redraws it in place. Between tasks, it leaves
// the terminal to the command.
type live struct {
	mu     sync.Mutex
	out    io.Writer
	lines  *mpb.Progress
	active int

	writers []*above
	own     *above // for failures; created with the first task
}

// Begin implements progress.Reporter.
func (l *live) Begin(name string) progress.Task { return l.begin(name, false) }

// Watch shows a task that leaves nothing behind when it ends.
func (l *live) Watch(name string) progress.Task { return l.begin(name, true) }

func (l *live) begin(name string, quiet bool) progress.Task {
	task := &liveTask{State: progress.NewState(Visible(name), quiet), to: l}
	task.bar = l.bar(mpb.BarFillerFunc(task.fill))
	return task
}

// bar adds a bar, and begins to draw if it is the first one.
func (l *live) bar(filler mpb.BarFiller, options ...mpb.BarOption) *mpb.Bar {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.own == nil {
		l.own = l.add(l.out)
	}
	if l.lines == nil {
		l.makeRoom()
		l.lines = mpb.New(mpb.WithOutput(l.out), mpb.WithAutoRefresh())
	}
	l.active++
	return l.lines.MustAdd(0, filler, append(options, mpb.BarRemoveOnComplete(), mpb.BarFillerTrim())...)
}

// end removes a task's line, and the whole display after the last task.
func (l *live) end(bar *mpb.Bar) {
	l.mu.Lock()
	defer l.mu.Unlock()
	bar.Abort(true)
	l.active--
	if l.active == 0 {
		l.lines.Wait()
		l.lines = nil
		l.release()
	}
}

// Close removes the live lines.
func (l *live) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lines != nil {
		l.lines.Shutdown()
		l.lines, l.active = nil, 0
		l.release()
	}
}

// above returns a writer whose text appears above the live lines, or unchanged
// while there are none.
func (l *live) above(file io.Writer) io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.add(file)
}

func (l *live) add(file io.Writer) *above {
	a := &above{live: l, file: file}
	l.writers = append(l.writers, a)
	return a
}

// above buffers incomplete lines while there are live lines, which would overwrite
// them.
type above struct {
	live    *live
	file    io.Writer
	held    []byte
	midLine bool // the last output did not end with a newline
}

func (a *above) Write(text []byte) (int, error) {
	a.live.mu.Lock()
	defer a.live.mu.Unlock()
	if a.live.lines == nil {
		return a.direct(text)
	}
	a.held = append(a.held, text...)
	whole := bytes.LastIndexByte(a.held, '\n') + 1
	if whole > 0 {
		if _, err := a.live.lines.Write(a.held[:whole]); err != nil {
			return 0, err
		}
		a.held = a.held[whole:]
	}
	return len(text), nil
}

func (a *above) direct(text []byte) (int, error) {
	if len(text) > 0 {
		a.midLine = text[len(text)-1] != '\n'
	}
	return a.file.Write(text)
}

// makeRoom completes unfinished lines before live lines are drawn.
func (l *live) makeRoom() {
	for _, a := range l.writers {
		if a.midLine {
			_, _ = a.direct([]byte("\n"))
		}
	}
}

// release writes the buffered text after the live lines are gone.
func (l *live) release() {
	for _, a := range l.writers {
		_, _ = a.direct(a.held)
		a.held = nil
	}
}

// Board draws lines below the tasks until stop is called. They are asked for at every
// redraw, and get the width of the terminal.
func (l *live) Board(lines func(width int) []string) (stop func()) {
	var rest []string // what follows the first line
	first := mpb.BarFillerFunc(func(w io.Writer, stat decor.Statistics) error {
		all := lines(stat.AvailableWidth)
		if len(all) == 0 {
			return nil
		}
		rest = all[1:]
		_, err := io.WriteString(w, Visible(all[0]))
		return err
	})
	others := mpb.BarFillerFunc(func(w io.Writer, _ decor.Statistics) error {
		for _, line := range rest {
			if _, err := fmt.Fprintln(w, Visible(line)); err != nil {
				return err
			}
		}
		return nil
	})
	bar := l.bar(first, mpb.BarPriority(math.MaxInt), mpb.BarExtender(others, false))
	return sync.OnceFunc(func() { l.end(bar) })
}

type liveTask struct {
	*progress.State
	to   *live
	bar  *mpb.Bar
	once sync.Once
}

func (t *liveTask) fill(w io.Writer, stat decor.Statistics) error {
	_, err := io.WriteString(w, runewidth.Truncate("> "+t.Line(), stat.AvailableWidth, "..."))
	return err
}

// Step sets the step that the next redraw shows.
func (t *liveTask) Step(what string) { t.SetStep(Visible(what)) }

// Advance sets the progress that the next redraw shows.
func (t *liveTask) Advance(done, total int64) { t.SetDone(done, total) }

// End removes the line. A failure stays as a line above the others.
func (t *liveTask) End(err error) {
	t.once.Do(func() {
		if err != nil && !t.Quiet {
			_, _ = fmt.Fprintf(t.to.own, "%s: failed after %s: %s\n", t.Name, t.Elapsed(), firstLine(err))
		}
		t.to.end(t.bar)
	})
}

// firstLine returns the first line of an error; the caller reports the rest.
func firstLine(err error) string {
	first, _, _ := strings.Cut(err.Error(), "\n")
	return Visible(first)
}
