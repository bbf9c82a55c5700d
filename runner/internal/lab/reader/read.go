package reader

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// document reads and checks lab.yaml. It returns false if the other files cannot be
// checked without it.
func (r *reader) document() bool {
	content, ok := r.read(lab.DocumentFile)
	if !ok {
		return false
	}
	if len(bytes.TrimSpace(content)) == 0 {
		r.problem(lab.DocumentFile, 0, "the file is empty: a lab is described in it (gherkube lab new writes one)")
		return false
	}
	var root yaml.Node
	if err := yaml.Unmarshal(content, &root); err != nil {
		r.undecodable(content, err)
		return false
	}
	r.lines = lines{&root}
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(&r.lab.Document); err != nil {
		r.undecodable(content, err)
		r.besides()
		return false
	}
	if err := decoder.Decode(new(any)); !errors.Is(err, io.EOF) {
		r.problem(lab.DocumentFile, 0, "there is more than one document in it")
	}
	r.validate()
	return true
}

// besides checks what could be decoded of a lab.yaml with errors. It keeps no problem in a
// line that has one already, and none of values that are missing because of that.
func (r *reader) besides() {
	told := slices.Clone(r.problems)
	d := &r.lab.Document
	if d.Level != "" {
		r.choice("level", d.Level, lab.Levels)
	}
	if d.Domain != "" {
		r.choice("domain", d.Domain, lab.Domains)
	}
	if d.ID != "" {
		r.identity(d)
	}
	if d.PassMark != 0 {
		r.upTo("passMark", d.PassMark, 100)
	}
	if d.Minutes != 0 {
		r.upTo("minutes", d.Minutes, 120)
	}
	r.problems = slices.DeleteFunc(r.problems, func(p input.Problem) bool {
		inLine := func(other input.Problem) bool { return other != p && other.Line == p.Line }
		return !slices.Contains(told, p) && slices.ContainsFunc(told, inLine)
	})
}

// read returns the content of a file of the lab, which must be text.
func (r *reader) read(name string) ([]byte, bool) {
	content, err := r.file(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.problem(name, 0, "there is no such file: a lab needs it")
	case err != nil:
		r.problem(name, 0, "cannot be read: %v", input.Cause(err))
	case !utf8.Valid(content):
		r.problem(name, 0, "is not UTF-8")
	default:
		return content, true
	}
	return nil, false
}

func (r *reader) undecodable(content []byte, err error) {
	for _, p := range input.YAML(lab.DocumentFile, content, err) {
		r.problem(p.File, p.Line, "%s", p.Text)
	}
}
