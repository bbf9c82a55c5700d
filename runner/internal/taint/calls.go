package taint

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// argument is a word of a command, as it is known.
type argument struct {
	word
	node *syntax.Word
}

// call follows a simple command, and tells whether what it writes is tainted.
func (f *flow) call(c *syntax.CallExpr, stdin bool) bool {
	for _, a := range c.Assigns {
		if value := f.assign(a); value.tainted() && len(c.Args) > 0 {
			f.refuse("runs a program with %s set from an answer", a.Name.Value)
		}
	}
	var args []argument
	for _, w := range c.Args {
		args = append(args, argument{f.word(w), w})
	}
	return f.run(args, stdin)
}

// run follows a program with its arguments.
func (f *flow) run(args []argument, stdin bool) bool {
	if len(args) == 0 {
		return false
	}
	if args[0].tainted() {
		f.refuse("runs an answer: " + useScript)
		return true
	}
	program, rest := name(args[0].node), args[1:]
	if inner, ok := unwrapped(program, rest); ok {
		for _, a := range rest[:len(rest)-len(inner)] {
			if a.tainted() {
				f.refuse("gives %s something from an answer", program)
			}
		}
		return f.run(inner, stdin)
	}
	tainted := slices.ContainsFunc(rest, func(a argument) bool { return a.tainted() })
	switch {
	case f.functions[program]:
		f.positional = f.positional || tainted
		return tainted || stdin
	case program == "read" || program == "mapfile" || program == "readarray":
		f.reads(rest, stdin)
		return false
	case !tainted && !stdin:
		f.inline(program, rest, stdin)
		return false
	}
	f.judge(program, rest, stdin)
	return true
}

// reads notes the variables that a line of an answer is read into.
func (f *flow) reads(args []argument, stdin bool) {
	for _, a := range args {
		if a.lead == "-C" && stdin {
			f.refuse("runs a command for each line of an answer")
		}
		if stdin && a.known {
			f.texts[strings.TrimSpace(a.lead)] = true
		}
	}
	if stdin {
		f.texts["REPLY"], f.texts["MAPFILE"] = true, true
	}
}

// wrappers run the command in their arguments, with so many words of their own
// before it and these flags that take a value.
var wrappers = map[string]struct {
	own    int
	valued []string
}{
	"timeout": {1, []string{"-k", "-s", "--kill-after", "--signal"}},
	"env":     {0, []string{"-u", "-C"}},
	"nice":    {0, []string{"-n"}}, "nohup": {}, "setsid": {}, "command": {}, "time": {}, "builtin": {},
	"stdbuf": {0, []string{"-i", "-o", "-e"}},
}

// unwrapped is the command that a wrapper runs.
func unwrapped(program string, args []argument) ([]argument, bool) {
	w, known := wrappers[program]
	if !known {
		return nil, false
	}
	for own := w.own; len(args) > 0; args = args[1:] {
		lead := args[0].lead
		switch {
		case strings.HasPrefix(lead, "-"):
			if slices.Contains(w.valued, lead) && len(args) > 1 {
				args = args[1:]
			}
		case program == "env" && strings.Contains(lead, "="):
		case own > 0:
			own--
		default:
			return args, true
		}
	}
	return nil, true
}

// shells run a script; "bash -c" with a literal one is followed into it.
var shells = []string{"bash", "sh", "dash", "ash", "zsh", "ksh", "busybox"}

// inline follows the literal script of bash -c, and tells whether there is one.
func (f *flow) inline(program string, args []argument, stdin bool) bool {
	if !slices.Contains(shells, program) {
		return false
	}
	for i, a := range args {
		if !a.known || !strings.HasPrefix(a.lead, "-") || strings.HasPrefix(a.lead, "--") || !strings.Contains(a.lead, "c") {
			continue
		}
		if i+1 == len(args) || !args[i+1].known {
			return false
		}
		for _, parameter := range args[i+2:] {
			f.positional = f.positional || parameter.text
		}
		file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(args[i+1].lead), "")
		if err == nil {
			f.stmts(file.Stmts, stdin)
		}
		return err == nil
	}
	return false
}
