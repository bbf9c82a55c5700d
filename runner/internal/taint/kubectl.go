package taint

import (
	"slices"
	"strings"
)

// kubectlFlags are those by which a file changes what kubectl does, and what to
// say in their place.
var kubectlFlags = map[string]string{
	"--kubeconfig": "uses a kubeconfig of the student's, which can run programs, with the grader's rights: " + useKubeconfig,
	"-f":           "hands a manifest on with the grader's rights: " + useManifest,
	"--filename":   "hands a manifest on with the grader's rights: " + useManifest,
	"-k":           "hands a manifest on with the grader's rights: " + useManifest,
	"--kustomize":  "hands a manifest on with the grader's rights: " + useManifest,
	"--patch-file": "hands a patch on with the grader's rights: look at what comes of it",
	"-o":           "has an answer say what is printed, which may be anything: let the check say that",
	"--output":     "has an answer say what is printed, which may be anything: let the check say that",
	"--template":   "has an answer say what is printed, which may be anything: let the check say that",
	"--server":     "has an answer say who is asked, with the grader's credentials",
	"-s":           "has an answer say who is asked, with the grader's credentials",
	"--cache-dir":  "takes what the API server says from an answer",
	"--kuberc":     "reads settings of kubectl from an answer",
}

// kubectlLooks are the verbs whose operands may come from an answer, after --.
var kubectlLooks = []string{"get", "describe", "logs", "top", "auth", "explain", "wait"}

// kubectl may show credentials from answers to the API server: those are data,
// and the server stays the grader's.
func (f *flow) kubectl(args []argument, stdin bool) {
	last, literal := "", false
	looks := slices.ContainsFunc(args, func(a argument) bool { return a.known && slices.Contains(kubectlLooks, a.lead) })
	for _, a := range args {
		option, value, joined := strings.Cut(a.lead, "=")
		if !strings.HasPrefix(a.lead, "-") || a.lead == "-" {
			option, joined = last, false
		}
		why, changes := kubectlFlags[option]
		short := len(a.lead) > 2 && (strings.HasPrefix(a.lead, "-f") || strings.HasPrefix(a.lead, "-o")) && !strings.HasPrefix(a.lead, "--")
		switch {
		case a.known && a.lead == "--":
			literal = true
		case stdin && (a.lead == "-" || value == "-") && changes:
			f.refuse("%s", why)
		case !a.tainted():
		case changes:
			f.refuse("%s", why)
		case short:
			f.refuse("%s", kubectlFlags[a.lead[:2]])
		case a.path && (option == "--client-certificate" || option == "--client-key" || option == "--certificate-authority"):
		case a.text && a.bare:
			f.refuse("lets bash split an answer into words of kubectl, --kubeconfig among them: put $(...) between double quotes")
		case a.text && joined:
		case a.text && literal && looks:
		case a.text:
			f.refuse("lets an answer be an option of kubectl, --kubeconfig among them: put -- before it, or write --option=\"$(...)\"")
		case a.lead == "answers": // a name, and no file
		default:
			f.refuse("has kubectl read an answer: %s", readersAllowed)
		}
		last = ""
		if strings.HasPrefix(a.lead, "-") && !joined && a.known {
			last = a.lead
		}
	}
}
