package batch

import (
	"errors"
	"io/fs"
)

// Since says what happened to submissions since they were graded, by ID.
type Since struct {
	Changed map[string]bool
	Gone    []string // the folder no longer exists; the recorded grade stays valid
}

// Defective returns the submissions that met a defect of the lab, in order of the
// entries.
func (j *Journal) Defective(entries []Entry, g Grader) []string {
	var all []string
	for _, e := range entries {
		if dir, ok := j.Finished(e.ID); ok {
			if r, err := g.Read(dir); err == nil && r.Defect {
				all = append(all, e.ID)
			}
		}
	}
	return all
}

// Since compares graded submissions with their current content. An unreadable
// submission counts as changed.
func (j *Journal) Since(entries []Entry, g Grader) Since {
	since := Since{Changed: map[string]bool{}}
	for _, e := range entries {
		recorded, ok := j.finished[e.ID]
		if !ok || recorded.digest == "" {
			continue
		}
		switch now, err := g.Digest(e); {
		case errors.Is(err, fs.ErrNotExist):
			since.Gone = append(since.Gone, e.ID)
		case err != nil || now != recorded.digest:
			since.Changed[e.ID] = true
		}
	}
	return since
}
