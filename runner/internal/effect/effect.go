// Package effect determines from the words of shell commands what they do to the
// machine and the cluster.
package effect

import (
	"path"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/shell"
)

// Acts returns the words by which a program changes something, or "". Writing to
// files for which passes returns true does not count. Acts also returns "" for
// unknown programs; see Looks.
func Acts(program string, args []shell.Word, passes func(file string) bool) string {
	if slices.Contains(writers, program) {
		return writing(program, args, passes)
	}
	if judge, found := judged[program]; found {
		return judge(Texts(args))
	}
	return ""
}

// Writes reports whether a program changes the files that it is given.
func Writes(program string) bool { return slices.Contains(writers, program) }

// Looks reports whether all commands of a script are known and none changes
// anything. It returns false for what it cannot analyse, such as a script that bash
// cannot parse.
func Looks(script string) bool {
	commands, err := shell.Parse(script)
	return err == nil && !slices.ContainsFunc(commands, func(c shell.Command) bool { return !looks(c) })
}

func looks(c shell.Command) bool {
	if slices.ContainsFunc(c.Redirects, func(r shell.Redirect) bool { return r.Writes() && !Passes(r.Target.Text) }) {
		return false
	}
	if len(c.Words) == 0 || c.Local {
		return true
	}
	name, args := path.Base(c.Words[0].Text), c.Words[1:]
	_, known := judged[name]
	switch {
	case !c.Words[0].Known:
		return false
	case name == "kubectl":
		call, err := ReadKubectl(args)
		return err == nil && call.Complaint() == "" && (call.Verb != "exec" || looksInside(call))
	case known, slices.Contains(writers, name):
		return Acts(name, args, Passes) == ""
	}
	return slices.Contains(readers, name) || slices.Contains(runners, name) && inside(c)
}

// looksInside reports whether the command of a kubectl exec changes nothing.
func looksInside(call Kubectl) bool {
	if len(call.After) == 0 {
		return false
	}
	commands, err := shell.Run(call.After, "kubectl exec")
	return err == nil && !slices.ContainsFunc(commands, func(c shell.Command) bool { return !looks(c) })
}

// inside reports whether the nested commands of a program are known: the shell
// package lists them separately.
func inside(c shell.Command) bool {
	inner, err := shell.Run(c.Words, "")
	return err == nil && len(inner) > 1
}

// Passes reports whether writing to a file has no lasting effect.
func Passes(file string) bool {
	return slices.Contains([]string{"/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "-"}, file) || strings.HasPrefix(file, "/dev/fd/")
}

// readers lists programs that change nothing, whatever their arguments are.
var readers = strings.Fields(`cat tac head tail grep egrep fgrep zgrep cut tr uniq comm join paste column fold fmt nl rev wc cmp diff
	ls stat file du df basename dirname realpath readlink pwd cd which type md5sum sha1sum sha256sum sha512sum cksum
	base64 base32 od xxd hexdump strings jq echo printf test [ [[ true false : exit sleep wait seq date cal
	hostname uname id whoami groups who w uptime free nproc lscpu lsblk lsmod lsof arch env printenv locale
	ps pgrep pidof pstree top vmstat iostat ss netstat arp ping dig nslookup host getent nc traceroute
	journalctl dmesg findmnt local export set shift return declare readonly read mapfile`)

// runners lists programs that run the command in their arguments, and change
// nothing themselves.
var runners = strings.Fields(`timeout env nice ionice nohup setsid stdbuf command exec builtin time sudo xargs watch bash sh eval`)

// writers lists programs that change the files in their arguments.
var writers = strings.Fields(`rm mv cp tee touch mkdir rmdir ln chmod chown chgrp truncate dd install shred mknod mkfifo
	unlink rsync setfacl chattr split`)

// writing describes a writer's change to a file for which passes returns false.
func writing(name string, args []shell.Word, passes func(file string) bool) string {
	for i, w := range args {
		text := w.Text
		switch {
		case name == "dd":
			to, writes := strings.CutPrefix(text, "of=")
			if !writes {
				continue
			}
			text = to
		case strings.HasPrefix(text, "-"), name == "cp" && i < len(args)-1:
			continue
		}
		if !passes(text) {
			return text
		}
	}
	return ""
}

// Texts returns the texts of words.
func Texts(words []shell.Word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	return all
}
