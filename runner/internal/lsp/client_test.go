package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/steps"
)

// editor is a scripted client on pipes.
type editor struct {
	t      *testing.T
	in     io.WriteCloser
	got    chan message
	ended  chan bool
	failed chan error
	next   int
	told   []message // notifications received while waiting for a response
}

var vocabulary = steps.Extend()

// patience is the timeout for a response on a busy machine.
const patience = time.Minute

func start(t *testing.T, o Options) *editor {
	t.Helper()
	fromEditor, toServer := io.Pipe()
	fromServer, toEditor := io.Pipe()
	e := &editor{t: t, in: toServer, got: make(chan message, 100), ended: make(chan bool, 1), failed: make(chan error, 1)}
	if o.Vocabulary == nil {
		o.Vocabulary = vocabulary
	}
	if o.Pause == 0 {
		o.Pause = time.Millisecond
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		ended, err := Serve(ctx, fromEditor, toEditor, o)
		e.failed <- err
		e.ended <- ended
		_ = toEditor.Close()
	}()
	go func() {
		defer close(e.got)
		in := bufio.NewReader(fromServer)
		for {
			body, err := readMessage(in)
			if err != nil {
				return
			}
			var m message
			if err := json.Unmarshal(body, &m); err != nil {
				t.Errorf("the server wrote %q: %v", body, err)
			}
			e.got <- m
		}
	}()
	t.Cleanup(func() { cancel(); _ = toServer.Close() })
	return e
}

// initialized returns an editor that supports snippets, with an initialized server.
func initialized(t *testing.T, o Options) *editor {
	t.Helper()
	e := start(t, o)
	e.ask("initialize", `{"capabilities":{"textDocument":{"completion":{"completionItem":{"snippetSupport":true}},"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}}`)
	e.tell("initialized", `{}`)
	return e
}

func (e *editor) write(raw string) {
	e.t.Helper()
	if _, err := io.WriteString(e.in, raw); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) send(body string) {
	e.t.Helper()
	e.write(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
}

func (e *editor) tell(method, params string) {
	e.t.Helper()
	e.send(fmt.Sprintf(`{"jsonrpc":"2.0","method":%q,"params":%s}`, method, params))
}

// request sends a request and returns its ID.
func (e *editor) request(method, params string) string {
	e.t.Helper()
	e.next++
	e.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":%q,"params":%s}`, e.next, method, params))
	return fmt.Sprint(e.next)
}

// receive returns the next message from the server.
func (e *editor) receive() message {
	e.t.Helper()
	select {
	case m, ok := <-e.got:
		if !ok {
			e.t.Fatalf("the server has ended: %v", <-e.failed)
		}
		return m
	case <-time.After(patience):
		e.t.Fatal("the server says nothing")
	}
	panic("not reached")
}

// answer waits for the response to a request.
func (e *editor) answer(id string) message {
	e.t.Helper()
	for {
		m := e.receive()
		if string(m.ID) == id {
			return m
		}
		e.told = append(e.told, m)
	}
}

// ask sends a request and returns its result.
func (e *editor) ask(method, params string) string {
	e.t.Helper()
	m := e.answer(e.request(method, params))
	if m.Error != nil {
		return "error: " + m.Error.Message
	}
	return string(m.Result)
}

func asJSON(v any) string {
	body, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(body)
}

func (e *editor) open(uri, content string) {
	e.t.Helper()
	e.tell("textDocument/didOpen", fmt.Sprintf(`{"textDocument":{"uri":%q,"languageId":"cucumber","version":1,"text":%s}}`, uri, asJSON(content)))
}

// errors returns the next diagnostics, one per line: LINE:FROM-TO MESSAGE.
func (e *editor) errors() string {
	e.t.Helper()
	for {
		var m message
		if len(e.told) > 0 {
			m, e.told = e.told[0], e.told[1:]
		} else {
			m = e.receive()
		}
		if m.Method != "textDocument/publishDiagnostics" {
			continue
		}
		var p publishParams
		if err := json.Unmarshal(m.Params, &p); err != nil {
			e.t.Fatal(err)
		}
		var lines []string
		for _, d := range p.Diagnostics {
			lines = append(lines, fmt.Sprintf("%d:%d-%d %s", d.Range.Start.Line, d.Range.Start.Character, d.Range.End.Character, d.Message))
		}
		return strings.Join(lines, "\n")
	}
}

func at(uri string, line, character int) string {
	return fmt.Sprintf(`{"textDocument":{"uri":%q},"position":{"line":%d,"character":%d}}`, uri, line, character)
}
