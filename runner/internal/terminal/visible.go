package terminal

import (
	"crypto/rand"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Text that is shown comes from features, clusters and students, and a terminal
// obeys what it is told: control characters move the cursor, retitle the window
// or hide what was said; others turn the direction of the text around them, or
// take no room. None of them reaches a terminal as it is: Clean shows them.

// Visible shows what a terminal would obey or hide, as Go writes it in strings:
// an escape as \x1b. Lines and tabs stay.
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

// hidden reports whether a character acts on a terminal, or cannot be seen there.
func hidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < utf8.RuneSelf:
		return unicode.IsControl(r)
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // formats, and seen
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// markRune is a noncharacter, which Unicode leaves to programs.
const markRune = '\uFDD0'

// mark stands for the escape of a rendition of our own until the text is made
// visible. Nobody else can write it: part of it is drawn at random.
var mark = string(markRune) + rand.Text()

// Paint sets a graphic rendition of ECMA-48 around a text, for a writer that is
// Clean.
func Paint(text, rendition string) string {
	return mark + "[" + rendition + "m" + text + mark + "[0m"
}

// Clean returns a writer that shows what is written to it as Visible has it,
// and only Paint's renditions take effect. One that is clean is returned as it
// is.
func Clean(out io.Writer) io.Writer { return clean(out, false) }

func clean(out io.Writer, screen bool) io.Writer {
	if c, ok := out.(*cleaner); ok {
		return c
	}
	return &cleaner{out: out, screen: screen}
}

// Data returns where a format for programs goes: past a clean writer, so that
// nothing of it changes, unless that leads to a screen.
func Data(out io.Writer) io.Writer {
	if c, ok := out.(*cleaner); ok && !c.screen {
		return c.out
	}
	return out
}

// Raw returns the writer below a clean one, for a program that has the terminal
// to itself.
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
	held []byte // the beginning of a character that is not whole yet
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

// unfinished is how many bytes at the end begin a character without ending it.
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
