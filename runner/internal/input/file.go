package input

import (
	"errors"
	"io/fs"
	"os"
)

// Regular returns an error unless a path is a regular file, or a link to one. Opening a
// named pipe, a socket or a device may block for ever.
func Regular(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "read", Path: path, Err: errors.New("is a folder, not a file")}
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "read", Path: path, Err: errors.New("not a regular file")}
	}
	return nil
}

// ReadFile returns the content of a regular file.
func ReadFile(path string) ([]byte, error) {
	if err := Regular(path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}
