package grading

import (
	"context"
	"fmt"

	"github.com/gherkube/gherkube/runner/internal/score"
)

// remove closes the environment. A cluster that could not be removed keeps using
// the machine's memory and disk, so remove reports it to the instructor at once.
func (s *Environment) remove(ctx context.Context) error {
	err := s.Close(ctx)
	if err == nil || s.keep {
		return err
	}
	err = fmt.Errorf("cluster %s could not be removed, and still uses memory and disk: %w; when this command has ended, remove it with \"gherkube clean\"", s.Cluster.Name(), err)
	if s.grader.Left != nil {
		s.grader.Left(err.Error())
	}
	return err
}

// leave removes the environment of a finished grade. The result and its record name
// a cluster that could not be removed; the grade stays as it is.
func (s *Environment) leave(ctx context.Context, w *Work, r *score.Result) {
	err := s.remove(ctx)
	if err == nil || r.Record == "" {
		return
	}
	w.Left = err.Error()
	r.Left = w.Left
	if err := w.write(s.Lab, *r, r.Record); err != nil {
		r.Left += fmt.Sprintf(" (the record does not say so: %v)", err)
	}
}
