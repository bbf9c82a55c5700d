// Package lsp is a language server for features: it speaks the Language Server Protocol
// (version 3.17) with an editor, over standard input and output.
//
// It has what gherkube lint, steps and fmt have, for a text as it is typed: errors,
// completion, the meaning of a sentence, formatting; and the names that a scenario gives.
package lsp

import (
	"context"
	"io"
	"sync"
	"time"

	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/steps"
)

// Options are what the server works with.
type Options struct {
	Vocabulary *steps.Vocabulary
	Version    string        // of gherkube
	Images     []string      // that features may use beside those of the cluster
	Pause      time.Duration // in typing, before errors are looked for; 0 means 200 ms
}

// defaultPause is shorter than a look at what was typed takes.
const defaultPause = 200 * time.Millisecond

// server is one connection with an editor.
type server struct {
	Options
	conn *connection

	mu        sync.Mutex
	documents map[string]*document // by URI
	client    client
	began     bool // initialize was asked
	shut      bool // shutdown was asked

	looking sync.Mutex // held while features are checked and sentences compared
	nearest *nearest.Index
}

// Serve answers an editor until it sends exit, or closes the connection. Ended tells
// whether it ended the session in order: with shutdown before exit.
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

// index is the vocabulary prepared for comparison; the caller holds looking.
func (s *server) index() *nearest.Index {
	if s.nearest == nil {
		s.nearest = nearest.New(s.Vocabulary.All(), s.Vocabulary.Match)
	}
	return s.nearest
}

// close ends what waits for a pause.
func (s *server) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, d := range s.documents {
		d.stop()
	}
}
