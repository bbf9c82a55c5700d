package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// handler answers a request, or handles a notification, whose result is ignored.
type handler func(ctx context.Context, method string, params json.RawMessage) (any, error)

// connection transfers messages. Requests are answered one by one, in order,
// because later messages depend on earlier ones. Only a cancellation overtakes
// other messages.
type connection struct {
	in     io.Reader
	out    io.Writer
	handle handler

	writing sync.Mutex
	mu      sync.Mutex
	cancels map[string]context.CancelFunc // of unanswered requests, by ID
}

// waiting limits the number of unanswered requests in the queue. An editor that
// sends more has to wait.
const waiting = 256

// errExit ends a connection after the notification exit.
var errExit = errors.New("exit")

// incoming is a message with a context that its cancellation ends.
type incoming struct {
	message
	ctx context.Context
}

// serve answers messages until the editor exits, the context ends, or the input is
// not a valid message.
func (c *connection) serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c.cancels = map[string]context.CancelFunc{}
	queue := make(chan incoming, waiting)
	read := make(chan error, 1)
	go func() {
		defer close(queue)
		read <- c.read(ctx, queue)
	}()
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case m, more := <-queue:
			if !more {
				return <-read
			}
			if err := c.answer(m); errors.Is(err, errExit) {
				return nil
			} else if err != nil {
				return err
			}
		}
	}
}

// read queues messages until the end of the input.
func (c *connection) read(ctx context.Context, queue chan<- incoming) error {
	in := bufio.NewReader(c.in)
	for {
		body, err := readMessage(in)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errTooLong):
			if err := c.respond(nil, nil, failure(invalidRequest, "%v", err)); err != nil {
				return err
			}
			continue
		case err != nil:
			return err
		}
		var m message
		if err := json.Unmarshal(body, &m); err != nil {
			if err := c.respond(nil, nil, failure(parseError, "the message is not JSON-RPC: %s", input.JSON(err))); err != nil {
				return err
			}
			continue
		}
		if m.Method == "$/cancelRequest" {
			c.cancel(m.Params)
			continue
		}
		select {
		case queue <- incoming{m, c.begin(ctx, m)}:
		case <-ctx.Done():
			return nil
		}
	}
}

// begin returns the context of a request.
func (c *connection) begin(ctx context.Context, m message) context.Context {
	if m.ID == nil {
		return ctx
	}
	ctx, cancel := context.WithCancel(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cancels[string(m.ID)] = cancel
	return ctx
}

func (c *connection) end(m message) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if cancel := c.cancels[string(m.ID)]; cancel != nil {
		cancel()
		delete(c.cancels, string(m.ID))
	}
}

func (c *connection) cancel(params json.RawMessage) {
	var request struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(params, &request) != nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if cancel := c.cancels[string(request.ID)]; cancel != nil {
		cancel()
	}
}

// answer handles a message. Its error ends the connection.
func (c *connection) answer(m incoming) error {
	defer c.end(m.message)
	if m.Method == "" {
		if m.ID != nil && m.Result == nil && m.Error == nil {
			return c.respond(m.ID, nil, failure(invalidRequest, "the message names no method"))
		}
		return nil // a response to a request of the server
	}
	result, err := c.handled(m)
	if errors.Is(err, errExit) {
		return err
	}
	if m.ID != nil && m.ctx.Err() != nil && err == nil {
		err = m.ctx.Err()
	}
	if m.ID == nil {
		return nil // a notification needs no response
	}
	return c.respond(m.ID, result, err)
}

// handled returns the result of the handler. A panic only fails this request.
func (c *connection) handled(m incoming) (result any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = failure(internalError, "%s: %v (a bug: please report it)", m.Method, r)
		}
	}()
	if err := m.ctx.Err(); err != nil {
		return nil, err
	}
	return c.handle(m.ctx, m.Method, m.Params)
}

func (c *connection) respond(id json.RawMessage, result any, err error) error {
	m := message{ID: id}
	if id == nil {
		m.ID = json.RawMessage("null")
	}
	if err != nil {
		m.Error = errorOf(err)
		return c.send(m)
	}
	body, err := json.Marshal(result)
	if err != nil {
		m.Error = failure(internalError, "%v", err)
		return c.send(m)
	}
	m.Result = body
	return c.send(m)
}

func errorOf(err error) *responseError {
	var known *responseError
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, context.Canceled):
		return failure(requestCancelled, "cancelled")
	}
	return failure(internalError, "%v", err)
}

// notify sends a notification.
func (c *connection) notify(method string, params any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return err
	}
	return c.send(message{Method: method, Params: body})
}

func (c *connection) send(m message) error {
	c.writing.Lock()
	defer c.writing.Unlock()
	if err := writeMessage(c.out, m); err != nil {
		return fmt.Errorf("writing to the editor: %w", err)
	}
	return nil
}
