package taint

import (
	"regexp"
	"slices"
	"strings"
)

// Advice, by what was tried.
const (
	useScript      = `say: within 10s the student's script "x.sh" prints "..."`
	useKubeconfig  = `say: within 5s the student's kubeconfig "config" may list pods (or authenticates as "jane")`
	useManifest    = `say: within 10s the student's manifest "x.yaml" is accepted`
	useOption      = `put it where no option can be meant: after --, or as --option="$(...)"`
	readersAllowed = `programs that only read may have it: cat, grep, diff, sort, jq, openssl x509 and the like`
)

// judge rejects programs that would do more with a student's text than read it.
func (f *flow) judge(program string, args []argument, stdin origin) {
	if program == "kubeadm" && f.beside {
		f.kubeadm(args)
	}
	from := max(worst(args), stdin)
	if from == author && !slices.Contains(shells, program) {
		return
	}
	why, misfit := misfits[program]
	_, reads := readers[program]
	switch {
	case slices.Contains(shells, program):
		f.shell(program, args, stdin)
	case program == "kubectl" || program == "k":
		f.kubectl(args, stdin)
	case program == "curl":
		f.curl(args)
	case program == "[" || program == "test":
		f.bracket(args)
	case program == "perl":
		f.perl(args, stdin)
	case evaluating[program] && worst(args) > author:
		f.refuse("runs %s: %s", worst(args), worst(args).instead())
	case from == answer && misfit:
		f.refuse("%s", why)
	case worst(args) == node && misfit && program != "tee" && program != "cp":
		f.refuse("%s", strings.ReplaceAll(why, "an answer", node.String()))
	case from == cluster && !reads, from == node && readsNodes[program]:
		f.options(program, args, stdin)
	case !reads:
		f.refuse("gives %q %s, which may do more than read it: %s", program, from, readersAllowed)
	default:
		f.reader(program, readers[program], args, from)
	}
}

// evaluating lists builtins and programs that run their arguments.
var evaluating = map[string]bool{
	"eval": true, ".": true, "source": true, "exec": true, "trap": true, "alias": true, "compgen": true, "complete": true, "bind": true, "enable": true, "fc": true,
	"hash": true, "python": true, "python3": true, "parallel": true, "watch": true, "make": true, "ssh": true, "socat": true, "nsenter": true, "chroot": true, "unshare": true,
	"sudo": true, "su": true, "runuser": true, "setpriv": true, "systemd-run": true, "script": true, "flock": true, "start-stop-daemon": true,
}

// misfits maps programs that authors try on answers to what they would do.
var misfits = map[string]string{
	"make":  "runs an answer: " + useScript,
	"cd":    "works in the folder of an answer, where programs find settings: name files by their whole path",
	"pushd": "works in the folder of an answer, where programs find settings: name files by their whole path",
	"helm":  "renders a chart with the grader's rights, and its plugins: have its output handed in as a manifest, and " + useManifest,
	"ssh":   "hands an answer on to a node: read it with cat, grep or diff",
	"chmod": "changes an answer, which checks only read",
	"cp":    "copies an answer to where it is no answer any more: read it in its place",
	"ln":    "gives an answer a name by which it is no answer any more: read it in its place",
	"mv":    "moves an answer: read it in its place",
	"tee":   "copies an answer to where it is no answer any more: read it in its place",
}

// fed lists programs that run their standard input.
var fed = map[string]bool{
	"python": true, "python3": true, "ssh": true, "make": true, "parallel": true, "vi": true, "view": true, "ex": true, "editor": true, "vim": true, "vim.basic": true, "tmux": true, "debugfs": true,
}

// mild lists programs without options that run something.
var mild = map[string]bool{
	"echo": true, "true": true, "false": true, ":": true, "exit": true, "return": true, "shift": true, "sleep": true, "wait": true, "seq": true, "expr": true, "date": true,
	"ping": true, "nslookup": true, "dig": true, "getent": true, "nc": true, "kill": true, "pgrep": true, "pidof": true, "ps": true, "id": true, "ss": true, "numfmt": true,
	"tee": true, "cd": true, "printf": true, "unset": true, "read": true, "mapfile": true, "readarray": true, "getopts": true, "host": true, "sum": true, "tsort": true, "expand": true, "type": true,
}

