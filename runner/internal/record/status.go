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

// statusFile names the owner and the result of a record in a store, so that
// retention need not read the record.
const statusFile = "status.json"

type status struct {
	Owner   string          `json:"owner"` // the process, as in the label of fixtures/labels
	Ended   time.Time       `json:"ended,omitzero"`
	Verdict verdict.Verdict `json:"verdict,omitempty"` // empty until the end of the run
	Size    int64           `json:"size,omitempty"`    // in bytes, at the end of the run
}

// claim creates the folder of a record that this process will write.
func claim(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("creating the record's folder: %w", err)
	}
	return writeStatus(dir, status{Owner: labels.Own()[labels.Owner]})
}

// Conclude writes the final verdict to the status of a record. Only records in a
// store have a status: the user removes records in other folders.
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

// readStatus returns false if the folder has no readable status.
func readStatus(dir string) (s status, ok bool) {
	content, err := os.ReadFile(filepath.Join(dir, statusFile))
	if err != nil {
		return s, false
	}
	return s, json.Unmarshal(content, &s) == nil
}

// sizeOf returns the size of a folder's readable files in bytes.
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

// exists reports whether a file exists.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
