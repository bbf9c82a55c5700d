// Package handbook reads pages of Markdown as tests: the files that they have a reader
// write, the commands that they have a reader type, and the output that they show.
package handbook

import (
	"regexp"
	"strings"
)

// Block is a fenced block of a page.
type Block struct {
	Line     int    // of the fence
	Language string // sh, console, gherkin, ...
	Text     string
	File     string // the file that the block is the content of, if a comment above says so
	Cluster  bool   // its commands need a cluster
}

var (
	fence   = regexp.MustCompile("^( *)(```+)([a-z]*)$")
	comment = regexp.MustCompile(`^ *<!-- (cluster|file: (\S+)) -->$`)
)

// Blocks returns the blocks of a page. Two comments above a block, which readers do not see,
// say more of it: "<!-- cluster -->" and "<!-- file: NAME -->".
func Blocks(page string) []Block {
	var all []Block
	var next Block
	lines := strings.Split(page, "\n")
	for i := 0; i < len(lines); i++ {
		if match := comment.FindStringSubmatch(lines[i]); match != nil {
			next.Cluster = next.Cluster || match[1] == "cluster"
			next.File += match[2]
			continue
		}
		match := fence.FindStringSubmatch(lines[i])
		if match == nil {
			if strings.TrimSpace(lines[i]) != "" {
				next = Block{}
			}
			continue
		}
		next.Line, next.Language = i+1, match[3]
		for i++; i < len(lines) && strings.TrimPrefix(lines[i], match[1]) != match[2]; i++ {
			next.Text += strings.TrimPrefix(lines[i], match[1]) + "\n"
		}
		all, next = append(all, next), Block{}
	}
	return all
}

// Typed is a command that a reader types, what is typed into it, and the output shown.
type Typed struct {
	Line    int // in the page
	Command string
	Input   string
	Output  string
}

// prompts of programs that read what is typed: gherkube console, and a workstation or a node.
var prompt = regexp.MustCompile(`^(?:[\w-]+> |[\w-]+@[\w-]+:[\w~/.-]+[$#] )`)

// Session returns the commands of a block "console". A command begins with "$ ". What follows
// it is output, and input where it begins with another prompt.
func (b Block) Session() []Typed {
	var all []Typed
	for i, line := range strings.Split(strings.TrimSuffix(b.Text, "\n"), "\n") {
		last := len(all) - 1
		command, typed := strings.CutPrefix(line, "$ ")
		switch {
		case typed:
			all = append(all, Typed{Line: b.Line + 1 + i, Command: command})
		case last < 0: // output of nothing: Wrong reports it
		case strings.HasSuffix(all[last].Command, "\\"):
			all[last].Command += "\n" + line
		case prompt.MatchString(line):
			all[last].Input += prompt.ReplaceAllString(line, "") + "\n"
		default:
			all[last].Output += line + "\n"
		}
	}
	return all
}

// Commands returns the commands of a block "sh", one for each that may continue over
// several lines, without comments and empty lines.
func (b Block) Commands() []Typed {
	var all []Typed
	open := false
	for i, line := range strings.Split(b.Text, "\n") {
		if open {
			all[len(all)-1].Command += "\n" + line
		} else if trimmed := strings.TrimSpace(line); trimmed != "" && !strings.HasPrefix(trimmed, "#") {
			all = append(all, Typed{Line: b.Line + 1 + i, Command: line})
		}
		open = strings.HasSuffix(line, "\\")
	}
	return all
}
