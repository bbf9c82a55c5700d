package request

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// The limits of a shell: bytes of a line, lines that are no requests, requests that are
// answered at a time, and the time that each of these takes at least.
const (
	longest   = 100
	malformed = 50
	atOnce    = 4
	pace      = 100 * time.Millisecond
)

// Serve reads requests and answers each, several at a time, until they end or ctx does. It
// returns when all answers have. Too many lines that are no requests are an error; a
// shell whose commands write them is not a student's typing.
func Serve(ctx context.Context, requests io.Reader, answer func(context.Context, Request)) error {
	var answering sync.WaitGroup
	defer answering.Wait()
	free := make(chan struct{}, atOnce)
	lines := bufio.NewReader(requests)
	for bad := 0; ; {
		line, err := next(lines)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		r, err := Parse(line)
		if err != nil {
			if bad++; bad == malformed {
				return fmt.Errorf("%d lines were no requests, the last one %.40q", bad, line)
			}
			continue
		}
		select {
		case free <- struct{}{}:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		answering.Go(func() {
			defer func() { <-free }()
			began := time.Now()
			answer(ctx, r)
			select {
			case <-time.After(pace - time.Since(began)):
			case <-ctx.Done():
			}
		})
	}
}

// next returns the next line, without its end. Of a line that is too long it returns the
// beginning, which is no request.
func next(lines *bufio.Reader) (string, error) {
	var line strings.Builder
	for {
		b, err := lines.ReadByte()
		switch {
		case err != nil:
			return "", err
		case b == '\n':
			return line.String(), nil
		case line.Len() <= longest:
			line.WriteByte(b)
		}
	}
}
