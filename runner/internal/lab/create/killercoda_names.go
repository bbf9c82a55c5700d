package create

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// adapted returns a text with our names for nodes, and with ${name} rewritten as
// $name or ${name:-}: in a lab, ${name} is a variable of lab.yaml.
func (c *coda) adapted(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = theirNodes.ReplaceAllStringFunc(text, func(name string) string {
		ours := ourNode(name)
		c.note("%s is called %s here", name, ours)
		return ours
	})
	return shellVariable.ReplaceAllStringFunc(text, func(found string) string {
		parts := shellVariable.FindStringSubmatch(found)
		if parts[2] == "" {
			return "$" + parts[1]
		}
		return "${" + parts[1] + ":-}" + parts[2]
	})
}

var (
	// theirNodes matches the names of nodes on Killercoda's machines.
	theirNodes = regexp.MustCompile(`\b(?:controlplane|node0[1-9])\b`)
	// shellVariable matches a shell variable in braces, and a following character
	// that would become part of the name without them.
	shellVariable = regexp.MustCompile(`\$\{([A-Za-z][\w-]*)\}(\w?)`)
)

func ourNode(name string) string {
	if number, found := strings.CutPrefix(name, "node0"); found {
		return "worker-" + number
	}
	return "control-plane-1"
}

// workers returns the number of workers that the scenario's texts mention, but at
// least one.
func (c *coda) workers() int {
	most := 1
	for _, note := range c.notes {
		for n := 2; n <= 9; n++ {
			if strings.HasPrefix(note, "node0"+strconv.Itoa(n)+" ") {
				most = max(most, n)
			}
		}
	}
	return min(most, maxImported)
}

// maxImported is the maximum number of workers of an imported lab.
const maxImported = 4

// note adds a note for the author, once.
func (c *coda) note(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(c.notes, text) {
		c.notes = append(c.notes, text)
	}
}
