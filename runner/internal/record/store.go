package record

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/labels"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// Store returns the folder for records of runs that name no other folder.
func Store() string { return filepath.Join(xdg.StateHome, "gherkube", "records") }

// Next returns an unused folder in the store for a record of this process: the
// run's ID, with a number from the second record on.
func Next(store string) string {
	dir := filepath.Join(store, labels.RunID())
	for n := 2; ; n++ {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return dir
		}
		dir = filepath.Join(store, fmt.Sprintf("%s-%d", labels.RunID(), n))
	}
}

// New creates the folder for a record in a store, after removing records that are
// past their retention.
func New(store string) (dir string, removed Removed, err error) {
	if err := homeless(); err != nil {
		return "", removed, err
	}
	if removed, err = MakeRoom(store); err != nil {
		return "", removed, err
	}
	dir = Next(store)
	return dir, removed, claim(dir)
}

// MakeRoom removes the records of a store that are past their retention.
func MakeRoom(store string) (Removed, error) {
	keep, err := configuredRetention()
	if err != nil {
		return Removed{}, err
	}
	removed, err := Prune(store, keep, time.Now())
	if err != nil {
		return removed, fmt.Errorf("making room for the record: %w", err)
	}
	return removed, nil
}

// homeless returns an error if no folder for records can be told: without a home folder,
// it would be one below the root of the file system.
func homeless() error {
	if os.Getenv("HOME") == "" && strings.HasPrefix(xdg.StateHome, "/.local/") {
		return input.Errorf("there is no folder for records: HOME is not set; set it, or XDG_STATE_HOME")
	}
	return nil
}

// Latest returns the folder of the newest record in a store.
func Latest(store string) (string, error) {
	if err := homeless(); err != nil {
		return "", err
	}
	records, err := records(store)
	if err != nil {
		return "", err
	}
	if len(records) == 0 {
		return "", input.Errorf("there is no record in %s: nothing was run yet", store)
	}
	return records[len(records)-1], nil
}

// records returns the folders of a store's records, oldest first: their names begin
// with the time.
func records(store string) ([]string, error) {
	entries, err := os.ReadDir(store)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking for records: %w", err)
	}
	var found []string
	for _, e := range entries {
		dir := filepath.Join(store, e.Name())
		if Is(dir) {
			found = append(found, dir)
		}
	}
	slices.Sort(found)
	return found, nil
}

// Is reports whether a folder is the record of a run.
func Is(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, planFile))
	return err == nil
}

// Names returns the names of a store's records, the newest first.
func Names(store string) []string {
	all, err := records(store)
	if err != nil {
		return nil
	}
	var names []string
	for _, dir := range slices.Backward(all) {
		names = append(names, filepath.Base(dir))
	}
	return names
}
