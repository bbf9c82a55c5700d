package steps

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"k8s.io/apimachinery/pkg/runtime/schema"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"

	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// document is a document of an answer, or an item of a List in such a document.
type document struct {
	where   string // "document 2", "item 1 of document 2"
	content map[string]any
}

// documentsOf reads an answer as YAML or JSON. The error is worded for the student.
func documentsOf(s *scenario.Scenario, name string) ([]document, error) {
	content, err := s.Answer(name)
	if err != nil {
		return nil, err
	}
	all, err := documentsIn(string(content))
	if err != nil {
		return nil, fmt.Errorf("%s%s: %w", scenario.AnswersDir, name, err)
	}
	return all, nil
}

// documentsIn returns the non-empty documents of a text, or an error if there is none.
func documentsIn(text string) ([]document, error) {
	var all []document
	decoder := utilyaml.NewYAMLOrJSONDecoder(strings.NewReader(text), len(text)+1)
	for n := 1; ; n++ {
		var value any
		err := decoder.Decode(&value)
		switch {
		case errors.Is(err, io.EOF) && len(all) == 0:
			return nil, errors.New("it is empty")
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, fmt.Errorf("document %d is neither YAML nor JSON: %w", n, err)
		case value == nil:
			continue
		}
		content, ok := value.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("document %d has no keys: it is %.40q", n, resource.Text(value))
		}
		all = append(all, document{fmt.Sprintf("document %d", n), content})
	}
}

// itemsOf returns the items of all Lists among the documents.
func itemsOf(documents []document) []document {
	var all []document
	for _, d := range documents {
		items, _ := d.content["items"].([]any)
		if !strings.HasSuffix(resource.Text(d.content["kind"]), "List") {
			continue
		}
		for i, item := range items {
			content, _ := item.(map[string]any)
			all = append(all, document{fmt.Sprintf("item %d of %s", i+1, d.where), content})
		}
	}
	return all
}

// objectsOf returns the Kubernetes objects in documents, items of Lists included. The
// error names a document that is not an object.
func objectsOf(documents []document) ([]document, error) {
	var all []document
	for _, d := range append(documents, itemsOf(documents)...) {
		kind := d.kind()
		switch {
		case kind.Kind == "" || kind.Version == "":
			return nil, fmt.Errorf("%s is no object: it needs an apiVersion and a kind", d.where)
		case strings.HasSuffix(kind.Kind, "List") && d.content["items"] != nil:
			continue
		}
		all = append(all, d)
	}
	return all, nil
}

func (d document) kind() schema.GroupVersionKind {
	return schema.FromAPIVersionAndKind(resource.Text(d.content["apiVersion"]), resource.Text(d.content["kind"]))
}

// String returns the kind and the name of the object in the document.
func (d document) String() string {
	metadata, _ := d.content["metadata"].(map[string]any)
	return fmt.Sprintf("%s %q", d.kind().Kind, resource.Text(metadata["name"]))
}
