package terminal

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/mattn/go-runewidth"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/gherkube/gherkube/fixtures/progress"
)

// live draws a line for each task, redrawn in place. The lines exist only
// while a task does: the rest of the time the terminal is the command's.
type live struct {
	mu     sync.Mutex
	out    io.Writer
	lines  *mpb.Progress
	active int

	writers []*above
	own     *above // for failures, made with the first task
}

// Begin implements progress.Reporter.
func (l *live) Begin(name string) progress.Task { return l.begin(name, false) }

// Watch shows a task of which nothing remains when it ends.
func (l *live) Watch(name string) progress.Task { return l.begin(name, true) }

func (l *live) begin(name string, quiet bool) progress.Task {
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
	task := &liveTask{State: progress.NewState(Visible(name), quiet), to: l}
	task.bar = l.lines.MustAdd(0, mpb.BarFillerFunc(task.fill), mpb.BarRemoveOnComplete())
	return task
}

// end takes a task's line away, and the whole display with the last one.
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

// Close takes the live lines away.
func (l *live) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lines != nil {
		l.lines.Shutdown()
		l.lines, l.active = nil, 0
		l.release()
	}
}

// above is a writer whose text is put above the live lines, or written as it
// is while there are none.
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

// above holds back what is not a whole line while there are live lines, which
// would overwrite it.
type above struct {
	live    *live
	file    io.Writer
	held    []byte
	midLine bool // the last thing written to the file did not end a line
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

// makeRoom ends the lines that are half written, before live lines are drawn.
func (l *live) makeRoom() {
	for _, a := range l.writers {
		if a.midLine {
			_, _ = a.direct([]byte("\n"))
		}
	}
}

// release writes what was held back, after the live lines are gone.
func (l *live) release() {
	for _, a := range l.writers {
		_, _ = a.direct(a.held)
		a.held = nil
	}
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

// Step is seen when the line is drawn next.
func (t *liveTask) Step(what string) { t.SetStep(Visible(what)) }

// Advance is seen when the line is drawn next.
func (t *liveTask) Advance(done, total int64) { t.SetDone(done, total) }

// End takes the line away. A failure stays, as a line above.
func (t *liveTask) End(err error) {
	t.once.Do(func() {
		if err != nil && !t.Quiet {
			_, _ = fmt.Fprintf(t.to.own, "%s: failed after %s: %s\n", t.Name, t.Elapsed(), firstLine(err))
		}
		t.to.end(t.bar)
	})
}

// firstLine leaves the rest of an error of many lines to who called.
func firstLine(err error) string {
	first, _, _ := strings.Cut(err.Error(), "\n")
	return Visible(first)
}
