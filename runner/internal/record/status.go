package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gherkube/gherkube/fixtures/labels"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

// statusFile says of a record in a store whose it is and how it ended. It is
// what retention goes by, without reading the record.
const statusFile = "status.json"

type status struct {
	Owner   string          `json:"owner"` // the process, as in the label of fixtures/labels
	Ended   time.Time       `json:"ended,omitzero"`
	Verdict verdict.Verdict `json:"verdict,omitempty"` // empty until it has ended
	Size    int64           `json:"size,omitempty"`    // in bytes, when it ended
}

// claim makes the folder of a record that this process is about to write.
func claim(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("creating the record's folder: %w", err)
	}
	return writeStatus(dir, status{Owner: labels.Own()[labels.Owner]})
}

// Conclude notes how what a record is of has ended. Only a record in a store has
// a status: one in a folder that the user named is the user's to remove.
func Conclude(dir string, v verdict.Verdict) error {
	s, ok := readStatus(dir)
	if !ok {
		return nil
	}
	s.Ended, s.Verdict, s.Size = time.Now().UTC(), v, sizeOf(dir)
	return writeStatus(dir, s)
}

func writeStatus(dir string, s status) error {
	content, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("the record's status: %w", err)
	}
	whole := filepath.Join(dir, statusFile)
	if err := os.WriteFile(whole+".new", append(content, '\n'), 0o644); err != nil {
		return fmt.Errorf("the record's status: %w", err)
	}
	return os.Rename(whole+".new", whole)
}

// readStatus is false for a folder that has no status, or one that cannot be
// read.
func readStatus(dir string) (s status, ok bool) {
	content, err := os.ReadFile(filepath.Join(dir, statusFile))
	if err != nil {
		return s, false
	}
	return s, json.Unmarshal(content, &s) == nil
}

// sizeOf is the size of a folder's files in bytes, as far as they can be seen.
func sizeOf(dir string) (size int64) {
	_ = filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			size += info.Size()
		}
		return nil
	})
	return size
}

// exists reports whether a file is there.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
