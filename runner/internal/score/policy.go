package score

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"regexp"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// ParsePolicy parses the content of a policy file. Errors in it are input.Errors. Times
// have a zone, because the file is read on several machines, such as CI's.
//
//	due: 2026-11-20T17:00:00+01:00
//	published: false
//	late: {perDay: 10, grace: 15m, cap: 50}
//	submitted:
//	  ada: 2026-11-20T16:58:00+01:00
func ParsePolicy(path string, content []byte) (Policy, error) {
	var p Policy
	path = filepath.ToSlash(path)
	var document yaml.Node
	if err := yaml.Unmarshal(content, &document); err != nil {
		return p, input.Join(input.YAML(path, content, err))
	}
	file := policyFile{path: path}
	if len(document.Content) > 0 {
		file.keys = document.Content[0]
	}
	if file.zones(); len(file.wrong) > 0 {
		return p, input.Join(file.wrong)
	}
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(&p); err != nil && !errors.Is(err, io.EOF) {
		return p, input.Join(input.YAML(path, content, err))
	}
	file.late(p.Late)
	return p, input.Join(file.wrong)
}

// policyFile finds what the decoder of a policy accepts and gherkube does not.
type policyFile struct {
	path  string
	keys  *yaml.Node // nil in an empty file
	wrong []input.Problem
}

func (f *policyFile) complain(at *yaml.Node, format string, args ...any) {
	f.wrong = append(f.wrong, input.At(f.path, at.Line, format, args...))
}

// zones complains about times without a zone, some of which YAML reads as UTC.
func (f *policyFile) zones() {
	_, due := pair(f.keys, "due")
	times := []*yaml.Node{due}
	if _, submitted := pair(f.keys, "submitted"); submitted != nil {
		for i := 1; i < len(submitted.Content); i += 2 {
			times = append(times, resolved(submitted.Content[i]))
		}
	}
	for _, at := range times {
		if at != nil && at.Kind == yaml.ScalarNode && dated.MatchString(at.Value) && !zoned.MatchString(at.Value) {
			f.complain(at, "time %s has no zone, or is only a date: write a time as 2026-11-20T17:00:00+01:00", at.Value)
		}
	}
}

var (
	dated = regexp.MustCompile(`^\d{4}-\d`)
	zoned = regexp.MustCompile(`[tT ].*:.*(Z|[+-]\d\d:\d\d)$`)
)

func (f *policyFile) late(l LateRule) {
	key, rules := pair(f.keys, "late")
	if rules == nil {
		return
	}
	at := func(name string) *yaml.Node {
		if named, _ := pair(rules, name); named != nil {
			return named
		}
		return key
	}
	if !perCent(l.PerDay) {
		f.complain(at("perDay"), "late: perDay is per cent, from 0 to 100")
	}
	if !perCent(l.Cap) {
		f.complain(at("cap"), "late: cap is per cent, from 0 to 100")
	}
	if l.Grace < 0 {
		f.complain(at("grace"), "late: grace is %s, and cannot be less than nothing", l.Grace)
	}
	if l.PerDay == 0 && (l.Grace != 0 || l.Cap != 0) {
		f.complain(key, "late: perDay is missing: nothing would be taken off")
	}
}

// pair returns the key with a name and its value in a mapping, or nil.
func pair(mapping *yaml.Node, name string) (key, value *yaml.Node) {
	if mapping == nil {
		return nil, nil
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == name {
			return mapping.Content[i], resolved(mapping.Content[i+1])
		}
	}
	return nil, nil
}

// resolved returns what an alias stands for.
func resolved(n *yaml.Node) *yaml.Node {
	if n.Alias != nil {
		return n.Alias
	}
	return n
}

// perCent reports whether n is between 0 and 100. NaN is not.
func perCent(n float64) bool { return n >= 0 && n <= 100 }
