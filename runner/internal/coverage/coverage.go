// Package coverage shows which scenarios cover which behaviours. A list gives each
// behaviour an ID, and scenarios carry the IDs as tags.
package coverage

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// Behaviour is one line of a list.
type Behaviour struct {
	ID, Text string
	Line     int
}

// item matches a line of a list: "- 004-3 Pods stay Pending".
var item = regexp.MustCompile(`^[-*]\s+([0-9]+-[0-9]+)\s+(\S.*)$`)

// tag matches a scenario's tag with the ID of a behaviour.
var tag = regexp.MustCompile(`^@([0-9]+-[0-9]+)$`)

// ReadList reads the list of behaviours in a Markdown file.
func ReadList(path string) ([]Behaviour, error) {
	if err := input.Regular(path); err != nil {
		return nil, input.Errorf("%s: %v", path, input.Cause(err))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, input.Errorf("%v", err)
	}
	defer file.Close()
	var all []Behaviour
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		if found := item.FindStringSubmatch(lines.Text()); found != nil {
			all = append(all, Behaviour{found[1], found[2], n})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, input.Errorf("%s: %v", path, err)
	}
	if len(all) == 0 {
		return nil, input.Errorf(`%s lists no behaviours: a line of it reads "- 004-3 Pods stay Pending"`, path)
	}
	return all, nil
}

// Table is a list of behaviours with the scenarios that cover them.
type Table struct {
	path       string // of the list
	behaviours []Behaviour
	scenarios  map[string][]*plan.Scenario // by ID
	negative   map[string][]*plan.Scenario
	strays     []*plan.Scenario // scenarios with an ID that is not in the list
}

// Make makes the table for a list, from features and, if not nil, negative tests.
func Make(path string, features, negative *plan.Plan) (*Table, error) {
	behaviours, err := ReadList(path)
	if err != nil {
		return nil, err
	}
	t := &Table{path: path, behaviours: behaviours}
	t.scenarios = t.byID(features)
	if negative != nil {
		t.negative = t.byID(negative)
	}
	return t, nil
}

func (t *Table) byID(p *plan.Plan) map[string][]*plan.Scenario {
	all := map[string][]*plan.Scenario{}
	for _, s := range p.Scenarios {
		for _, id := range ids(s) {
			all[id] = append(all[id], s)
			if !slices.ContainsFunc(t.behaviours, func(b Behaviour) bool { return b.ID == id }) {
				t.strays = append(t.strays, s)
			}
		}
	}
	return all
}

func ids(s *plan.Scenario) []string {
	var all []string
	for _, name := range s.Tags {
		if found := tag.FindStringSubmatch(name); found != nil {
			all = append(all, found[1])
		}
	}
	return all
}

// Gaps returns an input.Error that lists what is missing, or nil: behaviours
// without a scenario or without a negative test, and IDs that are not in the list.
func (t *Table) Gaps() error {
	var gaps []input.Problem
	for _, b := range t.behaviours {
		switch {
		case len(t.scenarios[b.ID]) == 0:
			gaps = append(gaps, input.At(t.path, b.Line, "%s has no scenario: %s", b.ID, b.Text))
		case t.negative != nil && len(t.negative[b.ID]) == 0:
			gaps = append(gaps, input.At(t.path, b.Line, "%s has no negative test: %s", b.ID, b.Text))
		}
	}
	for _, s := range t.strays {
		gaps = append(gaps, input.At(s.File, s.Line, "%v: %s does not list it", ids(s), t.path))
	}
	return input.Join(gaps)
}

// Write prints the table: each behaviour on one line, with its scenarios below.
func (t *Table) Write(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, b := range t.behaviours {
		fmt.Fprintf(w, "%s\t%s\n", b.ID, b.Text)
		for _, s := range t.scenarios[b.ID] {
			fmt.Fprintf(w, "\t  %s  %s\n", s.ID, s.Name)
		}
		if t.negative != nil {
			fmt.Fprintf(w, "\t  negative tests: %s\n", places(t.negative[b.ID]))
		}
	}
	return w.Flush()
}

func places(scenarios []*plan.Scenario) string {
	var all []string
	for _, s := range scenarios {
		all = append(all, fmt.Sprintf("%s:%d", filepath.Base(s.File), s.Line))
	}
	if all == nil {
		return "none"
	}
	return strings.Join(all, ", ")
}
