package steps

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/cucumber/godog"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

var valueSteps = []Step{
	{
		Topic:   "names",
		Kinds:   anAction,
		Pattern: `^the output is called "([A-Za-z][\w-]*)"$`,
		Meaning: "Give a name to the output of the last command. Later steps, doc strings and tables can use it as ${name}. ${namespace} is the scenario's namespace.",
		Example: `the output is called "address"`,
		Korean: Sentence{
			Pattern: `^출력을 "([A-Za-z][\w-]*)"{이라고/라고} 부{른다/르고/르면}$`,
			Example: `출력을 "address"라고 부른다`,
		},
		Looks: true,
		Func:  callOutput,
		gives: aValue,
		check: func(in Line, _ []string) error { return in.given.needCommand() },
	},
}

// theNamespace is the name of the value that every scenario has.
const theNamespace = "namespace"

func callOutput(ctx context.Context, name string) error {
	s, err := scenarioFrom(ctx)
	if err != nil {
		return err
	}
	switch {
	case name == theNamespace:
		return fmt.Errorf("${%s} is the scenario's namespace: give the output another name", name)
	case s.last == nil:
		return errNoCommand
	case s.last.code != 0 || strings.TrimSpace(s.last.output) == "":
		return fmt.Errorf("there is no output to be called %q\n%s", name, s.last)
	}
	s.values[name] = strings.TrimSpace(s.last.output)
	s.remember(name, s.values[name])
	return nil
}

// placeholder is how sentences write a value. What a shell writes otherwise
// ($HOME, $(date), ${x:-1}) is none.
var placeholder = regexp.MustCompile(`\$\{([A-Za-z][\w-]*)\}`)

// fill puts values in the place of their names.
func fill(text string, values map[string]string) (string, error) {
	unknown := ""
	filled := placeholder.ReplaceAllStringFunc(text, func(found string) string {
		value, known := values[found[2:len(found)-1]]
		if !known {
			unknown = found
		}
		return value
	})
	if unknown != "" {
		return "", verdict.Defectf("nothing is called %s: there are ${%s} (a shell's own variable is written $NAME)",
			unknown, strings.Join(slices.Sorted(maps.Keys(values)), "}, ${"))
	}
	return filled, nil
}

// filled makes of a step's function one that is called with values in the
// place of their names, in all that the sentence gives it.
func filled(function any) any {
	f := reflect.ValueOf(function)
	return reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
		s, err := scenarioFrom(args[0].Interface().(context.Context))
		for i := 1; i < len(args) && err == nil; i++ {
			args[i], err = fillArgument(args[i], s.values)
		}
		if err != nil {
			return []reflect.Value{reflect.ValueOf(&err).Elem()}
		}
		return f.Call(args)
	}).Interface()
}

// fillArgument fills what a sentence gives: words, a doc string or a table. The
// sentence itself stays as it is: rows of an outline share it.
func fillArgument(arg reflect.Value, values map[string]string) (reflect.Value, error) {
	switch given := arg.Interface().(type) {
	case string:
		text, err := fill(given, values)
		return reflect.ValueOf(text), err
	case *godog.DocString:
		text, err := fill(given.Content, values)
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
			text, err := fill(cell.Value, values)
			if err != nil {
				return nil, err
			}
			filled.Cells = append(filled.Cells, &messages.PickleTableCell{Value: text})
		}
		table.Rows = append(table.Rows, filled)
	}
	return table, nil
}
