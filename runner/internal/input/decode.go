package input

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// The YAML and JSON decoders mention Go types in their errors. The functions below
// rephrase them for users.

var (
	yamlLine      = regexp.MustCompile(`^(?:yaml: )?line (\d+): (?s:(.*))$`)
	yamlUnknown   = regexp.MustCompile(`^field (\S+) not found in type .+$`)
	yamlWrong     = regexp.MustCompile("^cannot (?:unmarshal|construct) !!(\\w+)(?: `((?s:.*))`)? into (.+)$")
	yamlTwice     = regexp.MustCompile(`^mapping key "(.*)" already defined at line (\d+)$`)
	unknownAnchor = regexp.MustCompile(`unknown anchor '(.+?)' referenced`)
	wrongTime     = regexp.MustCompile(`^parsing time "(.*?)" as `)
)

// YAML returns the errors of the YAML decoder, each with its line.
func YAML(file string, content []byte, err error) []Problem {
	var several *yaml.TypeError
	if !errors.As(err, &several) {
		p := yamlProblem(file, err.Error())
		if found := wrongTime.FindStringSubmatch(err.Error()); found != nil { // the only error without a line
			p.Line = lineOf(content, found[1])
		}
		if found := unknownAnchor.FindStringSubmatch(err.Error()); found != nil {
			p.Line = lineOf(content, "*"+found[1])
		}
		return []Problem{p}
	}
	var all []Problem
	for _, text := range several.Errors {
		all = append(all, yamlProblem(file, text))
	}
	return all
}

// lineOf returns the first line that contains a value.
func lineOf(content []byte, value string) int {
	before, _, found := strings.Cut(string(content), value)
	if !found {
		return 0
	}
	return strings.Count(before, "\n") + 1
}

func yamlProblem(file, text string) Problem {
	line := 0
	if found := yamlLine.FindStringSubmatch(text); found != nil {
		line, _ = strconv.Atoi(found[1])
		text = found[2]
	}
	return At(file, line, "%s", yamlText(strings.TrimPrefix(text, "yaml: ")))
}

func yamlText(text string) string {
	if found := yamlUnknown.FindStringSubmatch(text); found != nil {
		return fmt.Sprintf("unknown key %q", found[1])
	}
	if found := yamlTwice.FindStringSubmatch(text); found != nil {
		return fmt.Sprintf("key %q stands in line %s already", found[1], found[2])
	}
	if found := wrongTime.FindStringSubmatch(text); found != nil {
		return fmt.Sprintf("%q is no time; write one with seconds and its zone, as 2026-11-20T17:00:00+01:00", found[1])
	}
	if found := yamlWrong.FindStringSubmatch(text); found != nil {
		return fmt.Sprintf("expected %s, found %s", goType(found[3]), yamlValue(found[1], found[2]))
	}
	return text
}

func yamlValue(tag, value string) string {
	switch {
	case tag == "seq":
		return "a list"
	case tag == "map":
		return "keys with values"
	case value == "":
		return "nothing"
	}
	return strconv.Quote(value)
}

// goType describes what users write for a value of a Go type.
func goType(name string) string {
	name = strings.TrimLeft(name, "*")
	switch {
	case name == "time.Time":
		return "a time, as 2026-11-20T17:00:00+01:00"
	case name == "time.Duration":
		return "a duration, as 15m"
	case name == "bool":
		return "true or false"
	case name == "string":
		return "text"
	case strings.HasPrefix(name, "int"), strings.HasPrefix(name, "uint"):
		return "a whole number"
	case strings.HasPrefix(name, "float"):
		return "a number"
	case strings.HasPrefix(name, "[]"):
		return "a list"
	}
	return "keys with values"
}

// JSON returns the text of a JSON decoder's error.
func JSON(err error) string {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong):
		expected := goType(wrong.Type.String())
		if wrong.Type.Kind() == reflect.Bool || wrong.Type.Kind() == reflect.String {
			expected = goType(wrong.Type.Kind().String())
		}
		if wrong.Field == "" {
			return fmt.Sprintf("expected %s, found %s", expected, jsonValue(wrong.Value))
		}
		return fmt.Sprintf("%q: expected %s, found %s", wrong.Field, expected, jsonValue(wrong.Value))
	case errors.As(err, &syntax):
		return fmt.Sprintf("not JSON at byte %d: %s", syntax.Offset, syntaxText(syntax.Error()))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the JSON ends too early"
	}
	if found := wrongTime.FindStringSubmatch(err.Error()); found != nil {
		return fmt.Sprintf("%q is no time", found[1])
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

var wrongCharacter = regexp.MustCompile(`^invalid character ('[^']'|\S+) .*$`)

// syntaxText rephrases the error of a JSON decoder.
func syntaxText(text string) string {
	if found := wrongCharacter.FindStringSubmatch(text); found != nil {
		return found[1] + " cannot stand there"
	}
	return strings.Replace(text, "unexpected end of JSON input", "it ends too early", 1)
}

func jsonValue(kind string) string {
	switch {
	case kind == "object":
		return "keys with values"
	case kind == "array":
		return "a list"
	case kind == "bool":
		return "true or false"
	case kind == "string":
		return "text"
	}
	return "a " + kind
}
