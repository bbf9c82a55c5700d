package format

import (
	"errors"
	"fmt"
	"io"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Places are where formats are written to. A file is replaced when its report is
// complete: until then, and if the report cannot be written, the old file stays.
// Pipes and devices are written directly.
type Places struct {
	Writers []io.Writer // one for each Spec
	places  []*place    // nil for standard output
}

// Open checks the files, so that one that cannot be written is known before anything
// starts. It changes no regular file.
func Open(specs []Spec, stdout io.Writer) (*Places, error) {
	if err := Check(specs); err != nil {
		return nil, err
	}
	p := &Places{}
	for _, spec := range specs {
		if spec.File == "" {
			p.Writers, p.places = append(p.Writers, stdout), append(p.places, nil)
			continue
		}
		to, err := openPlace(spec.File)
		if err != nil {
			return nil, errors.Join(input.Errorf("--format %s:%s: %v", spec.Name, spec.File, err), p.Discard())
		}
		p.Writers, p.places = append(p.Writers, to), append(p.places, to)
	}
	return p, nil
}

// Drop leaves the file of a report as it was, because the report is not complete. i is
// the index of its Spec.
func (p *Places) Drop(i int) {
	if to := p.places[i]; to != nil {
		to.dropped = true
	}
}

// Close replaces the files by the reports.
func (p *Places) Close() error {
	var errs []error
	for _, to := range p.places {
		if to == nil {
			continue
		}
		if err := to.close(); err != nil {
			errs = append(errs, fmt.Errorf("writing the report: %w", err))
		}
	}
	return errors.Join(errs...)
}

// Discard leaves all files as they were.
func (p *Places) Discard() error {
	for i := range p.places {
		p.Drop(i)
	}
	return p.Close()
}
