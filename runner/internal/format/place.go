package format

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// place is a file that a report goes to.
type place struct {
	target  string      // without links, so that a link stays one
	mode    os.FileMode // of the file that is replaced; 0 for a new one
	direct  bool        // not a regular file: the report is not kept apart until it is complete
	file    *os.File    // nil before the first write
	err     error       // of the first write that failed
	dropped bool
}

func openPlace(path string) (p *place, err error) {
	p = &place{}
	if p.target, p.direct = resolve(path); p.direct {
		p.file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
		return p, err
	}
	if info, err := os.Stat(p.target); err == nil {
		p.mode = info.Mode().Perm()
	}
	return p, nil
}

// Write writes to a file beside the target, which it creates the first time: a process
// that is killed while the work goes on leaves nothing there.
func (p *place) Write(content []byte) (n int, err error) {
	if p.file == nil {
		if p.file, p.err = p.create(); p.err != nil {
			return 0, p.err
		}
	}
	n, err = p.file.Write(content)
	if p.err == nil {
		p.err = err
	}
	return n, err
}

// create creates the file that will replace the target. If there can be none beside
// the target, it is elsewhere.
func (p *place) create() (*os.File, error) {
	beside := filepath.Join(filepath.Dir(p.target), ".gherkube-"+rand.Text())
	file, err := os.OpenFile(beside, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil && p.mode != 0 {
		return os.CreateTemp("", "gherkube-")
	}
	return file, err
}

// close replaces the target, or leaves it as it was if the report is not complete.
func (p *place) close() error {
	if p.file == nil && !p.dropped && p.err == nil {
		p.file, p.err = p.create()
	}
	if p.file == nil {
		return nil // the error is known to who wrote, or nothing was written
	}
	if p.direct {
		return p.file.Close()
	}
	if p.dropped || p.err != nil {
		return errors.Join(p.file.Close(), os.Remove(p.file.Name()))
	}
	return p.replace()
}

// replace renames the file to the target. If that is not possible, as for a file that
// is mounted by itself, it copies the content.
func (p *place) replace() error {
	err := p.file.Sync()
	if p.mode != 0 {
		err = errors.Join(err, p.file.Chmod(p.mode))
	}
	if err == nil && os.Rename(p.file.Name(), p.target) == nil {
		return p.file.Close()
	}
	if err == nil {
		err = p.copy()
	}
	return errors.Join(err, p.file.Close(), os.Remove(p.file.Name()))
}

func (p *place) copy() error {
	if _, err := p.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	to, err := os.OpenFile(p.target, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, p.file)
	return errors.Join(err, to.Close())
}
