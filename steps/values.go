package steps

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/grammar"
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

// filled makes of a step's function one that is called with values in the
// place of their names, in all that the sentence gives it.
func filled(function any) any {
	f := reflect.ValueOf(function)
	return reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
		s, err := scenarioFrom(args[0].Interface().(context.Context))
		for i := 1; i < len(args) && err == nil; i++ {
			args[i], err = grammar.FillArgument(args[i], s.values)
		}
		if err != nil {
			return []reflect.Value{reflect.ValueOf(&err).Elem()}
		}
		return f.Call(args)
	}).Interface()
}
