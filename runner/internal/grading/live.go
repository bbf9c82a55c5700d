package grading

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// Live is a lab that a student is working on. It is stored in its cluster's state
// folder, with a copy of the lab, and removed with the cluster.
type Live struct {
	Cluster string       `json:"cluster"`
	Lab     string       `json:"lab"`
	Student string       `json:"student,omitempty"`
	Started time.Time    `json:"started"` // when the last fault took effect
	Hints   []score.Hint `json:"hints,omitempty"`
	// Outputs are the values that the setup named.
	Outputs map[string]string `json:"called,omitempty"`
	// Faults are those of the setup that were in effect at the last look.
	Faults []faults.Released `json:"faults,omitempty"`
	Looked time.Time         `json:"looked"`
	// Ailments are what was not healthy when the lab began: see cluster.AilingParts.
	Ailments []string `json:"ailments,omitempty"`
}

// liveFile is the file in the state folder of the cluster that stores a Live.
const liveFile = "lab.json"

// accountFile is the student's kubeconfig, stored beside liveFile.
const accountFile = "student.kubeconfig"

func livePath(name string, more ...string) string {
	return filepath.Join(append([]string{cluster.StateDir(name)}, more...)...)
}

// Start sets a lab up on a newly started cluster, and stores what later commands
// need.
func (g *Grader) Start(ctx context.Context, c cluster.Cluster, l *lab.Lab, student string) (*Live, error) {
	if err := os.CopyFS(livePath(c.Name(), labDir, l.ID), os.DirFS(l.Dir)); err != nil {
		return nil, fmt.Errorf("keeping the lab with its cluster: %w", err)
	}
	env := g.On(c, l, student)
	defer env.Close(ctx)
	if err := env.SetUp(ctx, livePath(c.Name(), setupDir)); err != nil {
		return nil, err
	}
	live := &Live{Cluster: c.Name(), Lab: l.ID, Student: student, Started: time.Now().UTC(), Outputs: env.Outputs, Faults: env.Released}
	live.Looked, live.Ailments = live.Started, cluster.AilingParts(c.Healthy(ctx))
	if err := os.WriteFile(livePath(c.Name(), accountFile), env.account, 0o600); err != nil {
		return nil, fmt.Errorf("keeping the student's account with the cluster: %w", err)
	}
	return live, live.write()
}

// IsLive reports whether a lab is running on the cluster with this name.
func IsLive(name string) bool {
	_, err := os.Stat(livePath(name, liveFile))
	return err == nil
}

// OpenLive reads the stored state of the lab on a cluster, and the lab itself.
func OpenLive(name string, v planner.Vocabulary) (*Live, *lab.Lab, error) {
	live, err := ReadLive(name)
	if err != nil {
		return nil, nil, err
	}
	l, err := reader.Load(livePath(name, labDir, live.Lab), v)
	return live, l, err
}

// ReadLive reads the stored state of the lab on a cluster.
func ReadLive(name string) (*Live, error) {
	content, err := os.ReadFile(livePath(name, liveFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, input.Errorf("no lab is up on a cluster %q (gherkube lab start)", name)
	}
	if err != nil {
		return nil, fmt.Errorf("the lab on cluster %s: %w", name, err)
	}
	var live Live
	if err := json.Unmarshal(content, &live); err != nil {
		return nil, problem(livePath(name, liveFile), "damaged: %s", input.JSON(err))
	}
	return &live, nil
}

// Check judges the current state of a running lab, and records the result in a
// folder.
func (l *Live) Check(ctx context.Context, s *Environment, dir string) score.Result {
	w := s.Begin()
	w.Hints, s.Outputs, w.Basis = l.Hints, l.Outputs, s.grader.basis(s.Lab, nil)
	if err := s.Collect(ctx, w); err != nil {
		return w.ungradable(s.Lab, dir, err)
	}
	return s.Judge(ctx, w, dir)
}

// LabOn returns the ID of the lab that is on a cluster, or "".
func LabOn(name string) string {
	live, err := ReadLive(name)
	if err != nil {
		return ""
	}
	return live.Lab
}

// Attach returns the environment of a running lab on its cluster.
func (g *Grader) Attach(ctx context.Context, c cluster.Cluster, l *lab.Lab, student string) (*Environment, error) {
	s := g.On(c, l, student)
	account, err := os.ReadFile(livePath(c.Name(), accountFile))
	if err != nil {
		return nil, fmt.Errorf("the student's account on cluster %s: %w", c.Name(), err)
	}
	s.account = account
	s.Workstation, err = workstation.Find(ctx, c)
	return s, err
}
