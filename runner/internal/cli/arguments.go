package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// nameArguments has all commands name the arguments that are missing, or too many. The
// library's messages only count them.
func nameArguments(cmd *cobra.Command) {
	for _, sub := range cmd.Commands() {
		nameArguments(sub)
	}
	if cmd.Args == nil {
		return
	}
	takes := cmd.Args
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		err := takes(cmd, args)
		if err == nil || input.Is(err) {
			return err
		}
		return wrongArguments(cmd, args, err)
	}
}

// wrongArguments compares arguments with the usage of a command: [OPTIONAL], NEEDED,
// MANY... .
func wrongArguments(cmd *cobra.Command, args []string, err error) error {
	names := argumentsOf(cmd.Use)
	var needed []string
	for _, name := range names {
		if !strings.HasPrefix(name, "[") && !strings.HasSuffix(name, "]") {
			needed = append(needed, name)
		}
	}
	said := err.Error()
	switch {
	case len(args) < len(needed):
		said = cmd.CommandPath() + ": " + strings.TrimSuffix(needed[len(args)], "...") + " is missing"
	case len(names) == 0:
		said = cmd.CommandPath() + " takes no argument: " + quotedWords(args)
	case len(args) > len(names):
		said = cmd.CommandPath() + ": too many arguments: " + quotedWords(args[len(names):])
	}
	return input.Errorf("%s\nUsage: %s\nSee '%s --help'", said, cmd.UseLine(), cmd.CommandPath())
}

// argumentsOf returns the arguments in the usage of a command. Brackets may enclose
// several words: [RECORD [LATER]] is two, [FILE | FOLDER]... is one.
func argumentsOf(use string) (names []string) {
	words := strings.Fields(use)[1:]
	for i := 0; i < len(words); i++ {
		name := words[i]
		for i+2 < len(words) && words[i+1] == "|" {
			name += " | " + words[i+2]
			i += 2
		}
		if name != "[flags]" && name != "--" {
			names = append(names, name)
		}
	}
	return names
}

func quotedWords(words []string) string { return `"` + strings.Join(words, `" "`) + `"` }
