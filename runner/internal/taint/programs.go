package taint

import (
	"slices"
	"strings"
)

// What to use instead, by what is tried.
const (
	useScript      = `say: within 10s the student's script "x.sh" prints "..."`
	useKubeconfig  = `say: within 5s the student's kubeconfig "config" may list pods (or authenticates as "jane")`
	useManifest    = `say: within 10s the student's manifest "x.yaml" is accepted`
	useOption      = `put it where no option can be meant: after --, or as --option="$(...)"`
	readersAllowed = `programs that only read may have answers: cat, grep, diff, sort, jq, openssl x509 and the like`
)

// reader is a program that reads the files that it is given, and runs nothing.
type reader struct {
	// not are flags whose value must not come from an answer: it would be the
	// question, or name files to read.
	not []string
	// never are flags that must not be there at all.
	never []string
	// program tells that its first operand is one, in a language of its own.
	program bool
	// values tells that text from an answer may stand anywhere.
	values bool
}

// checksum reads files, or a list of files to read.
var checksum = reader{never: []string{"-c", "--check"}}

var readers = map[string]reader{
	"cat": {}, "head": {}, "tail": {}, "tac": {}, "rev": {}, "nl": {}, "fold": {}, "fmt": {}, "column": {}, "paste": {},
	"cut": {}, "tr": {}, "uniq": {}, "comm": {}, "join": {}, "cmp": {}, "diff": {not: []string{"--to-file", "--from-file"}},
	"base64": {}, "base32": {}, "od": {}, "xxd": {}, "hexdump": {}, "strings": {}, "file": {not: []string{"-f", "-m", "--files-from", "--magic-file"}},
	"stat": {}, "ls": {}, "basename": {}, "dirname": {}, "realpath": {}, "readlink": {}, "wc": {not: []string{"--files0-from"}},
	"sort": {not: []string{"--files0-from", "--compress-program"}, never: []string{"-o", "--output"}}, "du": {not: []string{"--files0-from"}},
	"md5sum": checksum, "sha1sum": checksum, "sha256sum": checksum, "sha512sum": checksum, "cksum": checksum,
	"grep": {program: true, not: []string{"-f", "--file"}}, "egrep": {program: true, not: []string{"-f"}}, "fgrep": {program: true, not: []string{"-f"}},
	"sed": {program: true, not: []string{"-f", "--file"}, never: []string{"-i", "--in-place"}}, "awk": {program: true, not: []string{"-f", "--file", "-E"}},
	"mawk": {program: true, not: []string{"-f"}}, "gawk": {program: true, not: []string{"-f"}},
	"jq": {program: true, not: []string{"-f", "--from-file", "-L"}}, "yq": {program: true, not: []string{"-f", "--from-file"}},
	"openssl": {not: []string{"-config", "-engine", "-provider", "-provider-path", "-extfile", "-passin", "-writerand", "-rand"}, never: []string{"-out"}},
	"echo":    {values: true}, "printf": {program: true, values: true}, "test": {values: true}, "[": {values: true},
	"true": {}, "false": {}, ":": {values: true}, "exit": {}, "return": {}, "wait": {}, "sleep": {},
}

// judge refuses what a program would do with an answer but read it.
func (f *flow) judge(program string, args []argument, stdin bool) {
	switch {
	case program == "kubectl" || program == "k":
		f.kubectl(args, stdin)
		return
	case program == "curl":
		f.curl(args)
		return
	case slices.Contains(shells, program) && f.inline(program, args, stdin):
		return
	}
	if why, known := misfits[program]; known {
		f.refuse("%s", why)
		return
	}
	known, ok := readers[program]
	if !ok {
		f.refuse("gives %q an answer, which may do more than read it: %s", program, readersAllowed)
		return
	}
	f.reader(program, known, args)
}

// misfits are what authors try, and what each would do.
var misfits = map[string]string{
	"bash": "runs an answer: " + useScript, "sh": "runs an answer: " + useScript, "source": "runs an answer: " + useScript,
	".": "runs an answer: " + useScript, "eval": "runs an answer: " + useScript, "exec": "runs an answer: " + useScript,
	"python": "runs an answer: " + useScript, "python3": "runs an answer: " + useScript, "perl": "runs an answer: " + useScript,
	"make": "runs an answer: " + useScript, "xargs": "has an answer say what a command does: read it with cat, grep or diff",
	"parallel": "has an answer say what a command does: read it with cat, grep or diff",
	"find":     "hands answers on to other programs: name the file",
	"cd":       "works in the folder of answers, where programs find settings: name files as answers/x",
	"pushd":    "works in the folder of answers, where programs find settings: name files as answers/x",
	"helm":     "renders a chart with the grader's rights, and its plugins: have its output handed in as a manifest, and " + useManifest,
	"ssh":      "hands an answer on to a node: read it with cat, grep or diff",
	"let":      "calculates with an answer: compare with [ \"$x\" -gt 1 ]",
	"chmod":    "changes answers, which checks only read: " + useScript,
	"cp":       "copies an answer to where it is no answer any more: read it in its place",
	"mv":       "moves an answer: read it in its place",
	"tee":      "copies an answer to where it is no answer any more: read it in its place",
}

