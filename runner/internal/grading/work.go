package grading

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// The record of a grade consists of the records of its two runs, a copy of the lab,
// what the runs do not contain, and the result.
const (
	setupDir   = "setup"
	checksDir  = "checks"
	labDir     = "lab"
	workFile   = "work.json"
	resultFile = "result.json"
)

// Work is what a grade keeps besides the record of its checks.
type Work struct {
	Lab        string               `json:"lab"`
	Student    string               `json:"student,omitempty"`
	Submission string               `json:"submission,omitempty"`
	Values     map[string]string    `json:"values,omitempty"`
	Submitted  time.Time            `json:"submitted,omitzero"` // if known
	Started    time.Time            `json:"started"`
	Finished   time.Time            `json:"finished"`
	Outcome    *workstation.Outcome `json:"outcome,omitempty"` // of the submission's script
	Notes      []string             `json:"notes,omitempty"`
	Hints      []score.Hint         `json:"hints,omitempty"`
	Problem    string               `json:"problem,omitempty"` // why nothing was judged
	Refused    bool                 `json:"refused,omitempty"` // the submission is the problem
	Defect     string               `json:"defect,omitempty"`  // file and line, if the lab is the problem
	Lost       string               `json:"lost,omitempty"`    // why all criteria failed
	Found      string               `json:"found,omitempty"`   // state of the cluster if a criterion was not met
	Hidden     string               `json:"hidden,omitempty"`  // why criteria that could not be observed have failed
	Left       string               `json:"left,omitempty"`    // the cluster that could not be removed
	Basis      *score.Basis         `json:"basis,omitempty"`
	Judged     bool                 `json:"judged,omitempty"` // the result was computed from the record of the checks
	Voided     bool                 `json:"voided,omitempty"` // the second judging ended with an error: its record does not count
	Own        bool                 `json:"own,omitempty"`    // of the lab's own submission, or an untouched cluster: undecided criteria are a defect of the lab
}

// note adds a sentence for the reader of the result.
func (w *Work) note(format string, args ...any) {
	w.Notes = append(w.Notes, fmt.Sprintf(format, args...))
}

// begin returns the work of a grade that starts now.
func begin(l *lab.Lab, student string) *Work {
	return &Work{Lab: l.ID, Student: student, Values: l.Values(student), Started: time.Now().UTC()}
}

// Begin returns the work of a grade of the environment's current state, which
// counts as the submission.
func (s *Environment) Begin() *Work {
	w := begin(s.Lab, s.Student)
	w.Submitted = w.Started
	return w
}

// Result computes the result from the work, a lab and the model of its checks. It
// is deterministic.
func (w *Work) Result(l *lab.Lab, run *model.Run) score.Result {
	r := score.Of(l, run, w.Hints)
	if w.Lost != "" {
		r = score.Lost(l, w.Lost, w.Hints)
	}
	if w.Hidden != "" {
		r.Blame(w.Hidden)
	}
	r.FillFeedback(l.Filling(w.Student))
	r.Student, r.Submission, r.Values = w.Student, w.Submission, w.Values
	r.Submitted, r.Started, r.Finished, r.Notes = w.Submitted, w.Started, w.Finished, w.Notes
	r.Found, r.Output, r.Basis, r.Left = w.Found, w.output(), w.Basis, w.Left
	switch {
	case w.Defect != "":
		r.MarkLabDefective(w.Defect, w.Problem)
	case w.Problem != "":
		r.MarkUngradable(w.Problem)
		r.Refused = w.Refused
	}
	return r
}

// output returns the output of the submission's own script.
func (w *Work) output() string {
	if w.Outcome == nil {
		return ""
	}
	return w.Outcome.Output
}

// ungradable finishes a grade that could not be judged, unless the submission is to
// blame.
func (w *Work) ungradable(l *lab.Lab, dir string, err error) score.Result {
	if w.Lost != "" {
		return w.finish(l, nil, dir)
	}
	w.Problem = err.Error()
	if defect := defectOf(err); defect != nil && !w.Refused {
		w.Defect, w.Problem = defect.At, defect.Why
	}
	return w.finish(l, nil, dir)
}

// finish finishes a grade and records it.
func (w *Work) finish(l *lab.Lab, run *model.Run, dir string) score.Result {
	w.Finished, w.Judged = time.Now().UTC(), run != nil
	r := w.Result(l, run)
	r.Record = dir
	if err := w.write(l, r, dir); err != nil {
		r.MarkUngradable(fmt.Sprintf("the record could not be written: %v", err))
	}
	return r
}

func (w *Work) write(l *lab.Lab, r score.Result, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	copied := filepath.Join(dir, labDir, l.ID)
	if _, err := os.Stat(copied); err != nil {
		if err := os.CopyFS(copied, os.DirFS(l.Dir)); err != nil {
			return err
		}
	}
	return errors.Join(writeJSON(filepath.Join(dir, workFile), w), writeJSON(filepath.Join(dir, resultFile), r))
}

func writeJSON(path string, value any) error {
	content, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(content, '\n'), 0o644)
}

// replaceJSON is writeJSON for a file that other processes read at any time: they find the
// old or the new content, never a part.
func replaceJSON(path string, value any) error {
	if err := writeJSON(path+".new", value); err != nil {
		return errors.Join(err, os.Remove(path+".new"))
	}
	return os.Rename(path+".new", path)
}

// Regrade recomputes the result of a record without a cluster, for the recorded lab
// or for another version of it.
func Regrade(dir string, other *lab.Lab, v planner.Vocabulary) (score.Result, error) {
	w, err := readWork(dir)
	if err != nil {
		return score.Result{}, err
	}
	l := other
	if l == nil {
		if l, err = reader.Load(filepath.Join(dir, labDir, w.Lab), v); err != nil {
			return score.Result{}, err
		}
	}
	if l.ID != w.Lab {
		return score.Result{}, input.Errorf("%s is a grade of lab %s, not of %s", dir, w.Lab, l.ID)
	}
	run, err := w.checks(dir)
	if err != nil {
		return score.Result{}, err
	}
	r := w.Result(l, run)
	r.Record = dir
	return r, nil
}

// StudentOf returns the student of a recorded grade.
func StudentOf(dir string) (string, error) {
	w, err := readWork(dir)
	if err != nil {
		return "", err
	}
	return w.Student, nil
}

func readWork(dir string) (*Work, error) {
	path := filepath.Join(dir, workFile)
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, input.Errorf("%s is not the record of a grade, or it was cut short: %v", dir, input.Cause(err))
	}
	var w Work
	if err := json.Unmarshal(content, &w); err != nil {
		return nil, problem(path, "damaged: %s", input.JSON(err))
	}
	return &w, nil
}

// checks returns the model of the checks from which the result was computed, or nil if
// there was none.
func (w *Work) checks(dir string) (*model.Run, error) {
	if !w.Judged && (w.Problem != "" || w.Lost != "") {
		return nil, nil
	}
	run, err := folded(filepath.Join(dir, checksDir))
	if err != nil {
		return nil, err
	}
	if again := filepath.Join(dir, againDir); record.Is(again) && !w.Voided {
		second, err := folded(again)
		if err != nil {
			return nil, err
		}
		run = merged(run, second)
	}
	return run, nil
}

func folded(dir string) (*model.Run, error) {
	rec, err := record.Read(dir)
	if err != nil {
		return nil, err
	}
	return model.Fold(rec), nil
}
