package grammar

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/cucumber/godog"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/placeholder"
)

// Placeholder matches a reference to a value in a sentence.
var Placeholder = placeholder.Pattern

// Fill replaces placeholders with their values.
func Fill(text string, values map[string]string) (string, error) {
	filled, undefined := placeholder.Replace(text, values)
	if len(undefined) > 0 {
		return "", verdict.Defectf("undefined variable ${%s}; defined: ${%s} (a shell variable is written $NAME)",
			undefined[0], strings.Join(slices.Sorted(maps.Keys(values)), "}, ${"))
	}
	return filled, nil
}

// FillArgument replaces placeholders in an argument: words, a doc string or a table.
// The argument itself is not changed, because the rows of an outline share it.
func FillArgument(arg reflect.Value, values map[string]string) (reflect.Value, error) {
	switch given := arg.Interface().(type) {
	case string:
		text, err := Fill(given, values)
		return reflect.ValueOf(text), err
	case *godog.DocString:
		text, err := Fill(given.Content, values)
		return reflect.ValueOf(&godog.DocString{MediaType: given.MediaType, Content: text}), err
	case *godog.Table:
		table, err := fillTable(given, values)
		return reflect.ValueOf(table), err
	}
	return arg, nil
}

func fillTable(given *godog.Table, values map[string]string) (*godog.Table, error) {
	table := &godog.Table{}
	for _, row := range given.Rows {
		filled := &messages.PickleTableRow{}
		for _, cell := range row.Cells {
			text, err := Fill(cell.Value, values)
			if err != nil {
				return nil, err
			}
			filled.Cells = append(filled.Cells, &messages.PickleTableCell{Value: text})
		}
		table.Rows = append(table.Rows, filled)
	}
	return table, nil
}
