package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/client-go/kubernetes/scheme"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// strict decodes built-in kinds as the API server does for kubectl apply: it rejects
// unknown and duplicate fields.
var strict = json.NewSerializerWithOptions(json.DefaultMetaFactory, scheme.Scheme, scheme.Scheme, json.SerializerOptions{Yaml: true, Strict: true})

// Error is an error in a manifest's field that the API server would reject.
type Error struct {
	Line int // line within the text, from 1
	Text string
}

// Errors decodes the objects of a text strictly if client-go knows their kinds; other
// kinds may come from a CRD. A ${name} stands for a value of any type. Text that is not
// YAML yields no errors here.
func Errors(text string) []Error {
	open := grammar.Placeholder.MatchString(text)
	decoder := yaml.NewDecoder(strings.NewReader(grammar.Placeholder.ReplaceAllString(text, "$1")))
	var all []Error
	for {
		var doc yaml.Node
		err := decoder.Decode(&doc)
		if errors.Is(err, io.EOF) || err != nil {
			return all
		}
		all = append(all, objectErrors(&doc, open)...)
	}
}

func objectErrors(doc *yaml.Node, open bool) []Error {
	content, err := yaml.Marshal(doc)
	if err != nil || len(doc.Content) == 0 {
		return nil
	}
	top := doc.Content[0]
	if _, items := field(top, "items"); items != nil && items.Kind == yaml.SequenceNode {
		var all []Error
		for _, item := range items.Content {
			all = append(all, objectErrors(&yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{item}}, open)...)
		}
		return all
	}
	_, kind, err := strict.Decode(bytes.TrimSpace(content), nil, nil)
	if kind == nil || err == nil {
		return nil
	}
	return told(top, *kind, err, open)
}

// untyped is the error for an object without a type.
const untyped = "it needs an apiVersion and a kind"

// told converts the errors of strict decoding, each with the line of its field.
func told(top *yaml.Node, kind schema.GroupVersionKind, err error, open bool) []Error {
	several, isStrict := runtime.AsStrictDecodingError(err)
	switch {
	case isStrict:
	case runtime.IsNotRegisteredError(err):
		if !scheme.Scheme.IsGroupRegistered(kind.Group) {
			return nil
		}
		return []Error{{top.Line, fmt.Sprintf("there is no kind %q in %s", kind.Kind, kind.GroupVersion())}}
	case runtime.IsMissingKind(err), runtime.IsMissingVersion(err):
		return []Error{{top.Line, untyped}}
	case open:
		return nil // the value may be of the right type
	default:
		return []Error{{top.Line, oneLine(fmt.Sprintf("%s: %v", kind.Kind, err))}}
	}
	var all []Error
	for _, one := range several.Errors() {
		all = append(all, Error{lineOf(top, one.Error()), oneLine(fmt.Sprintf("%s: %v", kind.Kind, one))})
	}
	return all
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

var (
	fieldPath = regexp.MustCompile(`unknown field "([^"]+)"`)
	pathPart  = regexp.MustCompile(`[^.\[\]]+`)
)

// lineOf returns the line of the field that an error names.
func lineOf(at *yaml.Node, text string) int {
	line := at.Line
	found := fieldPath.FindStringSubmatch(text)
	if found == nil {
		return line
	}
	for _, part := range pathPart.FindAllString(found[1], -1) {
		if index, err := strconv.Atoi(part); err == nil && at.Kind == yaml.SequenceNode && index < len(at.Content) {
			at = at.Content[index]
			continue
		}
		key, value := field(at, part)
		if key == nil {
			return line
		}
		line, at = key.Line, value
	}
	return line
}

func field(at *yaml.Node, name string) (key, value *yaml.Node) {
	if at.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(at.Content); i += 2 {
		if at.Content[i].Value == name {
			return at.Content[i], at.Content[i+1]
		}
	}
	return nil, nil
}

// Strictly returns the first error for which the API server would reject a manifest.
func Strictly(text string) error {
	if wrong := Errors(text); len(wrong) > 0 && wrong[0].Text != untyped { // Parse reports that
		return fmt.Errorf("line %d of the manifest: %s", wrong[0].Line, wrong[0].Text)
	}
	return nil
}
