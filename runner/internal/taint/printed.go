package taint

import (
	"regexp"
	"slices"
	"strings"
)

// printed returns the origin of a program's output.
func (f *flow) printed(program string, args []argument, stdin origin) origin {
	given := worst(args).content()
	switch {
	case counts(program, args):
		return author
	case slices.Contains(echoing, program):
		return given
	case program == "kubectl" && given == author && own(args):
		return author
	}
	_, filter := readers[program]
	if filter && given == author && !readsFile(program, args) {
		return stdin
	}
	return max(cluster, given, stdin)
}

// echoing lists programs that print only numbers and their arguments.
var echoing = strings.Fields("echo printf seq basename dirname expr true false : test [ sleep wait exit return set shift unset read mapfile getopts cd date mktemp nproc pidof id whoami pwd kill let type numfmt")

// own reports whether kubectl prints only parts of the grader's own kubeconfig.
func own(args []argument) bool {
	return len(args) > 1 && args[0].lead == "config"
}

// readsFile reports whether a filter has a file argument. The first operand of grep
// and the like is not a file.
func readsFile(program string, args []argument) bool {
	words, values := 0, 0
	for _, a := range args {
		switch {
		case values > 0:
			values--
		case strings.HasPrefix(a.lead, "-") && len(a.lead) > 1:
			values = takesValue(program, a.lead)
			if asking(program, a.lead) {
				words++
			}
		case a.lead != "-" && a.lead != "/dev/stdin":
			words++
		}
	}
	switch {
	case program == "tr", readers[program].program && words <= 1, words == 0:
		return false
	}
	return true
}

var (
	digits = regexp.MustCompile(`^\^?(?:\[(?:0-9|[:digit:]|\[:digit:\])\]|\\d)(?:[*+]|\\\+)?\$?$`)
	number = regexp.MustCompile(`(?:^|\|)\s*(?:length|tonumber|floor|ceil|round|fabs)\s*$`)
	atEnd  = regexp.MustCompile(`END\s*\{\s*print\s+(?:NR|\(?\w+\s*\+\s*0\)?|length\(\w+\))\s*;?\s*\}\s*$`)
)

// counts reports whether a program's output is only numbers, or empty, whatever a
// student wrote.
func counts(program string, args []argument) bool {
	has := func(flags ...string) bool {
		return slices.ContainsFunc(args, func(a argument) bool {
			return slices.Contains(flags, a.lead) || len(flags[0]) == 2 && strings.HasPrefix(a.lead, "-") && !strings.HasPrefix(a.lead, "--") && strings.Contains(a.lead, flags[0][1:])
		})
	}
	ends := func(pattern *regexp.Regexp) bool {
		return slices.ContainsFunc(args, func(a argument) bool { return a.text == author && pattern.MatchString(a.shape) })
	}
	named := slices.ContainsFunc(args, func(a argument) bool { return a.text > author }) // file names may precede the numbers
	switch program {
	case "wc":
		return !named
	case "grep", "egrep", "fgrep", "zgrep":
		return has("-q", "--quiet", "--silent") || has("-c", "--count") && !named || has("-o", "--only-matching") && !named && ends(digits)
	case "cmp":
		return has("-s", "--silent", "--quiet")
	case "jq":
		return ends(number) && !named
	case "awk", "mawk", "gawk":
		return !named && slices.ContainsFunc(args, func(a argument) bool {
			return a.known && atEnd.MatchString(a.lead) && strings.Count(a.lead, "print") == 1
		})
	case "tr":
		return has("-d", "--delete") && has("-c", "--complement", "-C") && slices.ContainsFunc(args, func(a argument) bool {
			return a.known && slices.Contains([]string{"0-9", "[0-9]", "[:digit:]"}, a.lead) && a.lead != "[0-9]"
		})
	case "pgrep":
		return !has("-a", "--list-full") && !has("-l", "--list-name")
	}
	return false
}
