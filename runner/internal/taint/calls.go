package taint

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// argument is a word of a command, with what is known about it.
type argument = word

// call analyses a simple command and returns the origin of its output.
func (f *flow) call(c *syntax.CallExpr, stdin origin) origin {
	for _, a := range c.Assigns {
		if value := f.assign(a); len(c.Args) > 0 && (value.path >= node || value.text == answer) {
			f.refuse("runs a program with %s set from %s", a.Name.Value, value.most())
		}
	}
	var args []argument
	for _, w := range c.Args {
		args = append(args, f.word(w))
	}
	return f.run(args, stdin)
}

// run analyses a program with its arguments.
func (f *flow) run(args []argument, stdin origin) origin {
	if len(args) == 0 {
		return author
	}
	program, rest := name(args[0]), args[1:]
	if from := args[0].most(); from > author {
		f.refuse("runs %s: %s", from, from.instead())
		return from
	}
	if inner, ok := unwrapped(program, rest); ok {
		for _, a := range rest[:len(rest)-len(inner)] {
			if a.most() > author {
				f.refuse("gives %s something from %s", program, a.most())
			}
		}
		return f.run(inner, stdin)
	}
	if printed, local := f.functions[program]; local {
		for _, a := range rest {
			f.positional = max(f.positional, a.most().content())
		}
		f.piped = max(f.piped, stdin)
		return max(printed, stdin, worst(rest).content())
	}
	switch program {
	case "xargs":
		return f.xargs(rest, stdin)
	case "find":
		return f.find(rest, stdin)
	case "set":
		f.parameters(rest)
		return author
	case "read", "mapfile", "readarray", "getopts", "unset", "printf", "wait":
		f.variables(program, rest, stdin)
	}
	f.judge(program, rest, stdin)
	return f.printed(program, rest, stdin)
}

// worst returns the least trusted origin in the arguments.
func worst(args []argument) (from origin) {
	for _, a := range args {
		from = max(from, a.most())
	}
	return from
}

// parameters records the positional parameters that "set -- words" sets.
func (f *flow) parameters(args []argument) {
	literal := false
	for _, a := range args {
		literal = literal || a.known && a.lead == "--"
		if a.text > author && a.lead == "" && !literal {
			f.refuse("lets %s be options of bash: write set -- before it", a.text)
		}
		f.positional = max(f.positional, a.most().content())
	}
}

// variables analyses builtins that take names of variables, and records the values
// that they set.
func (f *flow) variables(program string, args []argument, stdin origin) {
	last := ""
	for i, a := range args {
		naming := program != "printf" && program != "wait" || last == "-v" || last == "-p" && program == "wait"
		value := slices.Contains(valuesOf[program], last)
		switch {
		case program == "printf" && i == 0 && a.text > author && a.lead == "":
			f.refuse("lets %s be an option of printf: write printf '%%s' \"$x\"", a.text)
		case naming && !value && a.text > author:
			f.refuse("has %s say which variable %s sets: write its name", a.text, program)
		case last == "-C" && stdin == answer:
			f.refuse("runs a command for each line of an answer")
		case naming && !value && a.known && syntax.ValidName(a.lead) && program == "printf":
			f.set(a.lead, word{text: worst(args).content()})
		case naming && !value && a.known && syntax.ValidName(a.lead) && program != "unset":
			f.set(a.lead, word{text: stdin})
		}
		if last = ""; a.known && strings.HasPrefix(a.lead, "-") {
			last = a.lead
		}
	}
	if program == "read" || program == "mapfile" || program == "readarray" {
		f.texts["REPLY"], f.texts["MAPFILE"] = max(f.texts["REPLY"], stdin), max(f.texts["MAPFILE"], stdin)
	}
}

// valuesOf lists the flags of builtins whose values are not names.
var valuesOf = map[string][]string{
	"read": {"-t", "-n", "-N", "-d", "-p", "-i", "-u"}, "mapfile": {"-d", "-n", "-O", "-s", "-u", "-C", "-c"}, "readarray": {"-d", "-n", "-O", "-s", "-u", "-C", "-c"},
}

// wrappers are programs that run the command in their arguments. They list how many
// words precede the command, and which flags take a value.
var wrappers = map[string]struct {
	own    int
	valued []string
}{
	"timeout": {1, []string{"-k", "-s", "--kill-after", "--signal"}},
	"env":     {0, []string{"-u", "-C"}},
	"nice":    {0, []string{"-n"}}, "nohup": {}, "setsid": {}, "command": {}, "time": {}, "builtin": {},
	"stdbuf": {0, []string{"-i", "-o", "-e"}},
}

