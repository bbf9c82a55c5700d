package layout

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// File is a feature file and its formatted content.
type File struct {
	Path      string // as the user named it
	Content   []byte // as it was read
	Formatted []byte
}

// Changed reports whether formatting changes the file.
func (f *File) Changed() bool { return !bytes.Equal(f.Content, f.Formatted) }

// Line returns the first line that differs, from 1, or 0 if none does.
func (f *File) Line() int {
	if !f.Changed() {
		return 0
	}
	same := 0
	for same < len(f.Content) && same < len(f.Formatted) && f.Content[same] == f.Formatted[same] {
		same++
	}
	return bytes.Count(f.Content[:same], []byte("\n")) + 1
}

// Read reads and formats a file. It returns an input.Error for a file that cannot
// be read, is not a regular file, or is not a feature.
func Read(path string) (*File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, unread(path, err)
	case !info.Mode().IsRegular():
		return nil, input.Join([]input.Problem{input.At(path, 0, "is not a regular file; to format standard input, write -")})
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, unread(path, err)
	}
	formatted, err := Format(path, content)
	if err != nil {
		return nil, err
	}
	return &File{path, content, formatted}, nil
}

func unread(path string, err error) error {
	return input.Join([]input.Problem{input.At(path, 0, "cannot be read: %v", cause(err))})
}

// cause removes the path that the standard library adds to its errors.
func cause(err error) error {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}

// Write replaces the file atomically and keeps its mode. For a symbolic link, it
// replaces the target. A file that is not writable, or has changed since Read,
// stays as it is.
func (f *File) Write() error {
	place, err := filepath.EvalSymlinks(f.Path)
	if err != nil {
		return f.unwritten(err)
	}
	file, err := os.OpenFile(place, os.O_RDWR, 0) // checks permission: a rename would ignore the file's mode
	if err != nil {
		return f.unwritten(err)
	}
	info, err := file.Stat()
	if err = errors.Join(err, file.Close()); err != nil {
		return f.unwritten(err)
	}
	beside, err := os.CreateTemp(filepath.Dir(place), "."+filepath.Base(place)+".*.tmp")
	if err != nil {
		return f.unwritten(err)
	}
	err = f.fill(beside, info)
	if err == nil {
		err = f.unchanged(place)
	}
	if err == nil {
		err = os.Rename(beside.Name(), place)
	}
	if err != nil {
		return errors.Join(f.unwritten(err), os.Remove(beside.Name()))
	}
	return nil
}

func (f *File) fill(beside *os.File, info fs.FileInfo) error {
	_, err := beside.Write(f.Formatted)
	if err == nil {
		err = beside.Chmod(info.Mode().Perm())
	}
	if err == nil {
		err = beside.Sync()
	}
	keepOwner(beside, info)
	return errors.Join(err, beside.Close())
}

func (f *File) unchanged(place string) error {
	content, err := os.ReadFile(place)
	if err == nil && !bytes.Equal(content, f.Content) {
		return errors.New("it was changed while it was formatted; run the command again")
	}
	return err
}

func (f *File) unwritten(err error) error {
	return fmt.Errorf("%s: cannot be written: %w", f.Path, cause(err))
}
