package lsp

import (
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/phrases"
)

// expander returns the phrases that are visible in a document's folder, including
// unsaved ones.
func (s *server) expander(d *document) phrases.Expander {
	library := phrases.Library{NewID: (&messages.Incrementing{}).NewId, Texts: s.texts()}
	if inLab(d.path) {
		library.Root = path.Dir(d.path)
	}
	return phrases.NewExpander(library.In(path.Dir(d.path)), s.Vocabulary.Match)
}

// phraseIndex returns an index of the phrases in scope of a document. It makes a new one
// only when they differ from those before. The caller holds s.looking.
func (s *server) phraseIndex(d *document) *nearest.Index {
	x := s.expander(d)
	var of strings.Builder
	for _, p := range x.Phrases {
		fmt.Fprintf(&of, "%q %s\n", p.Name, p.Meaning())
	}
	if s.phrases.index == nil || s.phrases.of != of.String() {
		s.phrases.of, s.phrases.index = of.String(), x.Index()
	}
	return s.phrases.index
}

// texts returns the texts of the open documents by path.
func (s *server) texts() map[string][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[string][]byte{}
	for _, d := range s.documents {
		if d.isFeature() {
			all[d.path] = []byte(d.text.whole)
		}
	}
	return all
}

// phrasePage describes a phrase for people.
func phrasePage(p *phrases.Phrase) string {
	return fmt.Sprintf("**%s**\n\n```gherkin\n%s\n```\n\n%s", p.Name, strings.Join(p.Lines(), "\n"), p.Place())
}

// phraseAt returns the location of the definition of a step's phrase, or nil.
func (s *server) phraseAt(d *document, at position) any {
	step, is := d.stepAt(at.Line)
	if !is || !d.isFeature() {
		return nil
	}
	p := s.expander(d).Find(d.filled(step))
	if p == nil {
		return nil
	}
	if p.File == d.path {
		return location{d.uri, d.text.written(p.Line - 1)}
	}
	text, err := s.textOf(p.File)
	if err != nil || p.Line > len(text.lines) {
		return nil
	}
	return location{uriOf(p.File), text.written(p.Line - 1)}
}

// textOf returns the text of a file, from the editor or else from disk.
func (s *server) textOf(file string) (text, error) {
	if open, is := s.texts()[file]; is {
		return textOf(string(open)), nil
	}
	content, err := input.ReadFile(file)
	return textOf(string(content)), err
}

// uriOf returns the URI of a file.
func uriOf(file string) string {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}
