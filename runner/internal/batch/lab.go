package batch

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// Start records what is graded and on which basis, and stores a copy of the lab, so
// that the whole class is graded with the same lab. If the journal was begun with
// another basis, Start returns an error that names the differences. since says what
// happened to the submissions; otherVersions allows other versions than the
// recorded ones.
func (j *Journal) Start(l *lab.Lab, c Class, since Since, otherVersions bool) error {
	if j.head == nil {
		return j.begin(l, c)
	}
	digest, err := l.Digest()
	if err != nil {
		return err
	}
	switch {
	case j.head.Lab != l.ID:
		return input.Errorf("%s is the record of a class that was graded for lab %s: name another folder", j.dir, j.head.Lab)
	case j.head.Digest != digest && j.isKept(l):
		return input.Errorf("the copy of lab %s in %s was changed, and the class is graded by the lab as it was: restore the copy, or grade into another folder", l.ID, j.dir)
	case j.head.Digest != digest:
		return input.Errorf("lab %s has changed since %s was begun, and a class is graded by one lab: go on with the lab as it was (--resume %s), or name another folder",
			l.ID, j.dir, j.dir)
	}
	if err := j.sameBasis(c, since, otherVersions); err != nil {
		return err
	}
	next := *j.head
	next.Class = c
	j.adopt(next)
	return j.append(line{Type: started, Head: j.head})
}

// begin copies the lab, and records the copy before it takes its place: an
// interruption leaves the journal and its copy as they were, or settle ends the work.
func (j *Journal) begin(l *lab.Lab, c Class) error {
	digest, err := j.copyLab(l)
	if err != nil {
		return err
	}
	from, err := filepath.Abs(l.Dir)
	if err != nil {
		return err
	}
	j.head = &Head{Lab: l.ID, Digest: digest, From: from, Class: c}
	if err := j.append(line{Type: started, Head: j.head}); err != nil {
		return err
	}
	return j.settle()
}

// copyLab copies a lab, and returns the digest of the copy: the original may change
// meanwhile.
func (j *Journal) copyLab(l *lab.Lab) (string, error) {
	if err := os.RemoveAll(filepath.Join(j.dir, newLabDir)); err != nil {
		return "", err
	}
	copied := *l
	copied.Dir = filepath.Join(j.dir, newLabDir, l.ID)
	if err := os.CopyFS(copied.Dir, os.DirFS(l.Dir)); err != nil {
		return "", err
	}
	return copied.Digest()
}

// settle moves the new copy of the lab to its place if the journal mentions it, and
// removes it otherwise.
func (j *Journal) settle() error {
	if j.head == nil {
		return nil
	}
	fresh := &lab.Lab{Document: lab.Document{ID: j.head.Lab}, Dir: filepath.Join(j.dir, newLabDir, j.head.Lab)}
	if _, err := os.Stat(fresh.Dir); err == nil {
		if digest, err := fresh.Digest(); err == nil && digest == j.head.Digest {
			place := j.LabDir(fresh.ID)
			if err := errors.Join(os.RemoveAll(place), os.MkdirAll(filepath.Dir(place), 0o755), os.Rename(fresh.Dir, place)); err != nil {
				return err
			}
		}
	}
	return os.RemoveAll(filepath.Join(j.dir, newLabDir))
}

// Correct replaces the lab with a corrected one and restarts the class, because all
// must be graded with the same lab. Earlier grades stay in the record.
func (j *Journal) Correct(l *lab.Lab) error {
	if l.ID != j.head.Lab {
		return input.Errorf("%s was graded for lab %s, and %s is lab %s now", j.dir, j.head.Lab, l.Dir, l.ID)
	}
	if err := j.begin(l, j.head.Class); err != nil {
		return err
	}
	clear(j.finished)
	return nil
}

// isKept reports whether a lab is the journal's own copy.
func (j *Journal) isKept(l *lab.Lab) bool {
	one, oneErr := os.Stat(l.Dir)
	other, otherErr := os.Stat(j.LabDir(l.ID))
	return oneErr == nil && otherErr == nil && os.SameFile(one, other)
}

// LabDir returns the folder of the batch's copy of the lab.
func (j *Journal) LabDir(id string) string { return filepath.Join(j.dir, labDir, id) }

// LabChanged reports whether the original lab has changed since the class was
// begun. It is false if the original folder no longer exists.
func (j *Journal) LabChanged() bool {
	original := &lab.Lab{Document: lab.Document{ID: j.head.Lab}, Dir: j.head.From}
	if _, err := os.Stat(original.Dir); j.head.From == "" || err != nil {
		return false
	}
	now, err := original.Digest()
	return err != nil || now != j.head.Digest
}
