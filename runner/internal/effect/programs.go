package effect

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/shell"
)

// judged maps programs whose effect depends on their arguments to functions that
// return the words by which they change something, or "".
var judged = map[string]func(args []string) string{
	"sed": sed,
	"awk": awk, "mawk": awk, "nawk": awk,
	"perl":      inPlace,
	"curl":      curl,
	"wget":      wget,
	"yq":        yq,
	"git":       only([]string{"-C", "-c", "--git-dir", "--work-tree"}, "status", "log", "diff", "show", "rev-parse", "ls-files", "ls-tree", "blame", "cat-file", "grep", "describe", "version", "help", "config --get", "config --list"),
	"etcdctl":   only(valuedOfEtcd, "get", "watch", "version", "help", "check", "endpoint", "member list", "snapshot status", "alarm list", "auth status", "user list", "user get", "role list", "role get", "lease list", "lease timetolive"),
	"etcdutl":   only(valuedOfEtcd, "snapshot status", "version", "help", "hashkv", "check"),
	"crictl":    only(valuedOfCrictl, "ps", "pods", "images", "image", "img", "inspect", "inspecti", "inspectp", "imagefsinfo", "info", "logs", "stats", "statsp", "version", "help", "exec", "completion"),
	"kubeadm":   only([]string{"--kubeconfig", "--rootfs"}, "version", "help", "certs check-expiration", "config print", "config images", "token list", "upgrade plan"),
	"systemctl": only([]string{"-p", "--property", "-t", "--type", "-n", "--lines", "-o", "--output"}, "is-active", "is-enabled", "is-failed", "is-system-running", "status", "show", "cat", "list-units", "list-unit-files", "list-dependencies", "get-default", "list-timers", "list-jobs"),
	"ctr":       only([]string{"-n", "--namespace", "-a", "--address"}, "containers ls", "containers list", "containers info", "c ls", "images ls", "images list", "image ls", "i ls", "tasks ls", "tasks list", "task ls", "t ls", "namespaces ls", "ns ls", "plugins ls", "version", "info"),
	"nft":       only([]string{"-f"}, "list", "describe"),
	"ip":        only([]string{"-n", "-netns", "-family", "-f"}, "a", "addr", "address", "l", "link", "r", "ro", "route", "rule", "n", "neigh", "netns", "-V", "-s"),
	"iptables":  tables, "ip6tables": tables, "iptables-nft": tables, "iptables-legacy": tables,
	"sysctl":  assigning,
	"openssl": producing,
	"find":    finding,
	"tar":     packing,
	"sort":    flagged("-o", "--output"),
	"gzip":    anything, "gunzip": anything, "unzip": anything,
	"kill": killing, "pkill": anything, "killall": anything, "reboot": anything, "shutdown": anything, "poweroff": anything,
	"halt": anything, "init": anything, "mount": mounting, "umount": anything, "swapon": mounting, "swapoff": anything,
	"iptables-restore": anything, "ip6tables-restore": anything, "useradd": anything, "userdel": anything, "usermod": anything,
	"passwd": anything, "chpasswd": anything, "apt": anything, "apt-get": anything, "dpkg": flagged("-i", "--install", "-r", "-P", "--remove", "--purge"),
	"modprobe": anything, "rmmod": anything, "insmod": anything, "hostnamectl": anything, "systemd-run": anything,
	"nano": anything, "vi": anything, "vim": anything, "vim.basic": anything, "tmux": anything, "less": nothing, "man": nothing, "tc": only(nil, "qdisc", "class", "filter"),
	"ipset": only(nil, "list", "-L", "save", "test", "version"), "conntrack": flagged("-D", "--delete", "-F", "--flush", "-I", "-U"),
}

var (
	valuedOfEtcd   = strings.Fields("--cacert --cert --key --endpoints -w --write-out --user --password --dial-timeout --command-timeout --keepalive-time")
	valuedOfCrictl = strings.Fields("-r --runtime-endpoint -i --image-endpoint -t --timeout -c --config")
)

func anything(args []string) string { return cmp.Or(strings.Join(args, " "), "without arguments") }

func nothing([]string) string { return "" }

// only returns a function that reports subcommands outside of looking. An entry of
// two words allows one subcommand; an entry of one word allows everything below it.
func only(valued []string, looking ...string) func([]string) string {
	return func(args []string) string {
		var words []string
		for i := 0; i < len(args); i++ {
			switch {
			case slices.Contains(looking, args[i]) && len(words) == 0:
				words = append(words, args[i])
			case strings.HasPrefix(args[i], "-"):
				if slices.Contains(valued, args[i]) {
					i++
				}
			default:
				words = append(words, args[i])
			}
		}
		if len(words) == 0 {
			return ""
		}
		two := strings.Join(words[:min(2, len(words))], " ")
		changes := len(words) > 1 && slices.ContainsFunc(words[1:], func(w string) bool { return slices.Contains(changing, w) })
		if slices.Contains(looking, two) || slices.Contains(looking, words[0]) && !(changes && nested(words[0])) {
			return ""
		}
		return two
	}
}

// changing lists words with which nested commands of ip and tc change something.
var changing = strings.Fields("add del delete set flush change replace append up down exec")

func nested(command string) bool {
	return slices.Contains(strings.Fields("a addr address l link r ro route rule n neigh netns qdisc class filter"), command)
}

func flagged(flags ...string) func([]string) string {
	return func(args []string) string {
		for _, arg := range args {
			name, _, _ := strings.Cut(arg, "=")
			if slices.Contains(flags, name) {
				return arg
			}
		}
		return ""
	}
}

