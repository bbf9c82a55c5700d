package grading

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// control is a measurement of the machine and its engine.
type control struct {
	took []string // in order of measurement
	free int64    // bytes of the engine's disk
}

// String lists the measurements.
func (c *control) String() string { return strings.Join(c.took, ", ") }

// control measures what the grader needs of the machine, in two new containers on a
// network without nodes. They must start. One of them must compute, use memory,
// write to the engine's disk and get an answer from the other. control returns the
// measurements up to the first failure.
func (s *Environment) control(ctx context.Context) (*control, error) {
	c := &control{}
	annex, err := s.Cluster.Annex(ctx)
	if err != nil {
		return c, err
	}
	defer func() { _ = annex.Close(ctx) }() // the next run removes leftovers
	return c, c.measure(ctx, annex)
}

// measure takes the measurements. The limits are ten times what a slow machine
// needs, which allows for noise. Timeouts of checks exceed their usual times by
// more than these limits.
func (c *control) measure(ctx context.Context, in cluster.Annex) (err error) {
	var client, server cluster.Sidecar
	err = c.time(ctx, "two containers started", 30*time.Second, func(ctx context.Context) error {
		both, ctx := errgroup.WithContext(ctx)
		both.Go(func() (err error) { client, err = in.StartSidecar(ctx, controlContainer("client")); return err })
		both.Go(func() (err error) { server, err = in.StartSidecar(ctx, controlContainer("server")); return err })
		return both.Wait()
	})
	if err != nil {
		return err
	}
	var address, free string
	for _, step := range []struct {
		what, script string
		in           cluster.Sidecar
		said         *string
	}{
		{"64 MiB hashed", "head --bytes=64M /dev/zero | sha256sum", client, nil},
		{"256 MiB of memory filled", "set -o pipefail; head --bytes=256M /dev/zero | tail >/dev/null", client, nil},
		{"32 writes on the disk", "dd if=/dev/zero of=/control bs=64K count=32 oflag=dsync && rm /control", client, nil},
		{"free disk asked for", freeDisk, client, &free},
		{"a server begun", "haproxy -D -f " + controlServer + " && hostname --all-ip-addresses", server, &address},
	} {
		err := c.time(ctx, step.what, 10*time.Second, func(ctx context.Context) error {
			return saying(ctx, step.in, step.said, step.script)
		})
		if err != nil {
			return err
		}
	}
	if c.free, err = strconv.ParseInt(free, 10, 64); err != nil {
		return fmt.Errorf("asking for the free disk: %w", err)
	}
	return c.time(ctx, "an answer of it", 10*time.Second, func(ctx context.Context) error {
		return saying(ctx, client, nil, `curl --silent --show-error --fail --output /dev/null "http://$1:8001/"`, address)
	})
}

// freeDisk prints the free bytes of the disk that a container writes to.
const freeDisk = "df --output=avail --block-size=1 / | tail --lines=1"

// controlServer is the configuration of a server that answers every request with
// success.
const controlServer = "/etc/control.cfg"

func controlContainer(name string) cluster.SidecarSpec {
	return cluster.SidecarSpec{Name: name, Memory: 512 << 20, Processes: 64, Files: []cluster.File{{Path: controlServer, Mode: 0o644, Content: []byte(`
global
  maxconn 8
defaults
  mode http
  timeout connect 5s
  timeout client 5s
  timeout server 5s
frontend yes
  bind :8001
  http-request return status 200
`)}}}
}

// time measures how long do takes, and returns an error if it exceeds the limit.
func (c *control) time(ctx context.Context, what string, limit time.Duration, do func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	began := time.Now()
	if err := do(ctx); err != nil {
		return fmt.Errorf("%s (limit %s): %w", what, limit, err)
	}
	c.took = append(c.took, fmt.Sprintf("%s in %.2fs (of %s)", what, time.Since(began).Seconds(), limit))
	return nil
}

// executor runs commands.
type executor interface {
	Exec(ctx context.Context, cmd cluster.Command) (code int, err error)
}

// saying runs a script and stores its output in said.
func saying(ctx context.Context, in executor, said *string, script string, args ...string) error {
	var out, complaint bytes.Buffer
	code, err := in.Exec(ctx, cluster.Command{
		Args: append([]string{"bash", "-c", script, "bash"}, args...), Dir: "/", Stdout: &out, Stderr: &complaint,
	})
	if err == nil && code != 0 {
		err = fmt.Errorf("code %d: %s", code, strings.TrimSpace(out.String()+complaint.String()))
	}
	if said != nil {
		*said = strings.TrimSpace(out.String())
	}
	return err
}
