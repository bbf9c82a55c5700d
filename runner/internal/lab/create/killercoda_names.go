package create

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// adapted is a text with our names for nodes, and without ${name}: in a lab that
// stands for a variable of lab.yaml. ${name:-} is the same to a shell.
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
	// theirNodes are the names of nodes on Killercoda's machines.
	theirNodes = regexp.MustCompile(`\b(?:controlplane|node0[1-9])\b`)
	// shellVariable is a shell's variable in braces, with what follows if it would
	// be read as part of the name.
	shellVariable = regexp.MustCompile(`\$\{([A-Za-z][\w-]*)\}(\w?)`)
)

func ourNode(name string) string {
	if number, found := strings.CutPrefix(name, "node0"); found {
		return "worker-" + number
	}
	return "control-plane-1"
}

// workers are as many as the scenario's texts speak of, one at least.
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

// maxImported is how many workers an imported lab has at most.
const maxImported = 4

// note keeps what the author has to know, once.
func (c *coda) note(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(c.notes, text) {
		c.notes = append(c.notes, text)
	}
}
