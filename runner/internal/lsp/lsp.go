// Package lsp is a language server for features. It implements the Language Server
// Protocol (version 3.17) on standard input and output.
//
// For a text as it is typed, it offers what gherkube lint, steps and fmt do:
// errors, completion, the meaning of sentences, and formatting. It also finds and
// renames aliases.
package lsp

import (
	"context"
	"io"
	"sync"
	"time"

	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/steps"
)

// Options configure the server.
type Options struct {
	Vocabulary *steps.Vocabulary
	Version    string        // of gherkube
	Images     []string      // images that features may use besides those of the cluster
	Pause      time.Duration // pause in typing before a check; 0 means 200 ms
}

// defaultPause is shorter than a glance at the typed text.
const defaultPause = 200 * time.Millisecond

// server is one connection with an editor.
type server struct {
	Options
	conn *connection

	mu        sync.Mutex
	documents map[string]*document // by URI
	client    client
	began     bool // initialize was received
	shut      bool // shutdown was received

	looking sync.Mutex // held while features are checked or sentences compared
	nearest *nearest.Index
	phrases struct { // the last index of phrases, and what they were
		of    string
		index *nearest.Index
	}
}

// Serve serves an editor until it sends exit or closes the connection. ended is
// true if the editor sent shutdown before exit.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) (ended bool, err error) {
	if o.Pause == 0 {
		o.Pause = defaultPause
	}
	s := &server{Options: o, documents: map[string]*document{}}
	s.conn = &connection{in: in, out: out, handle: s.handle}
	defer s.close()
	err = s.conn.serve(ctx)
	return s.shut, err
}

// index returns the index of the vocabulary; the caller holds looking.
func (s *server) index() *nearest.Index {
	if s.nearest == nil {
		s.nearest = nearest.New(s.Vocabulary.All(), s.Vocabulary.Match)
	}
	return s.nearest
}

// close cancels pending checks.
func (s *server) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, d := range s.documents {
		d.stop()
	}
}
