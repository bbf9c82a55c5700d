package record

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/labels"
	"github.com/gherkube/gherkube/runner/input"
)

// Kept is how many records the store keeps; older ones make room.
const Kept = 20

// Store is the folder that holds the records of runs that named none.
func Store() string { return filepath.Join(xdg.StateHome, "gherkube", "records") }

// Next is the folder for the record of this run, in the store: its run's id,
// with a number from the second record of one process on.
func Next(store string) string {
	dir := filepath.Join(store, labels.RunID())
	for n := 2; ; n++ {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return dir
		}
		dir = filepath.Join(store, fmt.Sprintf("%s-%d", labels.RunID(), n))
	}
}

// Latest is the folder of the last record in a store.
func Latest(store string) (string, error) {
	records, err := records(store)
	if err != nil {
		return "", err
	}
	if len(records) == 0 {
		return "", input.Errorf("there is no record in %s: nothing was run yet", store)
	}
	return records[len(records)-1], nil
}

// records are the folders of a store's records, oldest first: their names
// begin with the time.
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

// Prune removes the oldest records of a store beyond keep. Those of runs that
// still go on are left alone.
func Prune(store string, keep int) error {
	records, err := records(store)
	if err != nil {
		return err
	}
	var errs []error
	for _, dir := range records[:max(0, len(records)-keep)] {
		if alive, over := Written(dir); over || !alive {
			errs = append(errs, os.RemoveAll(dir))
		}
	}
	return errors.Join(errs...)
}

// Written tells of the run that a folder is the record of whether the process
// that wrote it is alive, and whether the run is over.
func Written(dir string) (alive, over bool) {
	events, err := readEvents(filepath.Join(dir, eventsFile))
	if err != nil || len(events) == 0 {
		return false, false
	}
	first, last := events[0], events[len(events)-1]
	return first.Run != nil && labels.Alive(first.Run.Owner), last.Type == RunFinished
}

// Is tells whether a folder is the record of a run.
func Is(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, planFile))
	return err == nil
}
