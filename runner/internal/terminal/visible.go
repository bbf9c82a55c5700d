package terminal

import (
	"crypto/rand"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Text comes from features, clusters and students, and may contain control
// characters. These can move the cursor, change the window's title or hide output.
// Other characters change the direction of text, or are invisible. Clean escapes
// all of them before they reach a terminal.

// Visible escapes control and invisible characters as in Go strings: an escape as
// \x1b. Newlines and tabs are kept.
func Visible(text string) string {
	if strings.IndexFunc(text, hidden) < 0 && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == utf8.RuneError && size == 1, r < utf8.RuneSelf && hidden(r):
			fmt.Fprintf(&b, `\x%02x`, text[0])
		case hidden(r) && r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08x`, r)
		case hidden(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(text[:size])
		}
		text = text[size:]
	}
	return b.String()
}

// hidden reports whether a character controls a terminal or is invisible.
func hidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < utf8.RuneSelf:
		return unicode.IsControl(r)
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // format characters that are visible
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// markRune is a noncharacter, which Unicode reserves for internal use.
const markRune = '\uFDD0'

// mark replaces the escape character of our own renditions until the text is
// escaped. It is partly random, so no text can forge it.
var mark = string(markRune) + rand.Text()

// Paint wraps a text in a graphic rendition of ECMA-48, for a Clean writer.
func Paint(text, rendition string) string {
	return mark + "[" + rendition + "m" + text + mark + "[0m"
}

// Painted lets the graphic renditions of a text take effect that a renderer has made of
// visible text, for a Clean writer.
func Painted(text string) string { return rendition.ReplaceAllString(text, mark+"[${1}m") }

var rendition = regexp.MustCompile(`\x1b\[([0-9;]*)m`)

// Unpainted removes the renditions of Paint.
func Unpainted(text string) string { return painted.ReplaceAllString(text, "") }

var painted = regexp.MustCompile(regexp.QuoteMeta(mark) + `\[[0-9;]*m`)

// Clean returns a writer that escapes its input like Visible. Only Paint's
// renditions take effect. If out is clean already, Clean returns it.
func Clean(out io.Writer) io.Writer { return clean(out, false) }

func clean(out io.Writer, screen bool) io.Writer {
	if c, ok := out.(*cleaner); ok {
		return c
	}
	return &cleaner{out: out, screen: screen}
}

// Data returns the writer for a machine-readable format: the writer below a clean
// one, so that nothing is escaped, unless it is a terminal.
func Data(out io.Writer) io.Writer {
	if c, ok := out.(*cleaner); ok && !c.screen {
		return c.out
	}
	return out
}

// Raw returns the writer below a clean one, for a program that controls the
// terminal itself.
func Raw(out io.Writer) io.Writer {
	if c, ok := out.(*cleaner); ok {
		return c.out
	}
	return out
}

type cleaner struct {
	out    io.Writer
	screen bool // out is a terminal

	mu   sync.Mutex
	held []byte // an incomplete UTF-8 sequence
}

func (c *cleaner) Write(text []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := append(c.held, text...)
	whole := len(all) - unfinished(all)
	c.held = append([]byte(nil), all[whole:]...)
	parts := strings.Split(string(all[:whole]), mark)
	for i, part := range parts {
		parts[i] = Visible(part)
	}
	if _, err := io.WriteString(c.out, strings.Join(parts, "\x1b")); err != nil {
		return 0, err
	}
	return len(text), nil
}

// unfinished returns the number of bytes at the end that are an incomplete UTF-8
// sequence.
func unfinished(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if tail := text[len(text)-n:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}
