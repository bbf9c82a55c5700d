//go:build browser

package page

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"
)

// chromium is a browser that is driven through a pipe, by the DevTools protocol
// (https://chromedevtools.github.io/devtools-protocol): JSON messages that end with a
// zero byte.
type chromium struct {
	cmd *exec.Cmd
	dir string
	to  io.WriteCloser

	mu      sync.Mutex
	number  int
	waiting map[int]chan answer
	listen  map[string]func(method string, params json.RawMessage) // by session
	ended   error
}

type answer struct {
	ID      int             `json:"id"`
	Session string          `json:"sessionId"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
	Result  json.RawMessage `json:"result"`
	Error   *struct {
		Message string `json:"message"`
	} `json:"error"`
}

// startChromium starts Debian's chromium. The tests fail without it.
func startChromium() (*chromium, error) {
	found, err := exec.LookPath("chromium")
	if err != nil {
		return nil, fmt.Errorf("these tests need chromium; on Debian: apt-get install chromium: %w", err)
	}
	dir, err := os.MkdirTemp("", "gherkube-chromium-")
	if err != nil {
		return nil, err
	}
	theirIn, to, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	from, theirOut, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c := &chromium{dir: dir, to: to, waiting: map[int]chan answer{}, listen: map[string]func(string, json.RawMessage){}}
	c.cmd = exec.Command(found, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
		"--user-data-dir="+dir, "--remote-debugging-pipe", "about:blank")
	c.cmd.ExtraFiles = []*os.File{theirIn, theirOut} // 3 and 4
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	_, _ = theirIn.Close(), theirOut.Close()
	go c.read(from)
	return c, nil
}

func (c *chromium) stop() {
	_, _ = c.call("", "Browser.close", nil)
	_ = c.cmd.Wait()
	_ = os.RemoveAll(c.dir)
}

func (c *chromium) read(from io.Reader) {
	lines := bufio.NewReader(from)
	for {
		message, err := lines.ReadBytes(0)
		if err != nil {
			c.mu.Lock()
			c.ended = fmt.Errorf("chromium has ended: %w", err)
			for _, done := range c.waiting {
				close(done)
			}
			c.waiting = nil
			c.mu.Unlock()
			return
		}
		var a answer
		if json.Unmarshal(bytes.TrimRight(message, "\x00"), &a) != nil {
			continue
		}
		c.mu.Lock()
		done, listen := c.waiting[a.ID], c.listen[a.Session]
		delete(c.waiting, a.ID)
		c.mu.Unlock()
		switch {
		case done != nil:
			done <- a
		case listen != nil && a.Method != "":
			listen(a.Method, a.Params)
		}
	}
}

// patience bounds one call. A busy machine does not reach it.
const patience = 2 * time.Minute

// call sends a command and returns its result.
func (c *chromium) call(session, method string, params any) (json.RawMessage, error) {
	c.mu.Lock()
	if c.ended != nil {
		defer c.mu.Unlock()
		return nil, c.ended
	}
	c.number++
	done := make(chan answer, 1)
	message := map[string]any{"id": c.number, "method": method}
	if session != "" {
		message["sessionId"] = session
	}
	if params != nil {
		message["params"] = params
	}
	c.waiting[c.number] = done
	encoded, err := json.Marshal(message)
	if err == nil {
		_, err = c.to.Write(append(encoded, 0))
	}
	c.mu.Unlock()
	if err != nil {
		return nil, err
	}
	select {
	case a, open := <-done:
		switch {
		case !open:
			return nil, fmt.Errorf("%s: chromium has ended", method)
		case a.Error != nil:
			return nil, fmt.Errorf("%s: %s", method, a.Error.Message)
		}
		return a.Result, nil
	case <-time.After(patience):
		return nil, errors.New(method + ": no answer")
	}
}