// rewriting matches the flags with which sed and perl change their input files.
var rewriting = regexp.MustCompile(`^-[nErsuzplaw0]*i|^--in-place`)

func inPlace(args []string) string {
	for i, arg := range args {
		if i > 0 && slices.Contains([]string{"-e", "-f", "--expression", "--file"}, args[i-1]) {
			continue
		}
		if rewriting.MatchString(arg) {
			return arg
		}
	}
	return ""
}

// sed reports a script that runs commands or writes files, and the flag -i.
func sed(args []string) string {
	operand := !slices.ContainsFunc(args, func(a string) bool { return scriptOfSed.MatchString(a) })
	for i, arg := range args {
		script := ""
		switch {
		case i > 0 && scriptFlagOfSed.MatchString(args[i-1]):
			script = arg
		case strings.HasPrefix(arg, "--expression="):
			script = strings.TrimPrefix(arg, "--expression=")
		case operand && !strings.HasPrefix(arg, "-"):
			script, operand = arg, false
		}
		if what := acts(shell.Sed(script)); what != "" {
			return what
		}
	}
	return inPlace(args)
}

var (
	scriptFlagOfSed = regexp.MustCompile(`^-[nErsuz]*e$|^--expression$`)
	scriptOfSed     = regexp.MustCompile(`^-[nErsuz]*[ef]$|^--(?:expression|file)(?:=|$)`)
)

// awk reports a program that runs commands or writes files.
func awk(args []string) string {
	for i, arg := range args {
		switch {
		case i > 0 && (args[i-1] == "-F" || args[i-1] == "-v"), strings.HasPrefix(arg, "-"):
		case i > 0 && args[i-1] == "-f":
			return ""
		default:
			return acts(shell.Awk(arg))
		}
	}
	return ""
}

func acts(does shell.Effects) string {
	for _, what := range does.Runs {
		return "runs " + what
	}
	for _, file := range does.Writes {
		if !Passes(file) {
			return "writes " + file
		}
	}
	return ""
}

// curl reports a request that may change something, and output files.
func curl(args []string) string {
	const valued = "XdFTodDcbHmuAeErKwYyzCPQtx"
	get := slices.Contains(args, "-G") || slices.Contains(args, "--get")
	for i := 0; i < len(args); i++ {
		name, value, joined := strings.Cut(args[i], "=")
		if !strings.HasPrefix(args[i], "-") {
			continue
		}
		if !strings.HasPrefix(name, "--") && len(name) > 1 {
			name, value, joined = firstValued(args[i][1:], valued, 'O', 'J')
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		switch name {
		case "--request", "-X":
			if !slices.Contains([]string{"GET", "HEAD", "OPTIONS"}, strings.ToUpper(value)) {
				return "--request " + value
			}
		case "-d", "-F", "-T", "--upload-file", "--form", "--json", "--data", "--data-raw", "--data-binary", "--data-urlencode":
			if !get {
				return args[i]
			}
		case "-o", "--output", "-D", "--dump-header", "-c", "--cookie-jar":
			if !isNowhere(value) {
				return name + " " + value
			}
		case "-O", "--remote-name", "-J":
			return name
		}
	}
	return ""
}

// firstValued returns the first of combined short flags that takes a value or is wanted, or
// else the last.
func firstValued(letters, valued string, wanted ...rune) (name, value string, joined bool) {
	for i, letter := range letters {
		if strings.ContainsRune(valued, letter) {
			rest := letters[i+1:]
			return "-" + string(letter), rest, rest != ""
		}
		if slices.Contains(wanted, letter) {
			return "-" + string(letter), "", true
		}
	}
	return "-" + letters[len(letters)-1:], "", true
}

func tables(args []string) string {
	return flagged("-A", "--append", "-D", "--delete", "-I", "--insert", "-F", "--flush", "-P", "--policy", "-R", "--replace", "-N", "--new-chain", "-X", "--delete-chain", "-Z", "--zero", "-E", "--rename-chain")(args)
}

func assigning(args []string) string {
	for _, arg := range args {
		if arg == "-w" || arg == "--write" || arg == "-p" || arg == "--system" || !strings.HasPrefix(arg, "-") && strings.Contains(arg, "=") {
			return arg
		}
	}
	return ""
}

// producing reports output files of openssl.
func producing(args []string) string {
	for i, arg := range args {
		if slices.Contains([]string{"-out", "-keyout", "-writerand"}, arg) && i+1 < len(args) && args[i+1] != "/dev/null" && args[i+1] != "/dev/stdout" {
			return arg + " " + args[i+1]
		}
	}
	return ""
}

func finding(args []string) string { return flagged("-delete", "-fprint", "-fprintf", "-fls")(args) }

func packing(args []string) string {
	if len(args) == 0 || slices.Contains(args, "-O") || slices.Contains(args, "--to-stdout") {
		return ""
	}
	letters := strings.TrimLeft(args[0], "-")
	if strings.ContainsRune(letters, 't') && !strings.HasPrefix(args[0], "--") || slices.Contains(args, "--list") || slices.Contains(args, "-t") {
		return ""
	}
	return args[0]
}

func killing(args []string) string {
	if slices.Contains(args, "-0") || slices.Contains(args, "-l") {
		return ""
	}
	return anything(args)
}

func mounting(args []string) string {
	if len(args) == 0 || slices.Contains(args, "-l") || slices.Contains(args, "--show") || slices.Contains(args, "-s") {
		return ""
	}
	return strings.Join(args, " ")
}
