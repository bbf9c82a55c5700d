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

// Prune removes the oldest records of a store beyond keep. Those of runs that
// still go on are left alone.
func Prune(store string, keep int) error {
	entries, err := os.ReadDir(store)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("looking for old records: %w", err)
	}
	var records []string
	for _, e := range entries {
		dir := filepath.Join(store, e.Name())
		if _, err := os.Stat(filepath.Join(dir, planFile)); err == nil {
			records = append(records, dir)
		}
	}
	slices.Sort(records) // their names begin with the time
	var errs []error
	for _, dir := range records[:max(0, len(records)-keep)] {
		if !goingOn(dir) {
			errs = append(errs, os.RemoveAll(dir))
		}
	}
	return errors.Join(errs...)
}

// goingOn tells whether the run that writes a record is not over.
func goingOn(dir string) bool {
	events, err := readEvents(filepath.Join(dir, eventsFile))
	if err != nil || len(events) == 0 {
		return false
	}
	first, last := events[0], events[len(events)-1]
	return last.Type != RunFinished && first.Run != nil && labels.Alive(first.Run.Owner)
}
