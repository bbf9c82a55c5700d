package steps

import (
	"errors"
	"fmt"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// output is what a sentence leaves for those after it. What has a name has it
// from the sentence's last word.
type output int

const (
	nothing  output = iota
	aValue          // the value of a ${name}
	thePods         // pods that are called something
	anOutput        // what a command printed
	aMemory         // an object as it was
)

// outputs are the last words of sentences that give something.
type outputs map[output][]string

// needCommand refuses to speak of a command where none was run.
func (g outputs) needCommand() error {
	if len(g[anOutput]) == 0 {
		return errNoCommand
	}
	return nil
}

// needPods refuses to speak of pods that nobody called so.
func (g outputs) needPods(name string) error {
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