// reader holds the arguments of a program that only reads against what it may be
// given.
func (f *flow) reader(program string, known reader, args []argument) {
	if program == "[" || program == "test" {
		f.bracket(args)
		return
	}
	question := known.program && !slices.ContainsFunc(args, func(a argument) bool {
		return a.lead == "-e" || strings.HasPrefix(a.lead, "--regexp=") || strings.HasPrefix(a.lead, "--expression=")
	})
	last, literal := "", false // the flag before, and whether -- has come
	for _, a := range args {
		flag := a.lead
		isFlag := !literal && strings.HasPrefix(flag, "-") && len(flag) > 1
		option, _, _ := strings.Cut(flag, "=")
		switch {
		case isFlag && slices.Contains(known.never, option):
			f.refuse("has %s do more than read an answer (%s)", program, option)
		case a.tainted() && (slices.Contains(known.not, last) || isFlag && known.refuses(option)):
			f.refuse("has an answer say what %s looks for, or in which files (%s): let the check say that", program, flagOf(option, last))
		case a.lead == "--" && a.known:
			literal = true
		case a.text && a.bare && program != "echo":
			f.refuse("lets bash split an answer into words of %s, options among them: put $(...) between double quotes", program)
		case a.text && question && !isFlag && last != "-e" && !literal && flag == "":
			f.refuse("lets an answer be an option of %s, or what it looks for: %s", program, useOption)
		case a.path && question && !isFlag && last == "":
			f.refuse("has an answer say what %s looks for or does: let the check say that, and name the file after it", program)
		case a.text && flag == "" && !literal && !known.values && last != "-e":
			f.refuse("lets an answer be an option of %s: %s", program, useOption)
		}
		if !isFlag && !takesValue(program, last) {
			question = false
		}
		if last = ""; isFlag && a.known {
			last = flag
		}
	}
	if program == "awk" || program == "gawk" || program == "mawk" {
		f.awk(args)
	}
}

// refuses tells whether a flag must not have a value from an answer; one of a
// letter may have it joined.
func (r reader) refuses(option string) bool {
	return slices.Contains(r.not, option) || slices.ContainsFunc(r.not, func(not string) bool {
		return len(not) == 2 && !strings.HasPrefix(option, "--") && strings.HasPrefix(option, not)
	})
}

func flagOf(option, last string) string {
	if last != "" {
		return last
	}
	return option
}

// takesValue tells of a flag before a word whether the word is its value: it
// need not be known of most, which only count lines.
func takesValue(program, flag string) bool {
	valued := map[string]string{
		"grep": "-m -A -B -C -e", "sed": "-e -l", "awk": "-F -v", "jq": "--indent --arg --argjson", "printf": "",
	}[program]
	return flag != "" && slices.Contains(strings.Fields(valued), flag)
}

// awk refuses programs that run what they read.
func (f *flow) awk(args []argument) {
	for _, a := range args {
		if strings.Contains(a.lead, "system(") || strings.Contains(a.lead, "getline") || strings.Contains(a.lead, "| \"") {
			f.refuse("has awk run commands while it reads an answer")
		}
	}
}

// bracket reads [ and test: -v evaluates what stands in brackets.
func (f *flow) bracket(args []argument) {
	if n := len(args); n > 0 && args[n-1].lead == "]" {
		args = args[:n-1]
	}
	for i, a := range args {
		switch {
		case a.text && a.bare:
			f.refuse("lets bash split an answer into words of [: put $(...) between double quotes")
		case a.lead == "-v" || a.lead == "-R":
			f.refuse("has an answer say which variable is looked at")
		case a.text && a.lead == "" && len(args) == 2 && i == 0:
			f.refuse("lets an answer be what [ tests: compare it, as in [ \"$x\" = web ]")
		}
	}
}

// curl may show certificates from answers, and text within a header.
func (f *flow) curl(args []argument) {
	last := ""
	for _, a := range args {
		certificate := slices.Contains([]string{"--cert", "-E", "--key", "--cacert"}, last)
		header := (last == "-H" || last == "--header") && a.lead != "" && !a.bare
		if a.path && !certificate || a.text && !header {
			f.refuse("has an answer say what curl asks, and whom: only certificates (--cert, --key, --cacert) and the end of a quoted header may come from one")
		}
		last = a.lead
	}
}
