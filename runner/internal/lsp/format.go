package lsp

import (
	"github.com/aymanbagabas/go-udiff"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/layout"
)

// format formats a document as gherkube fmt does. It only edits lines that differ,
// so the cursor keeps its place. A document with syntax errors is not changed;
// diagnostics show the errors.
func (s *server) format(p place) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil || !d.isFeature() {
		return nil, err
	}
	formatted, err := layout.Format(d.path, []byte(d.text.whole))
	switch {
	case input.Is(err):
		return nil, nil
	case err != nil:
		return nil, err
	}
	edits := []textEdit{}
	for _, e := range udiff.Lines(d.text.whole, string(formatted)) {
		edits = append(edits, textEdit{span{d.text.positionOf(e.Start), d.text.positionOf(e.End)}, e.New})
	}
	return edits, nil
}
