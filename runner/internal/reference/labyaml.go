package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"
)

// labKeys returns the section about lab.yaml: a table of the keys of each object.
func labKeys(content []byte) (string, error) {
	var schema jsonschema.Schema
	if err := json.Unmarshal(content, &schema); err != nil {
		return "", fmt.Errorf("the schema of lab.yaml: %w", err)
	}
	var b strings.Builder
	b.WriteString("## lab.yaml\n\n`gherkube lab lint` checks a lab, and `gherkube lab new` writes one to start from. The schema " +
		"[lab.schema.json](../labs/lab.schema.json)\ngives editors these keys. [AUTHORING.md](../labs/AUTHORING.md) explains the other files of a lab.\n\n")
	b.WriteString(keys(&schema))
	for _, name := range used(&schema, schema.Definitions) {
		fmt.Fprintf(&b, "\n### %s\n\n%s", path(&schema, name), keys(schema.Definitions[name]))
	}
	return b.String(), nil
}

func keys(object *jsonschema.Schema) string {
	var b strings.Builder
	b.WriteString(head("key", "value", "meaning"))
	for pair := object.Properties.Oldest(); pair != nil; pair = pair.Next() {
		name := "`" + pair.Key + "`"
		if slices.Contains(object.Required, pair.Key) {
			name += " (required)"
		}
		b.WriteString(row(name, value(pair.Value), pair.Value.Description))
	}
	return b.String()
}

// value describes the values that a key can have.
func value(s *jsonschema.Schema) string {
	switch {
	case s.Ref != "":
		return "an object: see below"
	case len(s.Enum) > 0:
		var all []string
		for _, one := range s.Enum {
			all = append(all, fmt.Sprintf("`%v`", one))
		}
		return strings.Join(all, ", ")
	case s.Type == "array":
		return "a list: " + value(s.Items)
	case s.AdditionalProperties != nil && s.Type == "object":
		return "by name: " + value(s.AdditionalProperties)
	case s.Minimum != "" && s.Maximum != "":
		return fmt.Sprintf("%s, %s to %s", s.Type, s.Minimum, s.Maximum)
	case s.Minimum != "":
		return fmt.Sprintf("%s, at least %s", s.Type, s.Minimum)
	case s.Pattern != "":
		return fmt.Sprintf("%s: `%s`", s.Type, s.Pattern)
	}
	return s.Type
}

// used returns the names of the objects in the order in which keys use them.
func used(s *jsonschema.Schema, all jsonschema.Definitions) []string {
	var names []string
	for pair := s.Properties.Oldest(); pair != nil; pair = pair.Next() {
		if name := target(pair.Value); name != "" {
			names = append(names, name)
			names = append(names, used(all[name], all)...)
		}
	}
	return names
}

// path returns the keys that lead to an object: "tasks[].hints[]".
func path(s *jsonschema.Schema, to string) string {
	return "`" + way(s, s.Definitions, to) + "`"
}

func way(s *jsonschema.Schema, all jsonschema.Definitions, to string) string {
	for pair := s.Properties.Oldest(); pair != nil; pair = pair.Next() {
		name := target(pair.Value)
		if name == "" {
			continue
		}
		here := pair.Key
		switch {
		case pair.Value.Type == "array":
			here += "[]"
		case pair.Value.Type == "object":
			here += ".NAME"
		}
		if name == to {
			return here
		}
		if rest := way(all[name], all, to); rest != "" {
			return here + "." + rest
		}
	}
	return ""
}

// target returns the name of the object that a key holds, in a list or by name too.
func target(s *jsonschema.Schema) string {
	switch {
	case s == nil:
		return ""
	case s.Ref != "":
		return strings.TrimPrefix(s.Ref, "#/$defs/")
	case s.Type == "array":
		return target(s.Items)
	case s.Type == "object":
		return target(s.AdditionalProperties)
	}
	return ""
}
