package console

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/adrg/xdg"
)

// history is the file with the lines of all consoles. Only its owner can read it, because
// users may type secrets.
type history struct {
	lines []string // of earlier consoles
	file  *os.File
	err   error // the first error; without a history, the console still works
}

// remembered is the maximum number of lines in the file.
const remembered = 1000

func historyPath() string { return filepath.Join(xdg.StateHome, "gherkube", "console_history") }

// openHistory reads the lines, and drops the oldest ones above the maximum.
func openHistory(path string) *history {
	h := &history{}
	if h.err = os.MkdirAll(filepath.Dir(path), 0o700); h.err != nil {
		return h
	}
	content, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		h.err = err
		return h
	}
	for line := range strings.Lines(string(content)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && utf8.ValidString(line) {
			h.lines = append(h.lines, line)
		}
	}
	how := os.O_APPEND
	if over := len(h.lines) - remembered; over > 0 {
		h.lines, how = h.lines[over:], os.O_TRUNC
	}
	if h.file, h.err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|how, 0o600); h.err != nil {
		return h
	}
	h.err = h.file.Chmod(0o600) // another program may have made it
	if how == os.O_TRUNC {
		h.write(strings.Join(h.lines, "\n"))
	}
	return h
}

// add writes a line at once, so that a kill loses none.
func (h *history) add(line string) { h.write(line) }

func (h *history) write(text string) {
	if h.file == nil {
		return
	}
	_, err := fmt.Fprintln(h.file, text)
	h.err = errors.Join(h.err, err)
}

func (h *history) close() error {
	err := h.err
	if h.file != nil {
		err = errors.Join(err, h.file.Close())
	}
	if err != nil {
		return fmt.Errorf("keeping the history of the console: %w", err)
	}
	return nil
}
