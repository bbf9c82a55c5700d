package grading

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// What could not be looked at is undecided only if something of the grader's
// was in the way. The rest of what a check looks through is the student's: nodes,
// the API server, the network of pods.

// isToBlame tells whether the submission is to blame for what cannot be seen, and
// notes by what: a control that no student reaches works. A student who holds as
// much of the machine as there is can have it fail, too: so it is repeated when
// the cluster is gone. If it works then, what the cluster held decides between
// a submission that held too much and a machine that is too small.
//
// The cluster of a lab that somebody works on stays.
func (s *Environment) isToBlame(ctx context.Context, w *Work) bool {
	c, err := s.control(ctx)
	if err == nil {
		w.note("what the grader needs of the machine works: %s", c)
		return true
	}
	w.note("what the grader needs of the machine does not work: %v; it had %s", err, c)
	if s.keep || ctx.Err() != nil {
		return false
	}
	held, free := s.excess(ctx), s.free(ctx)
	s.gone = true
	if err := s.Cluster.Close(ctx); err != nil {
		w.note("the cluster that was handed in could not be removed: %v", err)
	}
	if c, err = s.control(ctx); err != nil {
		w.note("nor does it without the cluster that was handed in: %v", err)
		return false
	}
	if freed := c.free - free; free >= 0 && freed > diskPerNode*int64(len(s.Cluster.Nodes())) {
		held = append(held, fmt.Sprintf("%.1f GiB of the disk", float64(freed)/(1<<30)))
	}
	if len(held) == 0 {
		w.note("it works without the cluster that was handed in, which held no more than others do: the machine is too small, or too busy")
		return false
	}
	w.note("it works without the cluster that was handed in, which held %s: %s", strings.Join(held, ", "), c)
	return true
}

// diskPerNode is more than a node ever writes for a lab.
const diskPerNode = 4 << 30

// excess lists the nodes that use more of a limit than any lab needs. A limit that
// the engine did not set says nothing.
func (s *Environment) excess(ctx context.Context) []string {
	var all []string
	for _, n := range s.Cluster.Nodes() {
		used, err := n.Usage(ctx)
		if err != nil {
			continue // a node that is off uses nothing
		}
		if used.MemoryLimit > 0 && used.Memory > used.MemoryLimit*3/4 {
			all = append(all, fmt.Sprintf("%.1f of %.1f GiB of memory on %s", float64(used.Memory)/(1<<30), float64(used.MemoryLimit)/(1<<30), n.Name()))
		}
		if used.ProcessesLimit > 0 && used.Processes > used.ProcessesLimit/2 {
			all = append(all, fmt.Sprintf("%d of %d processes on %s", used.Processes, used.ProcessesLimit, n.Name()))
		}
	}
	return all
}

// free is how much of the engine's disk is free, in bytes, or less than 0 if
// that cannot be told. The grader container is a container that runs already: on a full disk
// no other one starts.
func (s *Environment) free(ctx context.Context) int64 {
	var said string
	if s.container == nil || saying(ctx, s.container, &said, freeDisk) != nil {
		return -1
	}
	bytes, err := strconv.ParseInt(said, 10, 64)
	if err != nil {
		return -1
	}
	return bytes
}
