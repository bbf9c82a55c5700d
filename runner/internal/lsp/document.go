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
	path    string // of the file, or a made-up path for an unsaved one
	version *int
	text    text
	pause   *time.Timer // timer of the next check
}

// stop cancels a check that has not started.
func (d *document) stop() {
	if d.pause != nil {
		d.pause.Stop()
	}
}

// pathOf returns the path of a file's URI. An unsaved document gets a path in the
// working directory.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return "untitled.feature"
	}
	return filepath.ToSlash(filepath.Clean(filepath.FromSlash(u.Path)))
}

// open adds a document that the editor has opened.
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

// change applies changes to a document: a new text, or edits.
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

// shutDocument removes a document and its diagnostics.
func (s *server) shutDocument(uri string) error {
	s.mu.Lock()
	if d := s.documents[uri]; d != nil {
		d.stop()
	}
	delete(s.documents, uri)
	s.mu.Unlock()
	return s.conn.notify("textDocument/publishDiagnostics", publishParams{URI: uri, Diagnostics: []diagnostic{}})
}

// document returns a snapshot of an open document, which does not change.
func (s *server) document(uri string) (*document, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d := s.documents[uri]; d != nil {
		return d, nil
	}
	return nil, failure(invalidParams, "%s is not open", uri)
}

// isFeature reports whether a document is a feature, since editors may open others.
func (d *document) isFeature() bool {
	return strings.EqualFold(filepath.Ext(d.path), ".feature")
}
