package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// The files of a batch.
const (
	journalFile    = "journal.ndjson"
	labDir         = "lab"
	newLabDir      = "lab.new" // a copy that the journal may not mention yet
	submissionsDir = "submissions"
)

// version is the version of the journal's format. Open rejects higher versions.
const version = 1

// line is one line of the journal.
type line struct {
	Version    int       `json:"v"`
	Type       event     `json:"type"`
	At         time.Time `json:"at"`
	Head       *Head     `json:"batch,omitempty"`
	Submission string    `json:"submission,omitempty"`
	Record     string    `json:"record,omitempty"` // its folder, in the journal's
	Digest     string    `json:"digest,omitempty"` // of the graded submission
	Result     string    `json:"result,omitempty"` // in words, for people who read the journal
}

// event is the type of a line.
type event string

const (
	started  event = "started"  // a batch, or a resumed one
	begun    event = "begun"    // a submission
	finished event = "finished" // a submission with a complete record
)

// Head says what is graded, and on which basis.
type Head struct {
	Lab    string `json:"lab"`
	Digest string `json:"digest"`         // of the lab's files
	From   string `json:"from,omitempty"` // the lab's original folder
	Class
}

// Class is the submissions of a class, and the decisions of its instructor.
type Class struct {
	Submissions []Entry        `json:"submissions"`
	Policy      *score.Policy  `json:"policy,omitempty"` // its rules only; the entries hold the times of submission
	Versions    score.Versions `json:"versions,omitempty"`
	// Kubernetes is the minor version of the clusters, if it is not the lab's own.
	Kubernetes string `json:"kubernetes,omitempty"`
}

// Journal says which submissions are graded. Every line is synced to disk before
// the work that follows it. Only one process can open a journal at a time.
type Journal struct {
	dir  string
	mu   sync.Mutex
	file *os.File
	content
}

// content is the content of a journal.
type content struct {
	head     *Head            // the last one; nil in a new journal
	finished map[string]grade // by submission
}

// grade is the journal's entry of a finished grade.
type grade struct {
	record string // its folder, in the journal's
	digest string // of the graded submission; empty if it could not be read
}

// Is reports whether a folder is the record of a batch.
func Is(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, journalFile))
	return err == nil
}

// Create opens the journal of a folder, which it creates if it does not exist. It
// rejects a folder with other content.
func Create(dir string) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("creating the record's folder: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("looking into the record's folder: %w", err)
	}
	if len(entries) > 0 && !Is(dir) {
		return nil, input.Errorf("%s holds something else than the record of a class: name another folder", dir)
	}
	return open(dir, os.O_CREATE)
}

// Open opens the journal of an existing batch.
func Open(dir string) (*Journal, error) {
	j, err := open(dir, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, input.Errorf("%s is not the record of a class: it has no %s", dir, journalFile)
	}
	if err == nil && j.head == nil {
		return nil, errors.Join(input.Errorf("%s ended before it was known what to grade: remove it, and begin again", dir), j.Close())
	}
	return j, err
}

func open(dir string, create int) (*Journal, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, journalFile)
	file, err := os.OpenFile(path, create|os.O_RDWR|os.O_APPEND, 0o644)
	if err != nil {
		return nil, fmt.Errorf("opening the journal: %w", err)
	}
	j := &Journal{dir: absolute, file: file}
	if err := j.load(path); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return j, nil
}

