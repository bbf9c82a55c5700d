package cli

import (
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// recordIn returns the folder for a record: the named one, or a new one in the
// store of grades, after old records were removed.
func (a *app) recordIn(dir string) (string, error) {
	if dir != "" {
		return dir, nil
	}
	dir, removed, err := record.New(grading.Store())
	a.tellRoom(removed)
	return dir, err
}

// classRecordIn is recordIn for a class, whose record is never removed.
func (a *app) classRecordIn(dir string) (string, error) {
	if dir != "" {
		return dir, nil
	}
	removed, err := record.MakeRoom(grading.Store())
	a.tellRoom(removed)
	return record.Next(grading.Store()), err
}

// tellRoom prints what was removed to make room for a record.
func (a *app) tellRoom(removed record.Removed) {
	if said := removed.String(); said != "" {
		a.tell("%s", said)
	}
}
