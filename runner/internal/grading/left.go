package grading

import (
	"context"
	"fmt"

	"github.com/gherkube/gherkube/runner/internal/score"
)

// remove closes the environment. A cluster that could not be removed goes on using the
// machine's memory and disk, so the instructor is told at once.
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

// leave removes the environment of a grade that has ended. A cluster that could not be
// removed is noted in the result and its record, and changes nothing of the grade.
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
