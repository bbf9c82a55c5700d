package lab

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// document reads lab.yaml and checks it. It tells whether there is a document
// to go on with.
func (r *reader) document() bool {
	content, ok := r.read(DocumentFile)
	if !ok {
		return false
	}
	var root yaml.Node
	if err := yaml.Unmarshal(content, &root); err != nil {
		r.undecodable(err)
		return false
	}
	r.lines = lines{&root}
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(&r.lab.Document); err != nil {
		r.undecodable(err)
		return false
	}
	if err := decoder.Decode(new(any)); !errors.Is(err, io.EOF) {
		r.problem(DocumentFile, 0, "there is more than one document in it")
	}
	r.validate()
	return true
}

// read reads a file of the lab as text.
func (r *reader) read(name string) ([]byte, bool) {
	content, err := os.ReadFile(r.lab.Path(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.problem(name, 0, "there is no such file: a lab needs it")
	case err != nil:
		r.problem(name, 0, "cannot be read: %v", err)
	case !utf8.Valid(content):
		r.problem(name, 0, "is not UTF-8")
	default:
		return content, true
	}
	return nil, false
}

// atLine is how the YAML library says where.
var atLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// unknownKey is how it says that a key is unknown.
var unknownKey = regexp.MustCompile(`^field (\S+) not found in type lab\.(\w+)$`)

func (r *reader) undecodable(err error) {
	var several *yaml.TypeError
	if !errors.As(err, &several) {
		r.told(err.Error())
		return
	}
	for _, text := range several.Errors {
		r.told(text)
	}
}

func (r *reader) told(text string) {
	line := 0
	if found := atLine.FindStringSubmatch(text); found != nil {
		line, _ = strconv.Atoi(found[1])
		text = found[2]
	}
	if found := unknownKey.FindStringSubmatch(text); found != nil {
		text = "unknown key " + strconv.Quote(found[1])
	}
	r.problem(DocumentFile, line, "%s", strings.TrimPrefix(text, "yaml: "))
}
