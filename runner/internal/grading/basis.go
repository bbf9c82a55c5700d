package grading

import (
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// basis is what the record of a grade keeps of what decides it. A lab whose
// files cannot be hashed any more has no hash: its copy in the record counts.
func (g *Grader) basis(l *lab.Lab, submission *Submission) *score.Basis {
	b := g.Basis
	b.Lab, _ = l.Digest()
	if submission != nil {
		b.Submission = submission.Digest()
	}
	return &b
}
