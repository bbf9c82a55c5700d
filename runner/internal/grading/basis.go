package grading

import (
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// basis returns what the record of a grade keeps about the basis of the grade. A
// lab whose files can no longer be hashed has no hash; its copy in the record
// counts.
func (g *Grader) basis(l *lab.Lab, submission *Submission) *score.Basis {
	b := g.Basis
	b.Lab, _ = l.Digest()
	if g.Versions != nil {
		b.Versions = g.Versions(l)
	}
	if submission != nil {
		b.Submission = submission.Digest()
	}
	return &b
}
