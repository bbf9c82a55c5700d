package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// message is a JSON-RPC 2.0 message: a request, a notification (without an ID), or
// a response.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *responseError  `json:"error,omitempty"`
}

// responseError is the error of a failed request.
type responseError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// Error implements error.
func (e *responseError) Error() string { return e.Message }

// Error codes of the protocol.
const (
	parseError           = -32700
	invalidRequest       = -32600
	methodNotFound       = -32601
	invalidParams        = -32602
	internalError        = -32603
	serverNotInitialized = -32002
	requestFailed        = -32803
	requestCancelled     = -32800
)

func failure(code int, format string, args ...any) *responseError {
	return &responseError{code, fmt.Sprintf(format, args...)}
}

const (
	// maxMessage is the maximum size of a message in bytes, larger than any
	// editable feature.
	maxMessage = 64 << 20
	// maxHeader is the maximum size of a message's header in bytes.
	maxHeader = 4096
)

// errTooLong reports that a message was skipped.
var errTooLong = fmt.Errorf("the message has more than %d bytes", maxMessage)

// readMessage reads the header and the body of a message. Any error but errTooLong
// ends the connection, because the start of the next message is unknown.
func readMessage(in *bufio.Reader) ([]byte, error) {
	length, err := readHeader(in)
	if err != nil {
		return nil, err
	}
	if length > maxMessage {
		if _, err := io.CopyN(io.Discard, in, int64(length)); err != nil {
			return nil, err
		}
		return nil, errTooLong
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(in, body); err != nil {
		return nil, fmt.Errorf("reading a message of %d bytes: %w", length, err)
	}
	return body, nil
}

func readHeader(in *bufio.Reader) (length int, err error) {
	length, size := -1, 0
	for {
		line, err := in.ReadSlice('\n')
		size += len(line)
		switch {
		case errors.Is(err, io.EOF) && size == 0:
			return 0, io.EOF
		case errors.Is(err, bufio.ErrBufferFull), size > maxHeader:
			return 0, errors.New("what was read is no message of the language server protocol: its header has no end")
		case err != nil:
			return 0, fmt.Errorf("reading the header of a message: %w", err)
		}
		text := strings.TrimSpace(string(line))
		if text == "" {
			break
		}
		name, value, colon := strings.Cut(text, ":")
		if !colon {
			return 0, fmt.Errorf("what was read is no message of the language server protocol: it begins with %.40q", text)
		}
		if strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil || length < 0 {
				return 0, fmt.Errorf("the Content-Length %.40q is no length", value)
			}
		}
	}
	if length < 0 {
		return 0, errors.New("a message has no Content-Length")
	}
	return length, nil
}

// writeMessage writes a message with its header.
func writeMessage(out io.Writer, m message) error {
	m.Version = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = out.Write(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n%s", len(body), body))
	return err
}
