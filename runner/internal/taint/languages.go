package taint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/shell"
)

// program rejects a sed or awk script that runs commands, because these may contain
// parts of its input.
func (f *flow) program(language string, args []argument) {
	for _, a := range args {
		var does shell.Effects
		switch {
		case language != "sed":
			does = shell.Awk(a.shape)
		case !strings.HasPrefix(a.lead, "-"):
			does = shell.Sed(a.shape)
		}
		if len(does.Runs) > 0 {
			f.refuse("has %s run commands (%s) while it reads what a student may have written: leave that to the shell around it", language, does.Runs[0])
		}
	}
}

// perlRuns matches what runs a command or evaluates a text in Perl. Opening a file
// named "command|" runs a command, too.
var perlRuns = regexp.MustCompile("\\b(?:system|exec|eval|qx|open|require|do|use|syscall|fork|glob)\\b|`|/[a-z]*e[a-z]*(?:[;\\s}]|$)|\\(\\?\\??\\{|<[$*]")

// perl analyses a Perl one-liner of the check.
func (f *flow) perl(args []argument, stdin origin) {
	from := max(worst(args), stdin)
	line := slices.IndexFunc(args, func(a argument) bool { return strings.HasPrefix(a.lead, "-") && strings.ContainsAny(a.lead, "eE") })
	if line < 0 || line+1 == len(args) {
		f.refuse("runs %s: %s", from, from.instead())
		return
	}
	for i, a := range args {
		if a.text > author || a.path > author && i <= line+1 {
			f.refuse("gives perl %s, and perl opens a name such as \"command|\" by running it: let it read its standard input", a.most())
		}
	}
	if code := args[line+1]; !code.known || perlRuns.MatchString(code.lead) {
		f.refuse("has perl read %s in a program that can run it: use grep, sed, awk or jq", from)
	}
}