// options checks that no output of a command can become an option of a program.
func (f *flow) options(program string, args []argument, stdin origin) {
	if stdin > author && fed[program] {
		f.refuse("has %s run what it reads, with the grader's rights: %s", program, stdin.instead())
	}
	if mild[program] {
		return
	}
	last, literal := "", false
	for _, a := range args {
		switch {
		case a.known && a.lead == "--":
			literal = true
		case a.bare > author:
			f.refuse("lets bash split %s into words of %s, options among them: put $(...) between double quotes", a.bare, program)
		case a.text > author && a.lead == "" && !literal && takesValue(program, last) == 0:
			f.refuse("lets %s be an option of %s: %s", a.text, program, useOption)
		}
		if last = ""; strings.HasPrefix(a.lead, "-") && a.known {
			last = a.lead
		}
	}
}

// reader checks the arguments of a program that only reads. Output of commands may
// be a search text or a file name, but not part of a program.
func (f *flow) reader(program string, known reader, args []argument, from origin) {
	asked := from // the origin of the data, which must not become a program text
	if from == cluster && !known.language {
		if known.runs {
			f.options(program, args, author)
		}
		return
	}
	question := known.program && !slices.ContainsFunc(args, func(a argument) bool { return asking(program, a.lead) })
	last, values, literal := "", 0, false // the previous flag, how many of the next words are its values, and whether -- was seen
	for _, a := range args {
		option, _, _ := strings.Cut(a.lead, "=")
		value := values > 0
		isFlag := !literal && !value && strings.HasPrefix(a.lead, "-") && len(a.lead) > 1
		asks := question && !isFlag && !value || known.language && program != "jq" && (value && strings.HasSuffix(last, "e") || isFlag && option == "--expression")
		named := slices.Contains(known.not, last) && value || isFlag && known.refuses(option)
		switch {
		case isFlag && asked > cluster && slices.Contains(known.never, option):
			f.refuse("has %s do more than read %s (%s)", program, asked, option)
		case a.most() == author && a.known && a.lead == "--" && !value:
			literal = true
		case a.most() == author:
		case named && (known.language || a.most() > cluster):
			f.refuse("has %s say what %s looks for, or in which files (%s): let the check say that", a.most(), program, flagOf(option, last))
		case a.bare > author && (program != "echo" && a.bare == answer || known.language):
			f.refuse("lets bash split %s into words of %s, options among them: put $(...) between double quotes", a.bare, program)
		case asks && known.language && a.text > author:
			f.refuse("makes %s part of a program of %s, or lets it be an option of %s: hand it in as a value (%s)", a.text, program, program, asValue[program])
		case a.text == answer && asks && last != "-e" && !literal && a.lead == "":
			f.refuse("lets an answer be an option of %s, or what it looks for: %s", program, useOption)
		case a.path >= node && asks && last == "":
			f.refuse("has %s say what %s looks for or does: let the check say that, and name the file after it", a.path, program)
		case value || literal || known.values || a.lead != "" || a.text == author:
		case a.text == answer || known.language && program != "awk" && program != "mawk":
			f.refuse("lets %s be an option of %s: %s", a.text, program, useOption)
		}
		if !isFlag && !value {
			question = false
		}
		switch {
		case value:
			values--
		case isFlag && a.known:
			last, values = a.lead, takesValue(program, a.lead)
			if values > 0 && program != "openssl" && clusters.MatchString(last) { // combined flags, such as -ne
				last = "-" + last[len(last)-1:]
			}
		}
		if values == 0 {
			last = ""
		}
	}
	if slices.Contains([]string{"awk", "gawk", "mawk", "sed"}, program) {
		f.program(program, args)
	}
}

// asking describes a flag whose value is a program text, or a file with one.
func asking(program, flag string) bool {
	pattern := askingFlags[program]
	return pattern != nil && pattern.MatchString(flag)
}

var askingFlags = map[string]*regexp.Regexp{
	"grep": lettersOrFile, "egrep": lettersOrFile, "fgrep": lettersOrFile, "zgrep": lettersOrFile, "sed": lettersOrFile,
	"awk": fileOnly, "mawk": fileOnly, "gawk": fileOnly, "jq": fileOnly,
}

