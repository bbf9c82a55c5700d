package shell

import "strings"

// Effects lists the commands that a sed or awk program runs and the files that it
// writes, as written in the program.
type Effects struct{ Runs, Writes []string }

// Sed returns the effects of a sed script.
func Sed(script string) Effects {
	s := &sed{rest: script}
	for s.command() {
	}
	return s.found
}

// sed parses a script from its beginning.
type sed struct {
	rest  string
	found Effects
}

// command parses one command with its addresses, and reports whether there was one.
func (s *sed) command() bool {
	s.rest = strings.TrimLeft(s.rest, " \t\n;{}")
	if s.rest == "" {
		return false
	}
	s.addresses()
	if s.rest == "" {
		return false
	}
	name := s.rest[0]
	whole := s.rest
	s.rest = s.rest[1:]
	switch name {
	case 'e':
		s.line()
		s.found.Runs = append(s.found.Runs, strings.TrimSpace(whole[:len(whole)-len(s.rest)]))
	case 'w', 'W':
		s.found.Writes = append(s.found.Writes, strings.TrimSpace(s.line()))
	case 'a', 'i', 'c', 'r', 'R', '#':
		s.line()
	case ':', 'b', 't', 'T':
		s.rest = s.rest[min(len(s.rest), endOf(s.rest, ";\n}")):]
	case 's', 'y':
		s.substitute(name == 's', whole)
	}
	return true
}

// addresses skips the addresses of a command.
func (s *sed) addresses() {
	for s.rest != "" {
		switch c := s.rest[0]; {
		case c == '/':
			s.rest = s.rest[1:]
			s.delimited('/')
		case c == '\\' && len(s.rest) > 1:
			by := s.rest[1]
			s.rest = s.rest[2:]
			s.delimited(by)
		case strings.IndexByte("0123456789$,~+! \tIM", c) >= 0:
			s.rest = s.rest[1:]
		default:
			return
		}
	}
}

// delimited skips to after a delimiter, ignoring delimiters in brackets.
func (s *sed) delimited(by byte) {
	brackets := false
	for i := 0; i < len(s.rest); i++ {
		switch c := s.rest[i]; {
		case c == '\\':
			i++
		case brackets:
			brackets = c != ']'
		case c == '[' && by != '[' && strings.IndexByte(s.rest[min(i+2, len(s.rest)):], ']') >= 0 && by == '/':
			brackets = true
		case c == by:
			s.rest = s.rest[i+1:]
			return
		}
	}
	s.rest = ""
}

// substitute parses s or y after its letter.
func (s *sed) substitute(flags bool, whole string) {
	if s.rest == "" {
		return
	}
	by := s.rest[0]
	s.rest = s.rest[1:]
	s.delimited(by)
	s.delimited(by)
	for flags && s.rest != "" && strings.IndexByte("gpiImMeE0123456789w", s.rest[0]) >= 0 {
		c := s.rest[0]
		s.rest = s.rest[1:]
		switch c {
		case 'e':
			s.found.Runs = append(s.found.Runs, whole[:len(whole)-len(s.rest)])
		case 'w':
			s.found.Writes = append(s.found.Writes, strings.TrimSpace(s.line()))
		}
	}
}

// line returns the rest of the line.
func (s *sed) line() string {
	end := endOf(s.rest, "\n")
	line := s.rest[:end]
	s.rest = s.rest[end:]
	return line
}

// endOf returns the index of the first of some characters, or the end of the text.
func endOf(text, letters string) int {
	if at := strings.IndexAny(text, letters); at >= 0 {
		return at
	}
	return len(text)
}
