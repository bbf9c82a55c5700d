package steps

import (
	"errors"
	"fmt"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// output is what a sentence provides to later ones. If the output has a name, the name
// is the last word of the sentence.
type output int

const (
	nothing  output = iota
	aValue          // the value of a ${name}
	thePods         // pods that have an alias
	anOutput        // the output of a command
	aMemory         // a remembered state of an object
)

// outputs maps each output to the last words of the sentences that provide it.
type outputs map[output][]string

// needCommand rejects a sentence about a command if no command was run before.
func (g outputs) needCommand() error {
	if g != nil && len(g[anOutput]) == 0 {
		return errNoCommand
	}
	return nil
}

// needPods rejects an alias that no earlier sentence gave to pods.
func (g outputs) needPods(name string) error {
	if g == nil {
		return nil
	}
	for _, called := range g[thePods] {
		if called == name || grammar.Placeholder.MatchString(called+name) {
			return nil
		}
	}
	return noneCalled(name, g[thePods])
}

func noneCalled(name string, called []string) error {
	return fmt.Errorf("no pods are called %q: this scenario has called pods %s", name, quoted(called))
}

var errNoCommand = errors.New("no command was run in this scenario before this sentence")
