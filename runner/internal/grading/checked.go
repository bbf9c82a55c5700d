package grading

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/gherkube/gherkube/runner/internal/score"
)

// checkedFile is the file in the state folder of a cluster with the result of the last
// check.
const checkedFile = "checked.json"

// KeepCheck stores what the student may see of the result of a check, for pages of the
// lab. What only the instructor sees does not reach the file.
func (l *Live) KeepCheck(r score.Result) error {
	if err := replaceJSON(livePath(l.Cluster, checkedFile), r.ForStudent(score.Moment{})); err != nil {
		return fmt.Errorf("keeping the result of the check: %w", err)
	}
	return nil
}

// LastCheck returns the result of the last check as the student may see it, or nil if
// there was none.
func (l *Live) LastCheck() (*score.Result, error) {
	content, err := os.ReadFile(livePath(l.Cluster, checkedFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the last check on cluster %s: %w", l.Cluster, err)
	}
	var r score.Result
	if err := json.Unmarshal(content, &r); err != nil {
		return nil, fmt.Errorf("the last check on cluster %s: damaged: %w", l.Cluster, err)
	}
	return &r, nil
}
