package junitschema

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// node is an element of a document.
type node struct {
	name       string
	attributes []xml.Attr
	children   []*node
	text       string
}

// Check returns all that keeps a document out of the schema.
func (s Schema) Check(document []byte) error {
	root, err := parse(document)
	if err != nil {
		return err
	}
	if !slices.Contains(s.roots, root.name) {
		return fmt.Errorf("%s: the root is %s, not %s", s.Name, root.name, strings.Join(s.roots, " or "))
	}
	if errs := s.check(root, root.name); len(errs) > 0 {
		return fmt.Errorf("%s: %w", s.Name, errors.Join(errs...))
	}
	return nil
}

func (s Schema) check(n *node, path string) []error {
	allowed, ok := s.elements[n.name]
	if !ok {
		return []error{fmt.Errorf("%s: there is no such element", path)}
	}
	errs := allowed.attributesOf(n, path)
	errs = append(errs, allowed.childrenOf(n, path)...)
	if !allowed.text && strings.TrimSpace(n.text) != "" {
		errs = append(errs, fmt.Errorf("%s: holds text: %q", path, n.text))
	}
	for _, c := range n.children {
		errs = append(errs, s.check(c, path+"/"+c.name)...)
	}
	return errs
}

func (e element) attributesOf(n *node, path string) []error {
	var errs []error
	seen := map[string]bool{}
	for _, a := range n.attributes {
		rule, ok := e.attributes[a.Name.Local]
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("%s: attribute %s is not allowed", path, a.Name.Local))
		case rule.form != nil && !rule.form.MatchString(a.Value):
			errs = append(errs, fmt.Errorf("%s: %s=%q is not of the form %s", path, a.Name.Local, a.Value, rule.form))
		}
		seen[a.Name.Local] = true
	}
	for _, name := range slices.Sorted(maps.Keys(e.attributes)) {
		if e.attributes[name].required && !seen[name] {
			errs = append(errs, fmt.Errorf("%s: attribute %s is missing", path, name))
		}
	}
	return errs
}

func (e element) childrenOf(n *node, path string) []error {
	var errs []error
	count, last := map[string]int{}, -1
	for _, c := range n.children {
		at := slices.IndexFunc(e.children, func(allowed child) bool { return allowed.name == c.name })
		switch {
		case at < 0:
			errs = append(errs, fmt.Errorf("%s: %s is not allowed here", path, c.name))
		case e.sequence && at < last:
			errs = append(errs, fmt.Errorf("%s: %s stands too late", path, c.name))
		default:
			last = at
		}
		count[c.name]++
	}
	for _, allowed := range e.children {
		if allowed.required && count[allowed.name] == 0 || allowed.once && count[allowed.name] > 1 {
			errs = append(errs, fmt.Errorf("%s: has %d of %s", path, count[allowed.name], allowed.name))
		}
	}
	return errs
}

// parse reads a document, and refuses characters that XML 1.0 does not have.
func parse(document []byte) (*node, error) {
	if err := characters(document); err != nil {
		return nil, err
	}
	decoder := xml.NewDecoder(bytes.NewReader(document))
	above := []*node{{}}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		top := above[len(above)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attributes: slices.Clone(t.Attr)}
			top.children = append(top.children, n)
			above = append(above, n)
		case xml.EndElement:
			above = above[:len(above)-1]
		case xml.CharData:
			top.text += string(t)
		}
	}
	if len(above[0].children) != 1 {
		return nil, fmt.Errorf("the document has %d roots", len(above[0].children))
	}
	return above[0].children[0], nil
}

// characters are those of XML 1.0, section 2.2.
func characters(document []byte) error {
	if !utf8.Valid(document) {
		return errors.New("the document is not UTF-8")
	}
	for i, r := range string(document) {
		ok := r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
		if !ok {
			return fmt.Errorf("byte %d: XML 1.0 has no character %U", i, r)
		}
	}
	return nil
}
