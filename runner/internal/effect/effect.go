// Package effect tells what commands of a shell script do to the machine and
// the cluster that they run on, as far as their words show.
package effect

import (
	"path"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/shell"
)

// Acts returns the words by which a program changes something, or "". Files for
// which passes is true do not count: what is written to them is of no effect.
// Of a program that it does not know it returns "" too; see Looks.
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

// Looks reports whether all commands of a script are known, and none changes
// anything. What it cannot tell, as of a script that bash cannot read, does not
// only look.
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

// looksInside reports whether a kubectl exec runs what only looks.
func looksInside(call Kubectl) bool {
	if len(call.After) == 0 {
		return false
	}
	commands, err := shell.Run(call.After, "kubectl exec")
	return err == nil && !slices.ContainsFunc(commands, func(c shell.Command) bool { return !looks(c) })
}

// inside reports whether the commands that a program runs can be seen: they are
// listed on their own.
func inside(c shell.Command) bool {
	inner, err := shell.Run(c.Words, "")
	return err == nil && len(inner) > 1
}

// Passes reports whether what is written to a file stays nowhere.
func Passes(file string) bool {
	return slices.Contains([]string{"/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "-"}, file) || strings.HasPrefix(file, "/dev/fd/")
}

// readers are programs that change nothing, whatever they are told.
var readers = strings.Fields(`cat tac head tail grep egrep fgrep zgrep cut tr uniq comm join paste column fold fmt nl rev wc cmp diff
	ls stat file du df basename dirname realpath readlink pwd cd which type md5sum sha1sum sha256sum sha512sum cksum
	base64 base32 od xxd hexdump strings jq yq echo printf test [ [[ true false : exit sleep wait seq date cal
	hostname uname id whoami groups who w uptime free nproc lscpu lsblk lsmod lsof arch env printenv locale
	ps pgrep pidof pstree top vmstat iostat ss netstat arp ping dig nslookup host getent nc traceroute
	journalctl dmesg findmnt local export set shift return declare readonly read mapfile`)

// runners are programs that run the command in their arguments, and change
// nothing of their own.
var runners = strings.Fields(`timeout env nice ionice nohup setsid stdbuf command exec builtin time sudo xargs watch bash sh eval`)

// writers are programs that change the files that they are given.
var writers = strings.Fields(`rm mv cp tee touch mkdir rmdir ln chmod chown chgrp truncate dd install shred mknod mkfifo
	unlink rsync setfacl chattr split`)

// writing tells of a writer whose files do not all pass.
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

// Texts are the texts of words.
func Texts(words []shell.Word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	return all
}
