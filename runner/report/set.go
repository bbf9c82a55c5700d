package report

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/model"
)

// Set is the views of one run, each with its own place.
type Set struct {
	views []View
	files []*os.File
}

// Open makes the views and creates their files, so that one that cannot be
// written is known before anything starts.
func Open(specs []Spec, stdout io.Writer, style Style) (*Set, error) {
	set := &Set{}
	for _, spec := range specs {
		place, style := stdout, style
		if spec.File != "" {
			file, err := os.Create(spec.File)
			if err != nil {
				return nil, errors.Join(input.Errorf("--format %s:%s: %v", spec.Name, spec.File, err), set.Close())
			}
			set.files = append(set.files, file)
			place, style = file, Style{}
		}
		set.views = append(set.views, formats[spec.Name].view(place, style))
	}
	return set, nil
}

// Finished tells all views.
func (s *Set) Finished(scenario *model.Scenario) error {
	var errs []error
	for _, v := range s.views {
		errs = append(errs, v.Finished(scenario))
	}
	return errors.Join(errs...)
}

// End tells all views.
func (s *Set) End(run *model.Run) error {
	var errs []error
	for _, v := range s.views {
		errs = append(errs, v.End(run))
	}
	return errors.Join(errs...)
}

// Close closes the files.
func (s *Set) Close() error {
	var errs []error
	for _, file := range s.files {
		if err := file.Close(); err != nil {
			errs = append(errs, fmt.Errorf("writing the report: %w", err))
		}
	}
	return errors.Join(errs...)
}

// Replay shows a finished run in the views.
func Replay(run *model.Run, v View) error {
	for _, s := range run.Scenarios {
		if s.CutShort {
			continue
		}
		if err := v.Finished(s); err != nil {
			return err
		}
	}
	return v.End(run)
}
