package live

import (
	"crypto/subtle"
	"net"
	"net/http"
	"strings"
)

// handler serves the page and what it needs, and nothing else.
func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.whole)
	mux.HandleFunc("GET /changes", s.changes)
	mux.HandleFunc("GET /events", s.events)
	for name, do := range s.page.Buttons() {
		mux.HandleFunc("POST /"+name, pressed(do))
	}
	return s.guard(http.NewCrossOriginProtection().Handler(mux))
}

// guard refuses requests that do not come from this page. The name of the
// host is checked because a page of another site can have its own name resolve to the
// loopback address (DNS rebinding); the port is not, since it may be forwarded.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.harden(w.Header())
		if !here(r.Host) {
			http.Error(w, "this server answers to localhost only", http.StatusMisdirectedRequest)
			return
		}
		token, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		if subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
			http.NotFound(w, r)
			return
		}
		inner := r.Clone(r.Context())
		inner.URL.Path, inner.URL.RawPath = "/"+rest, ""
		next.ServeHTTP(w, inner)
	})
}

// here reports whether a Host header names this machine.
func here(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	return name == "localhost" || name == "127.0.0.1"
}

// harden sets the headers of every answer.
func (s *Server) harden(h http.Header) {
	h.Set("Content-Security-Policy", s.page.Policy()+"; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}
