package shell

import (
	"errors"
	"path"
	"slices"
	"strings"
)

// inner is what a command runs: a script, or the words of another command.
type inner struct {
	script string
	line   int // of the script's first line
	words  []Word
	via    string
}

// wrapper is a program that runs the command in its arguments.
type wrapper struct {
	valued  []string // flags that take the next word as their value
	skip    int      // number of its own words before the command
	assigns bool     // allows NAME=VALUE words before the command
	not     []string // flags with which it runs nothing
}

var wrappers = map[string]wrapper{
	"timeout":     {valued: []string{"-k", "--kill-after", "-s", "--signal"}, skip: 1},
	"env":         {valued: []string{"-u", "--unset", "-C", "--chdir"}, assigns: true},
	"nice":        {valued: []string{"-n", "--adjustment"}},
	"ionice":      {valued: []string{"-c", "-n"}},
	"nohup":       {},
	"setsid":      {},
	"stdbuf":      {valued: []string{"-i", "-o", "-e"}},
	"command":     {not: []string{"-v", "-V"}},
	"exec":        {valued: []string{"-a"}},
	"builtin":     {},
	"time":        {valued: []string{"-f", "-o"}},
	"sudo":        {valued: []string{"-u", "-g", "-C", "-h"}, assigns: true, not: []string{"-l", "-v"}},
	"xargs":       {valued: []string{"-I", "-n", "-P", "-d", "-L", "-s", "-a", "-E", "--max-args", "--max-procs", "--delimiter", "--replace", "--max-lines", "--arg-file"}},
	"watch":       {valued: []string{"-n", "--interval"}},
	"nsenter":     {valued: []string{"-t", "--target", "-S", "-G"}},
	"unshare":     {valued: []string{"-S", "-G"}},
	"chroot":      {skip: 1},
	"flock":       {valued: []string{"-w", "--timeout"}, skip: 1},
	"busybox":     {not: []string{"--list", "--help"}},
	"strace":      {valued: []string{"-o", "-e", "-p"}},
	"runuser":     {valued: []string{"-u"}},
	"setpriv":     {valued: []string{"--reuid", "--regid", "--groups"}},
	"systemd-run": {valued: []string{"-p", "--property", "-u", "--unit"}},
}

// shells run scripts.
var shells = []string{"bash", "sh", "dash", "ash", "zsh"}

// sshValued lists the flags of ssh that take the next word as their value.
var sshValued = strings.Split("-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w", " ")

// runs returns the commands in a command's arguments and here-documents.
func (c Command) runs() []inner {
	if len(c.Words) == 0 || c.Local {
		return nil
	}
	name := path.Base(c.Words[0].Text)
	args := c.Words[1:]
	if w, ok := wrappers[name]; ok {
		return w.runs(name, args)
	}
	switch {
	case slices.Contains(shells, name):
		return c.shell(name, args)
	case name == "eval":
		return []inner{{script: joined(args), line: c.Line, via: name}}
	case name == "trap" && len(args) > 1:
		return []inner{{script: args[0].Text, line: c.Line, via: name}}
	case name == "ssh":
		return c.ssh(args)
	case name == "find":
		return found(args)
	case name == "ip" && len(args) > 3 && args[0].Text == "netns" && args[1].Text == "exec":
		return []inner{{words: args[3:], via: name}}
	}
	return nil
}

// runs returns the command after a wrapper's own flags and words.
func (w wrapper) runs(name string, args []Word) []inner {
	skip := w.skip
	for len(args) > 0 {
		text := args[0].Text
		switch {
		case slices.Contains(w.not, text):
			return nil
		case text == "--":
		case strings.HasPrefix(text, "-") && len(text) > 1:
			if slices.Contains(w.valued, text) && len(args) > 1 {
				args = args[1:]
			}
		case w.assigns && strings.Contains(text, "=") && args[0].Text[0] != '=':
		case skip > 0:
			skip--
		default:
			return []inner{{words: args, via: name}}
		}
		args = args[1:]
	}
	return nil
}

// shell returns the script of bash -c, or of a here-document for bash.
func (c Command) shell(name string, args []Word) []inner {
	for len(args) > 0 && strings.HasPrefix(args[0].Text, "-") {
		flag := args[0].Text
		args = args[1:]
		switch {
		case flag == "-o" && len(args) > 0:
			args = args[1:]
		case flag == "-s":
			return c.documents(name)
		case !strings.HasPrefix(flag, "--") && strings.Contains(flag, "c") && len(args) > 0:
			return []inner{{script: args[0].Text, line: c.Line, via: name}}
		}
	}
	if len(args) == 0 {
		return c.documents(name)
	}
	return nil
}

// ssh returns the command for the remote host: the joined words, or a here-document
// for the remote shell.
func (c Command) ssh(args []Word) []inner {
	for len(args) > 0 && strings.HasPrefix(args[0].Text, "-") {
		if slices.Contains(sshValued, args[0].Text) && len(args) > 1 {
			args = args[1:]
		}
		args = args[1:]
	}
	switch {
	case len(args) == 0:
		return nil
	case len(args) == 1:
		return c.documents("ssh")
	case slices.Contains(shells, args[1].Text):
		words := Command{Words: args[1:], Redirects: c.Redirects, Line: c.Line}
		all := words.runs()
		for i := range all {
			all[i].via = "ssh"
		}
		return all
	}
	return []inner{{script: joined(args[1:]), line: c.Line, via: "ssh"}}
}

// documents returns the here-documents that a command reads as scripts.
func (c Command) documents(via string) []inner {
	var all []inner
	for _, r := range c.Redirects {
		if strings.HasPrefix(r.Operator, "<<") {
			all = append(all, inner{script: r.Text, line: r.Line, via: via})
		}
	}
	return all
}

// found returns the commands of find -exec.
func found(args []Word) []inner {
	var all []inner
	for i, w := range args {
		if !slices.Contains([]string{"-exec", "-execdir", "-ok"}, w.Text) {
			continue
		}
		end := slices.IndexFunc(args[i:], func(w Word) bool { return w.Text == ";" || w.Text == "+" })
		if end > 1 {
			all = append(all, inner{words: args[i+1 : i+end], via: "find"})
		}
	}
	return all
}

func joined(words []Word) string {
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	return strings.Join(all, " ")
}

// inside parses what a command runs.
func (r *reader) inside(outer Command, in inner) ([]Command, error) {
	via := append(slices.Clone(outer.Via), in.via)
	if in.words != nil {
		c := Command{Words: in.words, Line: outer.Line, Column: outer.Column, Via: via, Decides: outer.Decides, Fallback: outer.Fallback, Function: outer.Function}
		c.Local = slices.Contains(r.functions, in.words[0].Text)
		deeper := &reader{source: r.source, via: via, depth: r.depth + 1, functions: r.functions}
		deeper.add(c)
		return deeper.commands, deeper.err
	}
	all, err := parse(in.script, via, r.depth+1)
	shift := max(in.line-1, 0)
	var wrong *Error
	if errors.As(err, &wrong) {
		return nil, &Error{wrong.Line + shift, wrong.Column, in.via + ": " + wrong.Text}
	}
	for i := range all {
		all[i].Line += shift
		all[i].Decides = all[i].Decides && outer.Decides
		all[i].Fallback = all[i].Decides && (all[i].Fallback || outer.Fallback)
	}
	return all, err
}
