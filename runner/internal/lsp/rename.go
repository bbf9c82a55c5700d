package lsp

import (
	"context"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/steps"
)

// definition returns the place where an alias is defined, or the scenario that
// defines a phrase.
func (s *server) definition(p place) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	_, all := s.mentionAt(d, p.Position)
	for _, m := range all {
		if m.gives {
			return location{d.uri, m.span(d)}, nil
		}
	}
	return s.phraseAt(d, p.Position), nil
}

// prepareRename returns the name to be renamed, or an error if it cannot be.
func (s *server) prepareRename(p place) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	m, _, err := s.renamed(d, p.Position)
	if err != nil {
		return nil, err
	}
	return m.span(d), nil
}

// valueName matches a valid name of a value.
var valueName = regexp.MustCompile(`^[A-Za-z][\w-]*$`)

// rename renames all occurrences of an alias.
func (s *server) rename(ctx context.Context, p place) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	m, all, err := s.renamed(d, p.Position)
	switch {
	case err != nil:
		return nil, err
	case m.to == steps.ValueAlias && !valueName.MatchString(p.NewName):
		return nil, failure(requestFailed, "%q is no name for a value: it begins with a letter, and has letters, digits, - and _ only", p.NewName)
	case strings.TrimSpace(p.NewName) == "" || strings.ContainsAny(p.NewName, "\"\n\r|"):
		return nil, failure(requestFailed, "%q is no name: it has no quotes, bars or line breaks", p.NewName)
	}
	for _, other := range s.known(d, all) {
		if other.name == p.NewName && other.name != m.name {
			return nil, failure(requestFailed, "%q is a name already, given on line %d", p.NewName, other.line+1)
		}
	}
	edits := []textEdit{}
	for _, m := range all {
		edits = append(edits, textEdit{m.span(d), p.NewName})
	}
	return workspaceEdit{map[string][]textEdit{d.uri: edits}}, ctx.Err()
}

// renamed returns the alias at a position, and its occurrences.
func (s *server) renamed(d *document, at position) (*mention, []mention, error) {
	m, all := s.mentionAt(d, at)
	switch {
	case m == nil:
		return nil, nil, failure(requestFailed, "only the names that a scenario gives can be renamed: \"...\" is called \"NAME\"")
	case len(all) == 0:
		return nil, nil, failure(requestFailed, "no step of the scenario gives the name %q", m.name)
	case m.to == steps.ValueAlias && inLab(d.path):
		return nil, nil, failure(requestFailed, "the checks and the setup of a lab share the names of values: rename %q in both by hand", m.name)
	}
	return m, all, nil
}

// known returns the aliases that are defined in the parts with these occurrences.
func (s *server) known(d *document, all []mention) (given []mention) {
	document, _ := feature.Syntax(d.path, []byte(d.text.whole))
	for _, p := range partsOf(document) {
		own := s.mentions(d, p)
		shares := false
		for _, m := range own {
			for _, other := range all {
				shares = shares || m == other
			}
		}
		for _, m := range own {
			if shares && m.gives && m.to == all[0].to {
				given = append(given, m)
			}
		}
	}
	return given
}