// unwrapped returns the command that a wrapper runs.
func unwrapped(program string, args []argument) ([]argument, bool) {
	w, known := wrappers[program]
	if !known {
		return nil, false
	}
	for own := w.own; len(args) > 0; args = args[1:] {
		lead := args[0].lead
		switch {
		case strings.HasPrefix(lead, "-"):
			if program == "command" && (lead == "-v" || lead == "-V") {
				return nil, true
			}
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

// xargs analyses the command of xargs, whose further words come from standard
// input.
func (f *flow) xargs(args []argument, stdin origin) origin {
	place := ""
	for len(args) > 0 && strings.HasPrefix(args[0].lead, "-") {
		flag := args[0].lead
		args = args[1:]
		switch {
		case strings.HasPrefix(flag, "-I") && len(flag) > 2:
			place = flag[2:]
		case slices.Contains([]string{"-I", "-n", "-P", "-d", "-L", "-s", "-a", "-E", "--max-args", "--max-procs", "--delimiter", "--max-lines", "--arg-file", "--replace"}, flag) && len(args) > 0:
			if flag == "-I" {
				place = args[0].lead
			}
			args = args[1:]
		}
	}
	if stdin == answer {
		f.refuse("has an answer say what a command does: read it with cat, grep or diff")
	}
	if len(args) == 0 {
		return max(stdin, worst(args))
	}
	read := word{text: stdin, shape: "?"}
	if place == "" {
		return f.run(append(slices.Clone(args), read), stdin)
	}
	for i, a := range args {
		if before, _, found := strings.Cut(a.lead, place); found && stdin > author {
			args[i] = word{path: a.path, text: max(a.text, stdin), lead: before, shape: a.shape}
		}
	}
	return f.run(args, author)
}

// find analyses the commands of -exec, whose arguments are file names.
func (f *flow) find(args []argument, stdin origin) origin {
	var start word
	for i, a := range args {
		switch {
		case a.bare > author || a.text > author && a.lead == "" && (i == 0 || !strings.HasPrefix(args[i-1].lead, "-")):
			f.refuse("lets %s be words of find, -exec among them: quote it, and put it behind a word such as -name", a.text)
		case a.path > start.path:
			start = a
		case slices.Contains([]string{"-exec", "-execdir", "-ok", "-okdir"}, a.lead):
			f.run(found(args[i+1:], start), stdin)
		}
	}
	return max(cluster, worst(args).content())
}

// found returns a command of find with {} replaced by a file.
func found(args []argument, file word) (inner []argument) {
	for _, a := range args {
		if a.lead == ";" || a.lead == "+" {
			break
		}
		if before, _, in := strings.Cut(a.lead, "{}"); in {
			a = word{path: max(a.path, file.path), text: cluster, lead: before + "/", shape: "?"}
		}
		inner = append(inner, a)
	}
	return inner
}

// shells run scripts. The literal script of "bash -c" is analysed.
var shells = []string{"bash", "sh", "dash", "ash", "zsh", "ksh", "rbash", "busybox"}

// shell analyses what a shell runs.
func (f *flow) shell(program string, args []argument, stdin origin) {
	if f.inline(args, stdin) {
		return
	}
	from := worst(args)
	script := slices.ContainsFunc(args, func(a argument) bool { return !strings.HasPrefix(a.lead, "-") })
	switch {
	case from > author:
		f.refuse("runs %s: %s", from, from.instead())
	case stdin == answer:
		f.refuse("runs an answer: %s", useScript)
	case stdin > author && !script && program != "busybox":
		f.refuse("has %s run what it reads, with the grader's rights: %s", program, cluster.instead())
	}
}

// inline analyses the literal script of bash -c, and reports whether there is one.
func (f *flow) inline(args []argument, stdin origin) bool {
	for i, a := range args {
		if !a.known || !strings.HasPrefix(a.lead, "-") || strings.HasPrefix(a.lead, "--") || !strings.Contains(a.lead, "c") {
			continue
		}
		if i+1 == len(args) || !args[i+1].known {
			return false
		}
		f.positional = max(f.positional, worst(args[i+2:]).content())
		file, err := parse(args[i+1].lead)
		if err == nil {
			f.stmts(file.Stmts, stdin)
		}
		return err == nil
	}
	return false
}
