package reader

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/effect"
	"github.com/gherkube/gherkube/runner/internal/shell"
)

// endless reports a command that never ends by itself: a check would run into its
// timeout.
func endless(c shell.Command) string {
	if len(c.Words) == 0 || slices.Contains(c.Via, "timeout") {
		return ""
	}
	name, args := path.Base(c.Words[0].Text), effect.Texts(c.Words[1:])
	goesOn, known := followers[name]
	if !known || !goesOn(args) {
		return ""
	}
	return "does not end (" + strings.Join(effect.Texts(c.Words), " ") + "): look at what is there, the sentence asks again and again; or write timeout before it"
}

// followers maps programs to functions that tell from the arguments whether the
// program may never end.
var followers = map[string]func(args []string) bool{
	"tail":       given(`^-[a-zA-Z]*[fF][a-zA-Z0-9]*$|^--follow(?:=.*)?$|^--retry$`),
	"journalctl": given(`^-[a-zA-Z]*f$|^--follow$`),
	"dmesg":      given(`^-[a-zA-Z]*[wW]$|^--follow(?:-new)?$`),
	"ping":       without(`^-[a-zA-Z46]*[cw][0-9]*$`), "ping4": without(`^-[a-zA-Z]*[cw][0-9]*$`), "ping6": without(`^-[a-zA-Z]*[cw][0-9]*$`),
	"tcpdump": without(`^-[a-zA-Z]*[crdDh][0-9]*$|^--(?:version|help)$`),
	"top":     without(`^-[a-zA-Z]*n[0-9]*$|^-[hv]$`),
	"watch":   without(`^-[hv]$|^--(?:help|version)$`),
	"yes":     given(``),
	"sleep":   given(`^inf`),
	"crictl": func(args []string) bool {
		return slices.Contains(args, "logs") && given(`^-f$|^--follow$`)(args) || slices.Contains(args, "stats") && given(`^-w$|^--watch$`)(args)
	},
	"etcdctl": func(args []string) bool { return slices.Contains(args, "watch") },
	"ip":      func(args []string) bool { return slices.Contains(args, "monitor") },
	"udevadm": func(args []string) bool { return slices.Contains(args, "monitor") },
	"nc":      given(`^-[a-zA-Z]*l[a-zA-Z]*$|^--listen$`),
}

// given returns a function that reports whether an argument matches a pattern. The
// empty pattern always matches.
func given(pattern string) func(args []string) bool {
	compiled := regexp.MustCompile(pattern)
	return func(args []string) bool { return pattern == "" || slices.ContainsFunc(args, compiled.MatchString) }
}

func without(pattern string) func(args []string) bool {
	is := given(pattern)
	return func(args []string) bool { return !is(args) }
}
