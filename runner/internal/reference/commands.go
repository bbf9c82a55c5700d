package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// commands returns the section about the commands: an overview, then each with its flags
// and examples.
func commands(root *cobra.Command) string {
	var index, all strings.Builder
	for _, cmd := range leaves(root) {
		name := cmd.CommandPath()
		fmt.Fprint(&index, row(fmt.Sprintf("[`%s`](#%s)", name, strings.ReplaceAll(name, " ", "-")), cmd.Short))
		all.WriteString("\n" + command(cmd))
	}
	return "## Commands\n\n" + head("command", "purpose") + index.String() + all.String()
}

// leaves returns the commands that do something, in the order of the help.
func leaves(cmd *cobra.Command) []*cobra.Command {
	if !cmd.HasAvailableSubCommands() {
		return []*cobra.Command{cmd}
	}
	var all []*cobra.Command
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() && sub.Name() != "help" {
			all = append(all, leaves(sub)...)
		}
	}
	return all
}

func command(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n%s", cmd.CommandPath(), prose(long(cmd)))
	b.WriteString(fenced("text", cmd.UseLine()))
	if len(cmd.Aliases) > 0 {
		fmt.Fprintf(&b, "Other name: `%s`.\n\n", strings.Join(cmd.Aliases, "`, `"))
	}
	b.WriteString(flags(cmd))
	if cmd.Example != "" {
		b.WriteString("Examples:\n\n" + fenced(language(cmd.Example), unindented(cmd.Example)))
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// language returns the language of examples: that of commands, unless other programs' files
// and prompts are among them.
func language(examples string) string {
	for line := range strings.Lines(examples) {
		line = strings.TrimSpace(line)
		if line != "" && !shellLine.MatchString(line) {
			return "text"
		}
	}
	return "sh"
}

// shellLine is a line of the shell: a comment, or a command of gherkube.
var shellLine = regexp.MustCompile(`^(#|export |([A-Z_]+=\S+ )*gherkube |cat |git |docker |ssh |source )`)

func long(cmd *cobra.Command) string {
	switch {
	case cmd.Long == "":
		return cmd.Short + "."
	case !strings.Contains(cmd.Long, "\n\n"), strings.HasPrefix(cmd.Long, cmd.Short):
		return cmd.Long
	}
	return cmd.Short + ".\n\n" + cmd.Long
}

func flags(cmd *cobra.Command) string {
	cmd.InitDefaultHelpFlag()
	return fenced("text", strings.TrimRight(cmd.LocalFlags().FlagUsages(), "\n"))
}

// prose turns a help text into Markdown: lines that are indented become a block.
func prose(text string) string {
	var b strings.Builder
	var block []string
	flush := func() {
		for len(block) > 0 && block[len(block)-1] == "" {
			block = block[:len(block)-1]
		}
		if len(block) > 0 {
			b.WriteString("\n" + fenced("text", unindented(strings.Join(block, "\n"))))
		}
		block = nil
	}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimRight(line, " ")
		switch {
		case strings.HasPrefix(line, " "), line == "" && len(block) > 0:
			block = append(block, line)
		default:
			flush()
			b.WriteString(escaped(line) + "\n")
		}
	}
	flush()
	return strings.TrimRight(b.String(), "\n") + "\n\n"
}

// escaped escapes what Markdown would read as a tag.
func escaped(line string) string { return strings.ReplaceAll(line, "<", "&lt;") }

func fenced(language, text string) string { return "```" + language + "\n" + text + "\n```\n\n" }

// unindented removes the indentation that all lines have.
func unindented(text string) string {
	lines := strings.Split(strings.Trim(text, "\n"), "\n")
	least := -1
	for _, line := range lines {
		if n := len(line) - len(strings.TrimLeft(line, " ")); line != "" && (least < 0 || n < least) {
			least = n
		}
	}
	for i, line := range lines {
		if line != "" {
			lines[i] = line[least:]
		}
	}
	return strings.Join(lines, "\n")
}
