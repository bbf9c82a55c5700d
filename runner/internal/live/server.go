package live

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/report/page"
)

const (
	// rest is the time in which events become one change of the page.
	rest = 150 * time.Millisecond
	// pace is how often running scenarios are drawn again without an event.
	pace = time.Second
	// farewell is how long the server waits until pages have fetched the end of the run.
	farewell = 5 * time.Second
)

// Server serves the page of a run on this machine only. The address contains a secret.
type Server struct {
	listener net.Listener
	token    string
	http     *http.Server
	follower *Follower
	writer   *page.Writer
	report   string
	end      func()

	mu      sync.Mutex
	streams map[chan int]bool // of open pages
	ending  bool
	done    chan struct{} // closed by Close
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

// Serve begins to serve what a follower knows. The page names report as the file that
// it is saved to, and calls end once if a person ends the run.
func (s *Server) Serve(f *Follower, report string, end func()) error {
	writer, err := page.NewWriter(f.run.Plan)
	if err != nil {
		return err
	}
	s.follower, s.writer, s.report, s.end = f, writer, report, end
	s.http = &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second}
	s.looked.Go(func() { _ = s.http.Serve(s.listener) }) // returns when Close closes it
	s.looked.Go(s.watch)
	return nil
}

// Close ends the server after the end of the run: open pages get a moment to fetch the
// rest, and then close their streams.
func (s *Server) Close() error {
	if s.http == nil {
		return s.listener.Close()
	}
	s.push(s.follower.Advance(false))
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
				s.push(s.follower.Advance(true))
			}
		case <-s.follower.news:
			select {
			case <-s.done:
				return
			case <-time.After(rest):
			}
			s.push(s.follower.Advance(false))
		}
	}
}

// push tells all open pages the newest version. A page that has not read the one before
// gets this one in its place.
func (s *Server) push(version int, _ bool) {
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
	version, _ := s.follower.Advance(false)
	stream <- version
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

// page writes the whole page.
func (s *Server) page(w http.ResponseWriter, _ *http.Request) {
	s.write(w, func(State, string) bool { return true }, func(out *bytes.Buffer, run *model.Run, l page.Live, _ State) error {
		return s.writer.WriteLive(out, run, l)
	})
}

// changes writes what has changed after a version.
func (s *Server) changes(w http.ResponseWriter, r *http.Request) {
	since, err := strconv.Atoi(r.URL.Query().Get("since"))
	if err != nil {
		http.Error(w, "since is not a version", http.StatusBadRequest)
		return
	}
	wanted := func(now State, id string) bool { return now.ChangedSince(since, id) }
	s.write(w, wanted, func(out *bytes.Buffer, run *model.Run, l page.Live, now State) error {
		return s.writer.WriteChanges(out, run, l, func(id string) bool { return wanted(now, id) })
	})
}

// finish ends the run, as the first interruption at its terminal does.
func (s *Server) finish(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	first := !s.ending
	s.ending = true
	s.mu.Unlock()
	if first {
		s.end()
		s.follower.touch()
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) write(w http.ResponseWriter, wanted func(State, string) bool, draw func(*bytes.Buffer, *model.Run, page.Live, State) error) {
	s.mu.Lock()
	ending := s.ending
	s.mu.Unlock()
	var out bytes.Buffer
	err := s.follower.Look(wanted, func(now State) error {
		l := page.Live{Now: now.Now, Version: now.Version, Ended: now.Ended, Ending: ending, Tasks: now.Tasks, Timelines: now.Timelines, Report: s.report}
		return draw(&out, now.Run, l, now)
	})
	if err != nil {
		http.Error(w, "the page could not be made: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = out.WriteTo(w)
}
