package batch

import (
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Records returns the records of a class in the order of its submissions, for
// recomputing scores. If some submissions are not graded yet, Records returns the
// other records together with an input.Error. It may be called while a class is
// being graded.
func Records(dir string) ([]string, error) {
	path := filepath.Join(dir, journalFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, input.Errorf("%s is not the record of a class: %v", dir, err)
	}
	c, err := parse(path, text)
	if err != nil {
		return nil, err
	}
	if c.head == nil {
		return nil, input.Errorf("%s: cut short before it says what is graded", path)
	}
	var all []string
	var without []input.Problem
	for _, e := range c.head.Submissions {
		if g, ok := c.finished[e.ID]; ok {
			all = append(all, filepath.Join(dir, g.record))
			continue
		}
		without = append(without, input.At(path, 0, "%s was not graded to the end: gherkube grade --resume %s", e.ID, dir))
	}
	return all, input.Join(without)
}
