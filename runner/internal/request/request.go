// Package request reads what the commands of a lab's shell ask. A student can write
// anything there, so all of it is data, and bounded.
package request

import (
	"fmt"
	"regexp"
	"strconv"
)

// Command is a command of a lab's shell.
type Command string

// The commands, by the names that students type.
const (
	Task  Command = "task"
	Check Command = "check"
	Hint  Command = "hint"
	Time  Command = "time"
)

// Request is one request.
type Request struct {
	ID      string // of the answer
	Width   int    // columns of the terminal that shows the answer; 0 if it is none
	Color   bool
	Command Command
	Task    int  // of task and hint; 0 for all tasks
	Yes     bool // take the hint at any price
	Agreed  int  // the number of the hint that the student agreed to take; 0 for none
}

// form is a line: ID, columns, color, command, and the command's arguments.
var form = regexp.MustCompile(`^([0-9]{1,12}) ([0-9]{1,4}) ([01]) (?:(task)(?: ([1-9][0-9]{0,2}))?|(check|time)|(hint) ([1-9][0-9]{0,2})(?: (?:(yes)|([1-9][0-9]{0,2})))?)$`)

// Parse reads a line, without its end.
func Parse(line string) (Request, error) {
	found := form.FindStringSubmatch(line)
	if found == nil {
		return Request{}, fmt.Errorf("%.40q is no request", line)
	}
	number := func(of ...int) (n int) {
		for _, i := range of {
			if found[i] != "" {
				n, _ = strconv.Atoi(found[i]) // digits, not too many of them
			}
		}
		return n
	}
	return Request{
		ID: found[1], Width: number(2), Color: found[3] == "1",
		Command: Command(found[4] + found[6] + found[7]),
		Task:    number(5, 8), Yes: found[9] != "", Agreed: number(10),
	}, nil
}
