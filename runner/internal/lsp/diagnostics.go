package lsp

import (
	"errors"
	"os"
	"path"
	"slices"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/planner"
)

// maxDiagnostics is the maximum number of errors shown for a document.
const maxDiagnostics = 200

// lookAfter checks a document after a pause, unless it changes before.
func (s *server) lookAfter(uri string, pause time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[uri]
	if d == nil {
		return
	}
	d.stop()
	d.pause = time.AfterFunc(pause, func() { s.look(d) })
}

// look checks a document and sends its diagnostics, unless the document has changed
// meanwhile. Errors of the connection are handled elsewhere.
func (s *server) look(d *document) {
	if now, err := s.document(d.uri); err != nil || now != d {
		return
	}
	found := s.diagnose(d)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.documents[d.uri] == d {
		_ = s.conn.notify("textDocument/publishDiagnostics", publishParams{URI: d.uri, Version: d.version, Diagnostics: found})
	}
}

// diagnose returns the errors that gherkube lint or, in a lab, gherkube lab lint
// reports. A panic is reported as a diagnostic.
func (s *server) diagnose(d *document) (found []diagnostic) {
	s.looking.Lock()
	defer s.looking.Unlock()
	defer func() {
		if r := recover(); r != nil {
			found = []diagnostic{problem(d, input.At(d.path, 1, "gherkube cannot check this text: %v (a bug: please report it)", r))}
		}
	}()
	if !d.isFeature() {
		return []diagnostic{}
	}
	return diagnosticsOf(d, s.lint(d))
}

func (s *server) lint(d *document) error {
	texts := s.texts()
	texts[d.path] = []byte(d.text.whole)
	if folder := path.Dir(d.path); inLab(d.path) {
		_, err := reader.LoadWith(folder, s.Vocabulary, texts)
		return err
	}
	_, err := planner.Make(planner.Request{
		Paths: []string{d.path}, Texts: texts, Slow: true, Images: s.Images, Nearest: s.index(),
	}, s.Vocabulary)
	return err
}

// inLab reports whether a feature is the setup or the checks of a lab.
func inLab(file string) bool {
	if name := path.Base(file); name != lab.SetupFile && name != lab.ChecksFile {
		return false
	}
	_, err := os.Stat(path.Join(path.Dir(file), lab.DocumentFile))
	return err == nil
}

// diagnosticsOf returns the problems of a document, without those of other files.
func diagnosticsOf(d *document, err error) []diagnostic {
	found := []diagnostic{}
	var wrong *input.Error
	if err != nil && !errors.As(err, &wrong) {
		return append(found, problem(d, input.At(d.path, 1, "%v", err)))
	}
	if wrong == nil {
		return found
	}
	own := slices.DeleteFunc(slices.Clone(wrong.Problems), func(p input.Problem) bool { return p.File != "" && p.File != d.path })
	for i, p := range own {
		if i == maxDiagnostics {
			p = input.At(d.path, p.Line, "and %d more", len(own)-i)
			return append(found, problem(d, p))
		}
		found = append(found, problem(d, p))
	}
	return found
}

func problem(d *document, p input.Problem) diagnostic {
	line := min(max(p.Line-1, 0), len(d.text.lines)-1)
	return diagnostic{Range: d.text.written(line), Severity: severityError, Source: "gherkube", Message: p.Text}
}
