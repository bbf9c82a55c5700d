package lab

import (
	"path"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/shell"
)

// interpreters run the files in their arguments.
var interpreters = strings.Fields("bash sh dash ash zsh . source exec eval python python3 perl chroot nsenter xargs make")

// fileOfNode finds a file of a node that a command beside it would run, or be
// configured by: students are root there, and the command is the grader's.
func fileOfNode(command string) string {
	commands, err := shell.Parse(command)
	if err != nil {
		return "" // told of elsewhere
	}
	for _, c := range commands {
		for _, words := range c.Spellings() {
			if found := ranFile(words); found != "" {
				return found
			}
		}
	}
	return ""
}

func ranFile(words []shell.Word) string {
	if len(words) == 0 {
		return ""
	}
	if strings.Contains(words[0].Text, nodeRoot) {
		return words[0].Text
	}
	program := path.Base(words[0].Text)
	for _, w := range words[1:] {
		if !strings.Contains(w.Text, nodeRoot) {
			continue
		}
		if slices.Contains(interpreters, program) || program == "kubectl" && strings.HasPrefix(w.Text, "--kubeconfig") {
			return w.Text
		}
	}
	return ""
}
