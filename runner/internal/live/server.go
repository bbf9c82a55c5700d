package live

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
)

const (
	// rest is the time in which events become one change of the page.
	rest = 150 * time.Millisecond
	// pace is how often an open page is drawn again without an event.
	pace = time.Second
	// farewell is how long the server waits until pages have fetched the end.
	farewell = 5 * time.Second
)

// Page is a page that changes while it is open. Its methods are called concurrently.
type Page interface {
	// News has a value if something has changed.
	News() <-chan struct{}
	// Advance returns the current version. If going, what goes on counts as changed.
	Advance(going bool) (version int)
	// Policy returns the Content-Security-Policy of the page.
	Policy() string
	// Write writes the whole page.
	Write(out io.Writer) error
	// WriteChanges writes what has changed after a version.
	WriteChanges(out io.Writer, since int) error
	// Buttons returns what the buttons do, by name. An input.Error is for the person
	// who pressed.
	Buttons() map[string]func(url.Values) error
}

// Server serves a page on this machine only. The address contains a secret.
type Server struct {
	listener net.Listener
	token    string
	http     *http.Server
	page     Page

	mu      sync.Mutex
	streams map[chan int]bool // of open pages
	done    chan struct{}     // closed by Close
	looked  sync.WaitGroup
}

// Listen reserves a port of the loopback interface; 0 is any free one.
func Listen(port int) (*Server, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, fmt.Errorf("serving the page: %w", err)
	}
	return &Server{listener: listener, token: rand.Text(), streams: map[chan int]bool{}, done: make(chan struct{})}, nil
}

// URL returns the address of the page.
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() + "/" + s.token + "/" }

// Serve begins to serve a page.
func (s *Server) Serve(p Page) {
	s.page = p
	s.http = &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second}
	s.looked.Go(func() { _ = s.http.Serve(s.listener) }) // returns when Close closes it
	s.looked.Go(s.watch)
}

// Close ends the server. If the page says that it has ended, open pages get a moment to
// fetch that, and then close their streams.
func (s *Server) Close() error {
	if s.http == nil {
		return s.listener.Close()
	}
	s.push(s.page.Advance(false))
	for waited := time.Duration(0); waited < farewell && s.open() > 0; waited += rest {
		time.Sleep(rest)
	}
	close(s.done)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	err := s.http.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = s.http.Close()
	}
	s.looked.Wait()
	return err
}

func (s *Server) open() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.streams)
}

// watch tells open pages of changes.
func (s *Server) watch() {
	ticker := time.NewTicker(pace)
	defer ticker.Stop()
	for {
		select {
		case <-s.done:
			return
		case <-ticker.C:
			if s.open() > 0 {
				s.push(s.page.Advance(true))
			}
		case <-s.page.News():
			select {
			case <-s.done:
				return
			case <-time.After(rest):
			}
			s.push(s.page.Advance(false))
		}
	}
}

// push tells all open pages the newest version. A page that has not read the one before
// gets this one in its place.
func (s *Server) push(version int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for stream := range s.streams {
		select {
		case <-stream:
		default:
		}
		stream <- version
	}
}

// events streams the numbers of versions (server-sent events).
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	stream := make(chan int, 1)
	stream <- s.page.Advance(false)
	s.mu.Lock()
	s.streams[stream] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.streams, stream)
		s.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w).Flush
	for {
		select {
		case <-r.Context().Done():
			return
		case <-s.done:
			return
		case version := <-stream:
			if _, err := fmt.Fprintf(w, "data: %d\n\n", version); err != nil || flush() != nil {
				return
			}
		}
	}
}

// whole writes the whole page.
func (s *Server) whole(w http.ResponseWriter, _ *http.Request) { s.write(w, s.page.Write) }

// changes writes what has changed after a version.
func (s *Server) changes(w http.ResponseWriter, r *http.Request) {
	since, err := strconv.Atoi(r.URL.Query().Get("since"))
	if err != nil {
		http.Error(w, "since is not a version", http.StatusBadRequest)
		return
	}
	s.write(w, func(out io.Writer) error { return s.page.WriteChanges(out, since) })
}

func (s *Server) write(w http.ResponseWriter, draw func(io.Writer) error) {
	var out bytes.Buffer
	if err := draw(&out); err != nil {
		http.Error(w, "the page could not be made: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = out.WriteTo(w)
}

// pressed returns the handler of a button.
func pressed(do func(url.Values) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch err := do(r.URL.Query()); {
		case err == nil:
			w.WriteHeader(http.StatusNoContent)
		case input.Is(err):
			http.Error(w, err.Error(), http.StatusConflict)
		default:
			http.Error(w, "it could not be done", http.StatusInternalServerError)
		}
	}
}
