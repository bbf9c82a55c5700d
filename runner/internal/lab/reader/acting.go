package reader

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/effect"
	"github.com/gherkube/gherkube/runner/internal/shell"
)

// acting says why a check must not run a command, or returns "". Temporary files
// that the script removes again are allowed; see scratch.
func acting(c shell.Command, own scratch) string {
	for _, r := range c.Redirects {
		if r.Writes() && !own.has(r.Target.Text) {
			return fmt.Sprintf("writes to %s, which outlives the check: checks only look", r.Target.Text)
		}
	}
	if c.Local {
		return ""
	}
	if why := endless(c); why != "" {
		return why
	}
	for _, words := range c.Spellings() {
		if why := actingWords(words, own); why != "" {
			return why
		}
	}
	return ""
}

func actingWords(words []shell.Word, own scratch) string {
	if len(words) == 0 {
		return ""
	}
	name, args := path.Base(words[0].Text), words[1:]
	switch {
	case !words[0].Known:
		return fmt.Sprintf("runs %s, and what that is cannot be told before it runs", words[0].Text)
	case name == "ssh" || name == "scp" || name == "sftp":
		return name + ` has no key here: say on which node the command runs, as in "hostname" on worker-1`
	case name == "kubectl":
		return actingKubectl(args)
	case name == "crictl" && len(execOfCrictl(args)) > 0:
		return actingInside(execOfCrictl(args), "crictl exec", "container")
	}
	if what := effect.Acts(name, args, own.has); what != "" {
		return fmt.Sprintf("acts (%s %s): checks only look", name, what)
	}
	return ""
}

func actingKubectl(args []shell.Word) string {
	call, err := effect.ReadKubectl(args)
	if err != nil {
		return err.Error()
	}
	if why := call.Complaint(); why != "" || call.Verb != "exec" {
		return why
	}
	inner := call.After
	if inner == nil && len(call.Args) > 1 {
		inner = call.Args[1:]
	}
	return actingInside(inner, "kubectl exec", "pod")
}

// execOfCrictl returns the command that crictl runs in a container.
func execOfCrictl(args []shell.Word) []shell.Word {
	at := slices.IndexFunc(args, func(w shell.Word) bool { return w.Text == "exec" })
	if at < 0 {
		return nil
	}
	for args = args[at+1:]; len(args) > 0 && strings.HasPrefix(args[0].Text, "-"); args = args[1:] {
		if slices.Contains([]string{"-e", "--env", "--timeout", "--transport", "-c", "--container"}, args[0].Text) && len(args) > 1 {
			args = args[1:]
		}
	}
	return args[min(1, len(args)):]
}

// actingInside says why a check must not run a command in a container.
func actingInside(inner []shell.Word, via, where string) string {
	if len(inner) == 0 {
		return ""
	}
	commands, err := shell.Run(inner, via)
	if err != nil {
		return err.Error()
	}
	for _, c := range commands {
		if why := acting(c, nil); why != "" && inner[0].Known {
			return "in a " + where + ", " + why
		}
	}
	return ""
}

// scratch holds the names of temporary files that a script creates and removes.
type scratch []string

// scratchOf finds the temporary files of a script: variables with the output of
// mktemp, and files in temporary folders. Only files that an rm names count.
func scratchOf(commands []shell.Command) scratch {
	made := map[string]bool{}
	for _, c := range commands {
		if len(c.Words) == 0 || path.Base(c.Words[0].Text) != "mktemp" {
			continue
		}
		for _, other := range commands {
			for _, name := range other.Sets {
				if other.Line == c.Line {
					made["$"+name], made["${"+name+"}"] = true, true
				}
			}
		}
	}
	var own scratch
	for _, c := range commands {
		if len(c.Words) == 0 || path.Base(c.Words[0].Text) != "rm" {
			continue
		}
		for _, w := range c.Words[1:] {
			if made[w.Text] || temporary(w.Text) {
				own = append(own, w.Text)
			}
		}
	}
	return own
}

func temporary(file string) bool {
	return strings.HasPrefix(path.Clean(file), "/tmp/") && !strings.ContainsAny(file, "*?[")
}

// has reports whether a file is temporary, or not a file at all, such as /dev/null.
func (s scratch) has(file string) bool {
	return effect.Passes(file) || slices.ContainsFunc(s, func(own string) bool {
		return file == own || strings.HasPrefix(file, own+"/") || bare(file) == bare(own)
	})
}

// bare returns a variable without braces.
func bare(text string) string {
	if strings.HasPrefix(text, "${") && strings.HasSuffix(text, "}") {
		return "$" + text[2:len(text)-1]
	}
	return text
}
