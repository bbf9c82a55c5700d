package lsp

import (
	"strings"
	"unicode/utf8"
)

// text is a document with its lines. Lines end with \n; a \r before it is not part
// of the line.
type text struct {
	whole string
	lines []string
}

func textOf(whole string) text {
	lines := strings.Split(whole, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSuffix(l, "\r")
	}
	return text{whole, lines}
}

// line returns a line, counted from 0, or "" if there is no such line.
func (t text) line(number int) string {
	if number < 0 || number >= len(t.lines) {
		return ""
	}
	return t.lines[number]
}

// units counts the UTF-16 code units of a text.
func units(text string) int {
	n := 0
	for _, r := range text {
		n += unitsOf(r)
	}
	return n
}

// unitsOf returns the number of code units of a character. An invalid byte counts
// as one, because editors display one character for it.
func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// bytesAt returns the byte offset of a position in a line. A position after the end
// of the line counts as its end; one within a character counts as before it.
func bytesAt(line string, character int) int {
	at := 0
	for at < len(line) && character > 0 {
		r, size := utf8.DecodeRuneInString(line[at:])
		if character -= unitsOf(r); character < 0 {
			break
		}
		at += size
	}
	return at
}

// at returns the position of a byte in a line.
func (t text) at(line, bytes int) position {
	content := t.line(line)
	return position{line, units(content[:min(max(bytes, 0), len(content))])}
}

// span returns a part of a line, given in bytes.
func (t text) span(line, begin, end int) span { return span{t.at(line, begin), t.at(line, end)} }

// written returns the range of a line's text, without surrounding white space.
func (t text) written(line int) span {
	content := t.line(line)
	begin := len(content) - len(strings.TrimLeft(content, " \t"))
	return t.span(line, begin, max(begin, len(strings.TrimRight(content, " \t"))))
}

// offset returns the byte offset of a position in the document.
func (t text) offset(p position) int {
	if p.Line < 0 {
		return 0
	}
	rest, at := t.whole, 0
	for range p.Line {
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			return len(t.whole)
		}
		at, rest = at+end+1, rest[end+1:]
	}
	return at + bytesAt(t.line(p.Line), p.Character)
}

// positionOf returns the position of a byte offset in the document.
func (t text) positionOf(offset int) position {
	before := t.whole[:min(offset, len(t.whole))]
	line := strings.Count(before, "\n")
	return t.at(line, len(before)-strings.LastIndexByte(before, '\n')-1)
}
