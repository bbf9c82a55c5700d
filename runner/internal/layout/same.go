package layout

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	messages "github.com/cucumber/messages/go/v21"
)

// same verifies in two ways that formatting has not changed the meaning. Both texts
// must have the same characters in the same order, except for white space. And the
// parser must read the same from both, except for locations and the indentation of
// comments and descriptions.
func same(content, formatted []byte, before, after *messages.GherkinDocument) error {
	if a, b := visible(content), visible(formatted); !bytes.Equal(a, b) {
		return fmt.Errorf("other characters, from %q on", tail(a, b))
	}
	a, err := meaning(before)
	if err != nil {
		return err
	}
	b, err := meaning(after)
	if err != nil {
		return err
	}
	if where, differs := difference(a, b, "document"); differs {
		return fmt.Errorf("another %s", where)
	}
	return nil
}

// visible returns the characters that are not white space.
func visible(text []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// tail returns the rest of a from the first difference to b.
func tail(a, b []byte) []byte {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	return a[at:min(len(a), at+20)]
}

// meaning returns a document as data, without what formatting may change.
func meaning(document *messages.GherkinDocument) (any, error) {
	written, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	var data any
	if err := json.Unmarshal(written, &data); err != nil {
		return nil, err
	}
	return essential(data, ""), nil
}

// essential removes locations and IDs, and normalizes indented texts. The texts of
// doc strings, cells and steps are not changed.
func essential(data any, name string) any {
	switch data := data.(type) {
	case map[string]any:
		for key, value := range data {
			if key == "location" || key == "id" {
				delete(data, key)
				continue
			}
			if text, is := value.(string); is && key == "text" && name == "comments" {
				data[key] = commented(text)
				continue
			}
			data[key] = essential(value, key)
		}
	case []any:
		for i := range data {
			data[i] = essential(data[i], name)
		}
	case string:
		switch name {
		case "description":
			return strings.Trim(strings.Join(block(strings.Split(data, "\n")), "\n"), "\n")
		case "mediaType":
			return strings.TrimSpace(data)
		}
	}
	return data
}

// difference returns the name of the first part in which two documents differ.
func difference(a, b any, name string) (where string, differs bool) {
	if reflect.DeepEqual(a, b) {
		return "", false
	}
	if a, is := a.(map[string]any); is {
		if b, is := b.(map[string]any); is {
			for key := range a {
				if where, differs := difference(a[key], b[key], key); differs {
					return where, true
				}
			}
		}
	}
	if a, is := a.([]any); is {
		if b, is := b.([]any); is && len(a) == len(b) {
			for i := range a {
				if where, differs := difference(a[i], b[i], name); differs {
					return where, true
				}
			}
		}
	}
	return fmt.Sprintf("%s: %.60q", name, fmt.Sprint(a)), true
}
