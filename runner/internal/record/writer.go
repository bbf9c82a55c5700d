package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/labels"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// The files of a record.
const (
	planFile   = "plan.json"
	eventsFile = "events.ndjson"
	sourcesDir = "sources"
)

// Writer appends to a record. It is safe for concurrent use. It keeps its first
// error, and Close returns it: a run with an incomplete record has no verdict.
type Writer struct {
	dir    string
	mu     sync.Mutex
	file   *os.File // nil after Close
	err    error
	listen func(Event)
}

// Create starts a record of a plan in a folder without a record. It calls listen
// for every appended event, one at a time.
func Create(dir string, p *plan.Plan, listen func(Event)) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("creating the record's folder: %w", err)
	}
	if err := writePlan(dir, p); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(dir, eventsFile), os.O_CREATE|os.O_EXCL|os.O_APPEND|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, input.Errorf("%s holds a record already: name another folder, or remove it", dir)
	}
	if err != nil {
		return nil, fmt.Errorf("creating the record: %w", err)
	}
	w := &Writer{dir: dir, file: file, listen: listen}
	w.Append(Event{Type: RunStarted, Run: thisRun()})
	return w, w.err
}

func thisRun() *Run {
	return &Run{
		ID: labels.RunID(), Owner: labels.Own()[labels.Owner],
		GoVersion: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH,
	}
}

// Dir returns the record's folder.
func (w *Writer) Dir() string { return w.dir }

// Append writes an event at once, so that a killed run leaves a complete trail. The
// event's time defaults to now. Events after Close are dropped: they come from
// abandoned work.
func (w *Writer) Append(e Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.file == nil {
		return
	}
	e.Version = Version
	if e.At.IsZero() {
		e.At = time.Now()
	}
	e.At = e.At.UTC().Round(0)
	if w.err == nil {
		w.err = writeLine(w.file, e)
	}
	if w.listen != nil {
		w.listen(e)
	}
}

func writeLine(file *os.File, e Event) error {
	line, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("recording an event: %w", err)
	}
	if _, err := file.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("writing the record: %w", err)
	}
	return nil
}

// Err returns the first error.
func (w *Writer) Err() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err
}

// Close ends the record and returns the first error.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.file == nil {
		return w.err
	}
	if err := w.file.Close(); w.err == nil && err != nil {
		w.err = fmt.Errorf("closing the record: %w", err)
	}
	w.file = nil
	return w.err
}

func writePlan(dir string, p *plan.Plan) error {
	content, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the plan: %w", err)
	}
	if err := exclusive(filepath.Join(dir, planFile), content); err != nil {
		return err
	}
	sources := filepath.Join(dir, sourcesDir)
	if err := os.MkdirAll(sources, 0o755); err != nil {
		return fmt.Errorf("creating the record's folder: %w", err)
	}
	for i, s := range p.Sources {
		if err := exclusive(filepath.Join(sources, sourceName(i)), s.Content); err != nil {
			return err
		}
	}
	return nil
}

// sourceName returns the file name for a source, by its number in the plan: the
// source's own path may lead out of the folder.
func sourceName(i int) string { return fmt.Sprintf("%04d.feature", i+1) }

// exclusive writes a file that must not exist yet.
func exclusive(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return input.Errorf("%s holds a record already: name another folder, or remove it", filepath.Dir(path))
	}
	if err != nil {
		return fmt.Errorf("writing the record: %w", err)
	}
	_, err = file.Write(content)
	if err := errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("writing the record: %w", err)
	}
	return nil
}