// load locks the journal against other processes and reads it. It truncates an
// incomplete last line.
func (j *Journal) load(path string) error {
	if err := unix.Flock(int(j.file.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		return input.Errorf("%s: another process grades into this folder (%v)", path, err)
	}
	text, err := io.ReadAll(j.file)
	if err != nil {
		return fmt.Errorf("reading the journal: %w", err)
	}
	if j.content, err = parse(path, text); err != nil {
		return err
	}
	if err := j.settle(); err != nil {
		return fmt.Errorf("the copy of the lab: %w", err)
	}
	if err := j.file.Truncate(int64(whole(text))); err != nil {
		return fmt.Errorf("truncating the journal: %w", err)
	}
	return nil
}

// whole returns the length of a journal's complete lines, in bytes. An event whose
// line is incomplete has not happened.
func whole(text []byte) int { return bytes.LastIndexByte(text, '\n') + 1 }

func parse(path string, text []byte) (content, error) {
	c := content{finished: map[string]grade{}}
	number := 0
	for l := range bytes.Lines(text[:whole(text)]) {
		number++
		if err := c.take(l); err != nil {
			return c, input.Join([]input.Problem{input.At(path, number, "%v", err)})
		}
	}
	return c, nil
}

func (c *content) take(text []byte) error {
	var l line
	if err := json.Unmarshal(text, &l); err != nil {
		return fmt.Errorf("damaged: %s", input.JSON(err))
	}
	if l.Version > version {
		return fmt.Errorf("written by a newer gherkube (version %d, this one reads %d)", l.Version, version)
	}
	switch {
	case l.Type == started && l.Head != nil:
		if c.head != nil && c.head.Digest != l.Head.Digest {
			clear(c.finished) // graded with a defective lab
		}
		c.adopt(*l.Head)
	case l.Type == finished && filepath.IsLocal(l.Record):
		c.finished[l.Submission] = grade{l.Record, l.Digest}
	case l.Type == begun: // without a finished line, the submission is graded again
	default:
		return fmt.Errorf("damaged: %q tells nothing", l.Type)
	}
	return nil
}

// adopt sets the head. Submissions that it leaves out, and that have a finished grade,
// stay in it.
func (c *content) adopt(head Head) {
	head.Submissions = append(slices.Clone(head.Submissions), c.Kept(head.Submissions)...)
	c.head = &head
}

// Kept returns the recorded submissions with a finished grade that are not among
// others, by name or by student.
func (c *content) Kept(others []Entry) (kept []Entry) {
	if c.head == nil {
		return nil
	}
	for _, e := range c.head.Submissions {
		_, graded := c.finished[e.ID]
		if graded && !slices.ContainsFunc(others, func(o Entry) bool { return o.ID == e.ID || o.Student != "" && o.Student == e.Student }) {
			kept = append(kept, e)
		}
	}
	return kept
}

// Head returns what the batch grades, or nil if the journal is new.
func (j *Journal) Head() *Head { return j.head }

// Finished returns the record's folder of a submission whose grade is finished.
func (j *Journal) Finished(submission string) (dir string, ok bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	g, ok := j.finished[submission]
	return filepath.Join(j.dir, g.record), ok
}

// Begin records that grading of a submission begins, and returns a new folder for
// the record.
func (j *Journal) Begin(submission string) (dir string, err error) {
	within := filepath.Join(submissionsDir, url.PathEscape(submission))
	for n := 1; ; n++ {
		place := filepath.Join(within, strconv.Itoa(n))
		if _, err := os.Stat(filepath.Join(j.dir, place)); errors.Is(err, fs.ErrNotExist) {
			return filepath.Join(j.dir, place), j.append(line{Type: begun, Submission: submission, Record: place})
		}
	}
}

// Finish records that grading of a submission has finished.
func (j *Journal) Finish(submission, dir string, r *score.Result) error {
	place, err := filepath.Rel(j.dir, dir)
	if err != nil {
		return err
	}
	g := grade{record: place}
	if r.Basis != nil {
		g.digest = r.Basis.Submission
	}
	if err := j.append(line{Type: finished, Submission: submission, Record: place, Digest: g.digest, Result: r.String()}); err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.finished[submission] = g
	return nil
}

func (j *Journal) append(l line) error {
	l.Version, l.At = version, time.Now().UTC()
	text, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("the journal: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.file.Write(append(text, '\n')); err != nil {
		return fmt.Errorf("writing the journal: %w", err)
	}
	if err := j.file.Sync(); err != nil {
		return fmt.Errorf("writing the journal: %w", err)
	}
	return nil
}

// Close closes the journal and releases its lock.
func (j *Journal) Close() error { return j.file.Close() }
