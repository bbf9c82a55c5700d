package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// Record is the content of a record's folder.
type Record struct {
	Dir    string
	Plan   *plan.Plan
	Events []Event
}

// Read reads a record, even one that was cut short: an incomplete last line is
// ignored. Any other damage is an input.Error.
func Read(dir string) (*Record, error) {
	p, err := readPlan(dir)
	if err != nil {
		return nil, err
	}
	events, err := readEvents(filepath.Join(dir, eventsFile))
	if err != nil {
		return nil, err
	}
	return &Record{Dir: dir, Plan: p, Events: events}, nil
}

func readPlan(dir string) (*plan.Plan, error) {
	path := filepath.Join(dir, planFile)
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, input.Errorf("%s is not the record of a run: %v", dir, err)
	}
	var p plan.Plan
	if err := json.Unmarshal(content, &p); err != nil {
		return nil, problem(path, 0, "damaged: %s", input.JSON(err))
	}
	for i := range p.Sources {
		p.Sources[i].Content, err = os.ReadFile(filepath.Join(dir, sourcesDir, sourceName(i)))
		if err != nil {
			return nil, input.Errorf("the record lacks the feature %s: %v", p.Sources[i].URI, err)
		}
	}
	return &p, nil
}

func readEvents(path string) ([]Event, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, input.Errorf("the record has no events: %v", err)
	}
	whole := bytes.LastIndexByte(content, '\n') + 1
	var events []Event
	number := 0
	for line := range bytes.Lines(content[:whole]) {
		number++
		var e Event
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, problem(path, number, "damaged: %s", input.JSON(err))
		}
		if e.Version > Version {
			return nil, problem(path, number, "written by a newer gherkube (version %d, this one reads %d)", e.Version, Version)
		}
		events = append(events, e)
	}
	return events, nil
}

func problem(path string, line int, format string, args ...any) error {
	return input.Join([]input.Problem{input.At(path, line, "%s", fmt.Sprintf(format, args...))})
}
