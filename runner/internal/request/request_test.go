package request

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for line, want := range map[string]Request{
		"1 80 1 task":             {ID: "1", Width: 80, Color: true, Command: Task},
		"123456789012 0 0 task 2": {ID: "123456789012", Command: Task, Task: 2},
		"1 40 0 check":            {ID: "1", Width: 40, Command: Check},
		"1 40 0 time":             {ID: "1", Width: 40, Command: Time},
		"1 40 0 hint 3":           {ID: "1", Width: 40, Command: Hint, Task: 3},
		"1 40 0 hint 3 yes":       {ID: "1", Width: 40, Command: Hint, Task: 3, Yes: true},
		"1 40 0 hint 3 12":        {ID: "1", Width: 40, Command: Hint, Task: 3, Agreed: 12},
	} {
		if got, err := Parse(line); err != nil || got != want {
			t.Errorf("%q: %+v, %v", line, got, err)
		}
	}
}

func TestWhatIsNoRequest(t *testing.T) {
	for _, line := range []string{
		"", " ", "task", "1 80 1", "1 80 1 ", "1 80 1 stop", "1 80 1 task 0", "1 80 1 task -1", "1 80 1 task 1000", "1 80 1 task 1 yes", "1 80 1 task x",
		"1 80 1 check 1", "1 80 1 time 1", "1 80 1 hint", "1 80 1 hint yes", "1 80 1 hint 1 no", "1 80 1 hint 1 yes 1", "1 80 1 hint 1 --yes",
		"x 80 1 task", "../1 80 1 task", "-1 80 1 task", "1234567890123 80 1 task", "1 99999 1 task", "1 80 2 task", "1  80 1 task", " 1 80 1 task", "1 80 1 task ",
		"1 80 1 task\r", "1 80 1 task\x00", "1 80 1 task\n1 80 1 check", "1 80 1 task; reboot", "1 80 1 $(task)", "1 80 1 TASK", "１ 80 1 task", "1 80 1 task １",
	} {
		if got, err := Parse(line); err == nil {
			t.Errorf("%q is read as %+v", line, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("1 80 1 hint 3 yes")
	f.Fuzz(func(t *testing.T, line string) {
		r, err := Parse(line)
		if err == nil && (len(line) > longest || strings.ContainsAny(r.ID, "./\n") || r.Task > 999 || r.Width > 9999) {
			t.Errorf("%q is read as %+v", line, r)
		}
	})
}

// served returns what was asked, in order of the IDs.
func served(t *testing.T, requests io.Reader) ([]string, error) {
	t.Helper()
	var mu sync.Mutex
	var got []string
	err := Serve(t.Context(), requests, func(_ context.Context, r Request) {
		mu.Lock()
		defer mu.Unlock()
		got = append(got, fmt.Sprint(r.Command, r.Task))
	})
	return got, err
}

func TestHostileLinesReachNobody(t *testing.T) {
	for name, row := range map[string]struct {
		lines string
		want  int
	}{
		"a request":                 {"1 80 1 task 1\n", 1},
		"no end of the line":        {"1 80 1 task 1", 0},
		"an overlong line":          {"1 80 1 task 1" + strings.Repeat(" ", 1<<20) + "\n", 0},
		"one hidden in an overlong": {strings.Repeat("x", longest+1) + "1 80 1 task 1\n2 80 1 check\n", 1},
		"a carriage return":         {"1 80 1 task 1\r\n", 0},
		"empty lines":               {"\n\n1 80 1 check\n\n", 1},
		"an unknown word":           {"1 80 1 grade\n1 80 1 stop\n1 80 1 time\n", 1},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := served(t, strings.NewReader(row.lines)); err != nil || len(got) != row.want {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

func TestALineTakesNoMoreMemoryThanARequest(t *testing.T) {
	line, err := next(bufio.NewReader(strings.NewReader(strings.Repeat("x", 1<<20) + "\n")))
	if err != nil || len(line) != longest+1 {
		t.Errorf("%d bytes, %v", len(line), err)
	}
}

func TestNoiseEndsTheCommands(t *testing.T) {
	got, err := served(t, strings.NewReader(strings.Repeat("noise\n", malformed)+"1 80 1 check\n"))
	if err == nil || len(got) != 0 {
		t.Errorf("%q, %v", got, err)
	}
}

// A flood is not read faster than it is answered.
func TestAFloodIsHeldBack(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 10*pace)
	defer cancel()
	flood, feed := io.Pipe()
	go func() {
		for {
			if _, err := io.WriteString(feed, "1 80 1 time\n"); err != nil {
				return
			}
		}
	}()
	var at, most, all atomic.Int32
	err := Serve(ctx, flood, func(context.Context, Request) {
		now := at.Add(1)
		for seen := most.Load(); now > seen && !most.CompareAndSwap(seen, now); seen = most.Load() {
		}
		all.Add(1)
		time.Sleep(time.Millisecond)
		at.Add(-1)
	})
	_ = flood.Close()
	if err == nil || most.Load() > atOnce || all.Load() > 15*atOnce {
		t.Errorf("%v: %d at once, %d in all", err, most.Load(), all.Load())
	}
}

// A check takes long; the other commands do not wait for it.
func TestOthersAreAnsweredMeanwhile(t *testing.T) {
	asked, feed := io.Pipe()
	timed := make(chan struct{})
	go func() {
		_, _ = io.WriteString(feed, "1 80 1 check\n2 80 1 time\n")
		_ = feed.Close()
	}()
	err := Serve(t.Context(), asked, func(ctx context.Context, r Request) {
		if r.Command == Time {
			close(timed)
			return
		}
		select {
		case <-timed:
		case <-ctx.Done():
		}
	})
	if err != nil {
		t.Error(err)
	}
}
