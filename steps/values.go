package steps

import (
	"context"
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/scenario"
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

func callOutput(ctx context.Context, name string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	switch {
	case name == scenario.NamespaceValue:
		return fmt.Errorf("${%s} is the scenario's namespace: give the output another name", name)
	case s.Last() == nil:
		return errNoCommand
	case s.Last().Code != 0 || strings.TrimSpace(s.Last().Output) == "":
		return fmt.Errorf("there is no output to be called %q\n%s", name, s.Last())
	}
	value := strings.TrimSpace(s.Last().Output)
	s.Remember(name, value)
	return s.SetValue(name, value)
}
