package grammar

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cucumber/godog"
)

// Columns are the possible columns of a table.
type Columns []Column

// Column is one column, and whether it is required.
type Column struct {
	Name   string
	Needed bool
}

// Needed returns a column that needs content in every row.
func Needed(name string) Column { return Column{name, true} }

// Optional returns a column that may be missing or empty.
func Optional(name string) Column { return Column{Name: name} }

// Rows reads a table whose first row names its columns. Each result maps column names
// to cells.
func (all Columns) Rows(table [][]string) ([]map[string]string, error) {
	if len(table) < 2 {
		return nil, fmt.Errorf("the table has no rows below its heading, which can have the columns %s", all)
	}
	heading := table[0]
	if err := all.complaint(heading); err != nil {
		return nil, err
	}
	var rows []map[string]string
	for _, cells := range table[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[heading[i]] = cell
		}
		for _, c := range all {
			if c.Needed && row[c.Name] == "" {
				return nil, fmt.Errorf("the row %s has no %s", strings.Join(cells, " | "), c.Name)
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (all Columns) complaint(heading []string) error {
	for i, name := range heading {
		if !slices.ContainsFunc(all, func(c Column) bool { return c.Name == name }) {
			return fmt.Errorf("the table has a column %q: it can have %s", name, all)
		}
		if slices.Contains(heading[:i], name) {
			return fmt.Errorf("the table has the column %q twice", name)
		}
	}
	for _, c := range all {
		if c.Needed && !slices.Contains(heading, c.Name) {
			return fmt.Errorf("the table has no column %q: it can have %s", c.Name, all)
		}
	}
	return nil
}

func (all Columns) String() string {
	var names []string
	for _, c := range all {
		names = append(names, c.Name)
	}
	return strings.Join(names, ", ")
}

// Cells returns the cells of a table as strings.
func Cells(table *godog.Table) [][]string {
	var all [][]string
	for _, row := range table.Rows {
		var words []string
		for _, cell := range row.Cells {
			words = append(words, cell.Value)
		}
		all = append(all, words)
	}
	return all
}
