package grading

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// A failed observation is undecided only if the grader's own infrastructure failed.
// Everything else that a check depends on belongs to the student: nodes, the API
// server, the pod network.

// isToBlame reports whether the submission caused a failed observation, and adds the
// evidence to the notes. It runs a control measurement in containers that no student
// can reach. If the control passes, the submission is to blame. If it fails, the
// submission may have exhausted the machine: isToBlame removes the cluster and repeats
// the control. If it then passes, the submission is to blame only if its cluster used
// excessive resources; otherwise the machine is too small.
//
// The cluster of a running lab (s.keep) is never removed.
func (s *Environment) isToBlame(ctx context.Context, w *Work) bool {
	c, err := s.control(ctx)
	if err == nil {
		w.note("control measurement passed: %s", c)
		return true
	}
	w.note("control measurement failed: %v; completed before: %s", err, c)
	if s.keep || ctx.Err() != nil {
		return false
	}
	held, free := s.excess(ctx), s.free(ctx)
	s.gone = true
	if err := s.Cluster.Close(ctx); err != nil {
		w.note("the submission's cluster could not be removed: %v", err)
	}
	if c, err = s.control(ctx); err != nil {
		w.note("control measurement still fails after the submission's cluster was removed: %v", err)
		return false
	}
	if freed := c.free - free; free >= 0 && freed > diskPerNode*int64(len(s.Cluster.Nodes())) {
		held = append(held, fmt.Sprintf("%.1f GiB of the disk", float64(freed)/(1<<30)))
	}
	if len(held) == 0 {
		w.note("control measurement passes without the submission's cluster, which did not use excessive resources: the machine is too small, or too busy")
		return false
	}
	w.note("control measurement passes without the submission's cluster, which used %s: %s", strings.Join(held, ", "), c)
	return true
}

// diskPerNode is more than any lab makes a node write, in bytes.
const diskPerNode = 4 << 30

// excess lists the nodes that use more memory or processes than any lab needs, relative
// to their limits. Limits that the engine did not set are ignored.
func (s *Environment) excess(ctx context.Context) []string {
	var all []string
	for _, n := range s.Cluster.Nodes() {
		used, err := n.Usage(ctx)
		if err != nil {
			continue // a stopped node uses nothing
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

// free returns the free bytes of the engine's disk, or a negative number if
// unknown. It asks the grader container, because no new container starts on a full
// disk.
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
