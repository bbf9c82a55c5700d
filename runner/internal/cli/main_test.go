package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gherkube/gherkube/steps"
)

// asProgram makes the test binary act as gherkube, to test a process with its
// streams, signals and exit code.
const asProgram = "GHERKUBE_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(Main(steps.Extend()))
	}
	os.Exit(m.Run())
}

// program returns a gherkube process in an empty folder, without a container
// engine.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, self, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), asProgram+"=1",
		"DOCKER_HOST=unix://"+filepath.Join(cmd.Dir, "no.sock"),
		"XDG_STATE_HOME="+filepath.Join(cmd.Dir, "state"),
		"XDG_CACHE_HOME="+filepath.Join(cmd.Dir, "cache"))
	return cmd
}

// ended is the exit code and the output of a process.
type ended struct {
	code           int
	stdout, stderr string
}

func end(t *testing.T, cmd *exec.Cmd, meanwhile ...func()) ended {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for _, f := range meanwhile {
		f()
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ended{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

func put(t *testing.T, cmd *exec.Cmd, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(cmd.Dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAnUndefinedStepIsNamedWithItsLine(t *testing.T) {
	cmd := program(t, "run", "x.feature", "--dry-run")
	put(t, cmd, "x.feature", "Feature: f\n  Scenario: s\n    Given the moon is full\n")
	if got := end(t, cmd); got.code != 3 || !strings.HasPrefix(got.stderr, "x.feature:3: undefined step: the moon is full") {
		t.Errorf("%+v", got)
	}
}

// TestWithoutAContainerEngine checks what a user without Docker gets: one message,
// exit code 2, and reports that say so.
func TestWithoutAContainerEngine(t *testing.T) {
	for _, args := range []string{"run TAGGED --format progress --format junit:r.xml", "image build", "image save node.tar", "clean"} {
		t.Run(args, func(t *testing.T) {
			cmd := program(t, strings.Fields(strings.ReplaceAll(args, "TAGGED", knownFeature(t)))...)
			got := end(t, cmd)
			if got.code != 2 || !strings.Contains(got.stdout+got.stderr, "no.sock") {
				t.Errorf("%+v", got)
			}
			if strings.Contains(got.stderr, "panic") || strings.Contains(got.stderr, "goroutine") {
				t.Errorf("not a message for people: %s", got.stderr)
			}
			if _, err := os.Stat(filepath.Join(cmd.Dir, "node.tar.part")); err == nil {
				t.Error("half a file was left")
			}
		})
	}
}

// knownFeature returns a feature in the vocabulary of package steps.
func knownFeature(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../../../features/faults/replicaset.feature")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestADryRunNeedsNoEngine(t *testing.T) {
	got := end(t, program(t, "run", "--dry-run", knownFeature(t)))
	if got.code != 0 || !strings.HasPrefix(got.stdout, "Plan: ") || got.stderr != "" {
		t.Errorf("%+v", got)
	}
}

// TestSignals interrupts a run that waits for an engine that never answers.
func TestSignals(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(s.String(), func(t *testing.T) {
			cmd := program(t, "run", knownFeature(t), "--record", "record")
			asked := silentEngine(t, filepath.Join(cmd.Dir, "no.sock"))
			got := end(t, cmd, func() {
				<-asked
				if err := cmd.Process.Signal(s); err != nil {
					t.Error(err)
				}
			})
			if got.code != 2 || !strings.Contains(got.stdout, "The run ended early: interrupted (SIG") {
				t.Errorf("%+v", got)
			}
			again := program(t, "report", filepath.Join(cmd.Dir, "record"), "--format", "progress")
			if remade := end(t, again); remade.code != 2 || !strings.Contains(remade.stdout, "interrupted (SIG") {
				t.Errorf("remade: %+v", remade)
			}
			page := program(t, "report", filepath.Join(cmd.Dir, "record"), "--format", "html:page.html")
			if made := end(t, page); made.code != 2 || !strings.HasPrefix(made.stdout, "The run ended early: ") || made.stderr != "" {
				t.Errorf("a page alone: %+v", made)
			}
		})
	}
}

func TestAReaderThatGoesAwayEndsTheRunInOrder(t *testing.T) {
	cmd := program(t, "run", knownFeature(t), "--record", "record")
	silentEngine(t, filepath.Join(cmd.Dir, "no.sock"))
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = writer
	if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() != 2 {
		t.Errorf("%v, code %d", err, cmd.ProcessState.ExitCode())
	}
}

// silentEngine listens on the engine's socket, reports the first request, and never
// answers.
func silentEngine(t *testing.T, socket string) <-chan struct{} {
	t.Helper()
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	asked := make(chan struct{}, 100)
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			asked <- struct{}{}
			go func() { _, _ = io.Copy(io.Discard, connection) }()
		}
	}()
	return asked
}

// TestAnInterruptionEndsWhatNeverLooks interrupts a command that blocks in reading
// a file and has nothing to clean up. It must end, and must not mention clusters.
func TestAnInterruptionEndsWhatNeverLooks(t *testing.T) {
	cmd := program(t, "regrade", "x", "--policy", "pipe")
	pipe := filepath.Join(cmd.Dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	got := end(t, cmd, func() {
		writer, err := os.OpenFile(pipe, os.O_WRONLY, 0) // blocks until the reader opens the pipe
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = writer.Close() })
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Error(err)
		}
	})
	if got.code != 2 || got.stderr != "Interrupted.\n" {
		t.Errorf("%+v", got)
	}
}
