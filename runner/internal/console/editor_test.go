package console

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// screen is a console at a terminal.
type screen struct {
	t    *testing.T
	cmd  *exec.Cmd
	keys *os.File
	mu   sync.Mutex
	text string
	seen int    // up to where expect has looked
	log  string // the file with what ran
}

func open(t *testing.T, folder string) *screen {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &screen{t: t, cmd: exec.CommandContext(t.Context(), self), log: filepath.Join(folder, "log")}
	s.cmd.Dir = folder
	s.cmd.Env = append(os.Environ(), child+"="+s.log, "XDG_STATE_HOME="+folder, "TERM=xterm", "NO_COLOR=1")
	if s.keys, err = pty.StartWithSize(s.cmd, &pty.Winsize{Rows: 40, Cols: 160}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.keys.Close() })
	go s.read()
	return s
}

func (s *screen) read() {
	some := make([]byte, 4096)
	for {
		n, err := s.keys.Read(some)
		s.mu.Lock()
		s.text += string(some[:n])
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (s *screen) press(keys string) {
	s.t.Helper()
	if _, err := s.keys.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// expect waits until a text is shown, after those that were waited for.
func (s *screen) expect(text string) {
	s.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		s.mu.Lock()
		at := strings.Index(s.text[s.seen:], text)
		if at >= 0 {
			s.seen += at + len(text)
		}
		s.mu.Unlock()
		if at >= 0 {
			return
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.t.Fatalf("%q is not shown:\n%q", text, s.text[s.seen:])
}

// ran waits until a line is in the log.
func (s *screen) ran(line string) {
	s.t.Helper()
	var log []byte
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if log, _ = os.ReadFile(s.log); strings.Contains(string(log), line+"\n") {
			return
		}
	}
	s.t.Fatalf("%q did not run:\n%s", line, log)
}

// The keys of a terminal.
const (
	enter, tab, backspace, ctrlA, ctrlC, ctrlD = "\r", "\t", "\x7f", "\x01", "\x03", "\x04"
	up, left, right                            = "\x1b[A", "\x1b[D", "\x1b[C"
)

func TestAConsoleAtATerminal(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	s.expect("dev> ")

	s.press(`within 30s pod "we` + tab + ` is Running` + enter)
	s.ran(`run within 30s pod "web" is Running true`)
	s.expect("passed")
	s.expect("dev> ")

	s.press("the kubelet on wo" + tab + " is stop" + tab + enter)
	s.ran("run the kubelet on worker-1 is stopped true")
	s.expect("dev> ")

	// Wide characters: one is put in after the first, and the last one replaced.
	s.press(`파 "web"은 Pending 상태이x` + ctrlA + right + "드" + "\x05" + backspace + "다" + enter)
	s.ran(`look 파드 "web"은 Pending 상태이다`)
	s.expect("it is so now")
	s.expect("dev> ")

	s.press("node worker-1 is Redy" + left + left + "a" + enter)
	s.ran("look node worker-1 is Ready")
	s.expect("dev> ")

	s.press("I apply:" + enter)
	s.expect("ends it")
	s.expect("  ... ")
	s.press("apiVersion: v1" + enter + "kind: ConfigMap" + enter + "metadata:" + enter + "  name: x" + enter + `"""` + enter)
	s.ran(`run I apply: true "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x"`)
	s.expect("dev> ")

	s.press("not this" + ctrlC)
	s.expect("Once more")
	s.expect("dev> ")

	s.press(`within 30s pod "slow" is Running` + enter)
	s.ran(`run within 30s pod "slow" is Running true`)
	s.press(ctrlC)
	s.expect("undecided")
	s.expect("it was cut off")
	s.expect("dev> ")

	s.press(`:watch pod "web" is Running` + enter)
	s.expect("not so  Pending: bound to worker-1")
	s.expect("unseen  the API server did not answer")
	s.expect("so      Running on worker-1")
	s.press(ctrlC)
	s.expect("dev> ")

	s.press(":undo" + enter)
	s.ran("run the kubelet on worker-1 is started again true")
	s.expect("dev> ")
	s.press(ctrlD)
	s.expect("ended in order")
	if err := s.cmd.Wait(); err != nil {
		t.Error(err)
	}
	remembers(t, folder)
}

// remembers looks at the history, and has another console show its last line.
func remembers(t *testing.T, folder string) {
	t.Helper()
	path := filepath.Join(folder, "gherkube", "console_history")
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v", info, err)
	}
	content, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(content), `파드 "web"은 Pending 상태이다`) || strings.Contains(string(content), "not this") || strings.Contains(string(content), "ConfigMap") {
		t.Errorf("%s, %v", content, err)
	}
	s := open(t, folder)
	s.expect("dev> ")
	s.press(up)
	s.expect(":undo")
	s.press(enter)
	s.expect("no fault is injected")
	s.expect("dev> ")
	s.press(ctrlC)
	s.expect("Once more")
	s.expect("dev> ")
	s.press(ctrlC)
	s.expect("ended in order")
	if err := s.cmd.Wait(); err != nil {
		t.Error(err)
	}
}
