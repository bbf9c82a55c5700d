package batch

import (
	"errors"
	"io/fs"
)

// Since is what has become of submissions since they were graded, by ID.
type Since struct {
	Changed map[string]bool
	Gone    []string // the folder is gone: the grade in the record stands
}

// Defective returns the submissions that met a defect of the lab, in their order.
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

// Since compares the submissions that were graded to the end with what they are
// now. One that cannot be read any more was changed.
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
