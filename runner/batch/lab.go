package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
)

// Start notes what is graded, and keeps the lab as it is: for the rest of the
// class to be graded by the same one, whenever that is.
func (j *Journal) Start(l *lab.Lab, submissions []Entry) error {
	digest, err := digestOf(l.Dir)
	if err != nil {
		return fmt.Errorf("reading the lab: %w", err)
	}
	switch {
	case j.head == nil:
		if err := j.keep(l); err != nil {
			return fmt.Errorf("keeping the lab: %w", err)
		}
	case j.head.Lab != l.ID:
		return input.Errorf("%s is the record of a class that was graded for lab %s: name another folder", j.dir, j.head.Lab)
	case j.head.Digest != digest:
		return input.Errorf("lab %s has changed since %s was begun, and a class is graded by one lab: go on with the lab as it was (--resume %s), or name another folder",
			l.ID, j.dir, j.dir)
	}
	j.head = &Head{Lab: l.ID, Digest: digest, Submissions: submissions}
	return j.append(line{Type: started, Head: j.head})
}

// keep copies the lab. What is there was copied for nothing: the journal does
// not know of it.
func (j *Journal) keep(l *lab.Lab) error {
	if err := os.RemoveAll(j.LabDir(l.ID)); err != nil {
		return err
	}
	return os.CopyFS(j.LabDir(l.ID), os.DirFS(l.Dir))
}

// LabDir is where the lab of a batch is kept.
func (j *Journal) LabDir(id string) string { return filepath.Join(j.dir, labDir, id) }

// digestOf is the same for the same files of a folder.
func digestOf(dir string) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(sum, "%q %d\n%s", name, len(content), content)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)), err
}
