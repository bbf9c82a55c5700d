package report

import (
	"errors"
	"io"

	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// Set is the views of one run, each with its own destination.
type Set struct {
	views  []View
	places *format.Places
}

// Open makes the views and checks their files, so that an unwritable file is
// reported before the run starts.
func Open(specs []Spec, stdout io.Writer, style Style) (*Set, error) {
	places, err := format.Open(specs, stdout)
	if err != nil {
		return nil, err
	}
	set := &Set{places: places}
	for i, spec := range specs {
		in := style
		if spec.File != "" {
			in = Style{}
		}
		set.views = append(set.views, formats[spec.Name].on(places.Writers[i], in))
	}
	return set, nil
}

// Finished calls Finished of every view.
func (s *Set) Finished(scenario *model.Scenario) error {
	return s.each(func(v View) error { return v.Finished(scenario) })
}

// End calls End of every view.
func (s *Set) End(run *model.Run) error {
	return s.each(func(v View) error { return v.End(run) })
}

// each calls every view. The file of one that fails stays as it was.
func (s *Set) each(do func(View) error) error {
	var errs []error
	for i, v := range s.views {
		if err := do(v); err != nil {
			s.places.Drop(i)
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Close replaces the files by the reports.
func (s *Set) Close() error { return s.places.Close() }

// Discard leaves the files as they were, because there is no run to report.
func (s *Set) Discard() error { return s.places.Discard() }

// Replay writes a finished run to a view.
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
