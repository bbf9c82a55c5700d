package score

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// ParsePolicy parses the content of a policy file. Errors in it are input.Errors.
//
//	due: 2026-11-20T17:00:00+01:00
//	published: false
//	late: {perDay: 10, grace: 15m, cap: 50}
//	submitted:
//	  ada: 2026-11-20T16:58:00+01:00
func ParsePolicy(path string, content []byte) (Policy, error) {
	var p Policy
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(&p); err != nil && !errors.Is(err, io.EOF) {
		return p, input.Join(input.YAML(filepath.ToSlash(path), content, err))
	}
	return p, p.validate(path)
}

func (p Policy) validate(path string) error {
	switch l := p.Late; {
	case !perCent(l.PerDay) || !perCent(l.Cap):
		return wrong(path, "late: perDay and cap are per cent, from 0 to 100")
	case l.Grace < 0:
		return wrong(path, "late: grace is %s, and cannot be less than nothing", l.Grace)
	case l.PerDay == 0 && (l.Grace != 0 || l.Cap != 0):
		return wrong(path, "late: perDay is missing: nothing would be taken off")
	}
	return nil
}

// perCent reports whether n is between 0 and 100. NaN is not.
func perCent(n float64) bool { return n >= 0 && n <= 100 }

func wrong(path, format string, args ...any) error {
	return input.Join([]input.Problem{input.At(filepath.ToSlash(path), 0, format, args...)})
}