var (
	lettersOrFile = regexp.MustCompile(`^-[A-Za-z]*[ef]|^--(?:regexp|expression|file)(?:=|$)`)
	fileOnly      = regexp.MustCompile(`^-f|^--(?:from-)?file(?:=|$)`)
)

// asValue says how a program in a language gets a value.
var asValue = map[string]string{
	"awk": `awk -v x="$x"`, "mawk": `awk -v x="$x"`, "gawk": `awk -v x="$x"`, "jq": `jq --arg x "$x"`, "sed": `awk -v x="$x", or ${name/old/new}`, "yq": "with(...)",
}

// refuses reports whether an answer must not be the value of a flag. A short flag
// may be joined with its value.
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

// bracket analyses [ and test: -v evaluates what is in brackets, and an unquoted
// word may be -v.
func (f *flow) bracket(args []argument) {
	if n := len(args); n > 0 && args[n-1].lead == "]" {
		args = args[:n-1]
	}
	for i, a := range args {
		operator := i+1 < len(args) && args[i+1].known && binary[args[i+1].lead]
		first := i == 0 || args[i-1].known && (args[i-1].lead == "!" || args[i-1].lead == "-a" || args[i-1].lead == "-o" || args[i-1].lead == "(")
		switch {
		case a.bare > author:
			f.refuse("lets bash split %s into words of [, -v among them, which runs x[$(command)]: put $(...) between double quotes", a.bare)
		case a.known && (a.lead == "-v" || a.lead == "-R") && i+1 < len(args) && args[i+1].text > author:
			f.refuse("has %s say which variable is looked at", args[i+1].text)
		case a.text > author && a.lead == "" && i+1 < len(args) && !operator && first && !(args[i+1].known && slices.Contains([]string{"-a", "-o", ")"}, args[i+1].lead)):
			f.refuse("lets %s be what [ tests: compare it, as in [ \"$x\" = web ]", a.text)
		}
	}
}

// binary lists the operators of test between two words.
var binary = map[string]bool{
	"=": true, "==": true, "!=": true, "<": true, ">": true, "-eq": true, "-ne": true, "-lt": true, "-le": true, "-gt": true, "-ge": true, "-nt": true, "-ot": true, "-ef": true,
}

// curl may send certificates from files, request a page that the cluster names, and
// send text in a header.
func (f *flow) curl(args []argument) {
	last, literal := "", false
	for _, a := range args {
		certificate := slices.Contains([]string{"--cert", "-E", "--key", "--cacert", "--unix-socket"}, last)
		header := last == "-H" || last == "--header"
		configures := last == "-K" || last == "--config" || strings.HasPrefix(a.lead, "--config") || strings.HasPrefix(a.lead, "-K")
		switch {
		case a.known && a.lead == "--":
			literal = true
		case a.path >= node && !certificate || a.text == answer && (!header || a.lead == "" || a.bare > author):
			f.refuse("has %s say what curl asks, and whom: only certificates (--cert, --key, --cacert) and the end of a quoted header may come from one", a.most())
		case configures && a.most() > author:
			f.refuse("configures curl by %s: let the check say what is asked", a.most())
		case a.bare > author:
			f.refuse("lets bash split %s into words of curl, --config among them: put the word between double quotes", a.bare)
		case a.text > author && a.lead == "" && !literal && takesValue("curl", last) == 0:
			f.refuse("lets %s be an option of curl, --config among them: put -- before it, or begin the word with http://", a.text)
		}
		if last = ""; strings.HasPrefix(a.lead, "-") && a.known {
			last = a.lead
		}
	}
}

// kubeadm may use a kubeconfig, by default one of the node, and a kubeconfig may
// run programs.
func (f *flow) kubeadm(args []argument) {
	asks, own := false, false
	for i, a := range args {
		option, _ := optionOf(a.lead)
		switch {
		case option == "--rootfs":
			f.refuse("has kubeadm work in files of the node, where students are root: read them")
		case option == "--kubeconfig":
			own = a.path == author && (i+1 == len(args) || args[i+1].path == author)
		case slices.Contains([]string{"certs", "token", "upgrade"}, a.lead):
			asks = true
		}
	}
	if asks && !own {
		f.refuse("has kubeadm use a kubeconfig of the node, which can run programs, with the grader's rights: write --kubeconfig=/dev/null, or look at certificates with openssl x509")
	}
}
