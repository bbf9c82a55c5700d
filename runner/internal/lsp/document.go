package lsp

import (
	"net/url"
	"path/filepath"
	"strings"
	"time"
)

// document is a feature that is open in the editor.
type document struct {
	uri     string
	path    string // of the file, or a name for one that was never saved
	version *int
	text    text
	pause   *time.Timer // until errors are looked for
}

// stop forgets a look that has not begun.
func (d *document) stop() {
	if d.pause != nil {
		d.pause.Stop()
	}
}

// pathOf is the path of a file's URI. A text without a file is taken for one in the
// working folder.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return "untitled.feature"
	}
	return filepath.ToSlash(filepath.Clean(filepath.FromSlash(u.Path)))
}

// open takes a document that the editor has opened.
func (s *server) open(p openParams) {
	d := &document{uri: p.TextDocument.URI, path: pathOf(p.TextDocument.URI), version: p.TextDocument.Version, text: textOf(p.TextDocument.Text)}
	s.mu.Lock()
	if before := s.documents[d.uri]; before != nil {
		before.stop()
	}
	s.documents[d.uri] = d
	s.mu.Unlock()
	s.lookAfter(d.uri, 0)
}

// change takes what was typed: the whole text, or parts of it.
func (s *server) change(p changeParams) error {
	s.mu.Lock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		s.mu.Unlock()
		return failure(invalidParams, "%s is not open", p.TextDocument.URI)
	}
	changed := *d
	for _, c := range p.ContentChanges {
		if c.Range == nil {
			changed.text = textOf(c.Text)
			continue
		}
		begin, end := changed.text.offset(c.Range.Start), changed.text.offset(c.Range.End)
		end = max(begin, end)
		changed.text = textOf(changed.text.whole[:begin] + c.Text + changed.text.whole[end:])
	}
	changed.version = p.TextDocument.Version
	s.documents[d.uri] = &changed
	s.mu.Unlock()
	s.lookAfter(d.uri, s.Pause)
	return nil
}

// shutDocument forgets a document, and its errors.
func (s *server) shutDocument(uri string) error {
	s.mu.Lock()
	if d := s.documents[uri]; d != nil {
		d.stop()
	}
	delete(s.documents, uri)
	s.mu.Unlock()
	return s.conn.notify("textDocument/publishDiagnostics", publishParams{URI: uri, Diagnostics: []diagnostic{}})
}

// document is one that is open, as it was when it was asked for: it does not change.
func (s *server) document(uri string) (*document, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d := s.documents[uri]; d != nil {
		return d, nil
	}
	return nil, failure(invalidParams, "%s is not open", uri)
}

// isFeature tells whether a document is a feature: an editor may open others.
func (d *document) isFeature() bool {
	return strings.EqualFold(filepath.Ext(d.path), ".feature")
}
