package format

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Places are where formats are written to.
type Places struct {
	Writers []io.Writer // one for each Spec
	files   []*os.File
}

// Open creates the files, so that one that cannot be written is known before
// anything starts.
func Open(specs []Spec, stdout io.Writer) (*Places, error) {
	p := &Places{}
	for _, spec := range specs {
		if spec.File == "" {
			p.Writers = append(p.Writers, stdout)
			continue
		}
		file, err := os.Create(spec.File)
		if err != nil {
			return nil, errors.Join(input.Errorf("--format %s:%s: %v", spec.Name, spec.File, err), p.Close())
		}
		p.files = append(p.files, file)
		p.Writers = append(p.Writers, file)
	}
	return p, nil
}

// Close closes the files.
func (p *Places) Close() error {
	var errs []error
	for _, file := range p.files {
		if err := file.Close(); err != nil {
			errs = append(errs, fmt.Errorf("writing the report: %w", err))
		}
	}
	return errors.Join(errs...)
}
