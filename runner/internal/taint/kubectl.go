package taint

import (
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/inventory"
)

// kubectlFlags are flags with which a file or a text changes what kubectl does, and
// the messages about them.
var kubectlFlags = map[string]func(origin) string{
	"--kubeconfig": func(o origin) string {
		return "uses a kubeconfig from " + o.String() + ", which can run programs, with the grader's rights: " + o.kubeconfig()
	},
	"--filename":  manifest,
	"--kustomize": manifest,
	"--patch-file": func(o origin) string {
		return "hands a patch from " + o.String() + " on with the grader's rights: look at what comes of it"
	},
	"--output":    printer,
	"--template":  printer,
	"--server":    func(o origin) string { return "has " + o.String() + " say who is asked, with the grader's credentials" },
	"--cache-dir": func(o origin) string { return "takes what the API server says from " + o.String() },
	"--kuberc":    func(o origin) string { return "reads settings of kubectl from " + o.String() },
}

func manifest(o origin) string {
	return "hands a manifest from " + o.String() + " on with the grader's rights: " + o.manifest()
}

func printer(o origin) string {
	return "has " + o.String() + " say what is printed, which may be anything: let the check say that"
}

// shorts maps the short forms of these flags.
var shorts = map[string]string{"-f": "--filename", "-k": "--kustomize", "-o": "--output", "-s": "--server"}

// kubectlLooks lists the verbs whose operands may come from an answer, after --.
var kubectlLooks = []string{"get", "describe", "logs", "top", "auth", "explain", "wait"}

// kubectl analyses a kubectl command. It may show a student's credentials to the
// API server as data, if the server remains the grader's.
func (f *flow) kubectl(args []argument, stdin origin) {
	last, literal, verb := "", false, ""
	looks := slices.ContainsFunc(args, func(a argument) bool { return a.known && slices.Contains(kubectlLooks, a.lead) })
	for _, a := range args {
		option, joined := optionOf(a.lead)
		isFlag := !literal && option != ""
		value := !isFlag && last != ""
		if !isFlag {
			option = last
		}
		if verb == "" && !isFlag && !value {
			verb = a.lead
		}
		why, changes := kubectlFlags[option]
		changes = changes && (verb != "logs" || option != "--filename") // -f is --follow there
		switch {
		case a.known && a.lead == "--":
			literal = true
		case stdin == answer && changes && (a.lead == "-" || strings.HasSuffix(a.lead, "=-")):
			f.refuse("%s", why(stdin))
		case a.most() == author:
		case changes && f.kubectlChanged(option, a):
			f.refuse("%s", why(a.most()))
		case a.path >= node && (option == "--client-certificate" || option == "--client-key" || option == "--certificate-authority"):
		case a.bare > author:
			f.refuse("lets bash split %s into words of kubectl, --kubeconfig among them: put $(...) between double quotes", a.bare)
		case a.text > author && (isFlag && joined || value):
		case a.text == answer && literal && looks, a.text == cluster && (literal || a.lead != ""):
		case a.text > author:
			f.refuse("lets %s be an option of kubectl, --kubeconfig among them: put -- before it, write --option=\"$(...)\", or begin the word with what it is, as in \"pod/$name\"", a.text)
		case a.lead == "answers" || literal && a.path == node: // the name "answers", not a file; or a file in a pod
		case a.path >= node && verb == "kustomize":
			f.refuse("%s", manifest(a.path))
		case a.path >= node:
			f.refuse("has kubectl read %s: %s", a.path, readersAllowed)
		}
		last = ""
		if isFlag && !joined && a.known && takes(option) {
			last = option
		}
	}
}

// kubectlChanged reports whether a flag must not get a value. Output of commands is
// allowed where the API server interprets it, and as part of what is printed.
func (f *flow) kubectlChanged(option string, a argument) bool {
	if a.most() > cluster {
		return true
	}
	switch option {
	case "--filename":
		return a.text > author
	case "--output", "--template":
		return a.path > author || !strings.ContainsAny(a.lead, "{.")
	}
	return true
}

// optionOf returns the long name of an option, and whether the word contains its
// value.
func optionOf(lead string) (option string, joined bool) {
	if !strings.HasPrefix(lead, "-") || lead == "-" || lead == "--" {
		return "", false
	}
	option, _, joined = strings.Cut(lead, "=")
	if strings.HasPrefix(lead, "--") {
		return option, joined
	}
	for i := 1; i < len(lead); i++ { // combined flags, such as -Aojson
		if long, known := shorts["-"+lead[i:i+1]]; known {
			return long, joined || i+1 < len(lead)
		}
		if takes("-" + lead[i:i+1]) {
			return lead[:1] + lead[i:i+1], joined || i+1 < len(lead)
		}
	}
	return option, joined
}

// takes reports whether some kubectl command has this option with a value in the
// next word.
func takes(option string) bool {
	for _, flags := range inventory.ReadOnly() {
		if flags[option] {
			return true
		}
	}
	return false
}
