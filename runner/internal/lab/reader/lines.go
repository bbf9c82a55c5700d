package reader

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// lines finds the lines of parts of a YAML document.
type lines struct{ root *yaml.Node }

// of returns the line of the value at a path of keys and indices, or of the last
// part of the path that exists.
func (l lines) of(path ...any) int {
	if l.root == nil || len(l.root.Content) == 0 {
		return 1
	}
	at := l.root.Content[0]
	line := at.Line
	for _, part := range path {
		key, value := child(at, part)
		if value == nil {
			return line
		}
		at, line = value, key.Line
	}
	return line
}

// child returns a key and value of a mapping, or an item of a sequence.
func child(at *yaml.Node, part any) (key, value *yaml.Node) {
	if index, ok := part.(int); ok {
		if at.Kind != yaml.SequenceNode || index >= len(at.Content) {
			return nil, nil
		}
		return at.Content[index], at.Content[index]
	}
	if at.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(at.Content); i += 2 {
		if at.Content[i].Value == fmt.Sprint(part) {
			return at.Content[i], at.Content[i+1]
		}
	}
	return nil, nil
}

// top returns the document's mapping.
func (r *reader) top() *yaml.Node {
	if len(r.lines.root.Content) == 0 {
		return &yaml.Node{}
	}
	return r.lines.root.Content[0]
}
