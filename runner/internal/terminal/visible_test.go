package terminal

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	rows := map[string]string{
		"plain text, 한국어, ñ, 🙂\n\tand more": "plain text, 한국어, ñ, 🙂\n\tand more",
		"\x1b[2J\x1b]0;title\x07":           `\x1b[2J\x1b]0;title\x07`,
		"over\rwritten\b\x00\x7f":           `over\x0dwritten\x08\x00\x7f`,
		"\u009b31m \x9b31m":                 `\u009b31m \x9b31m`,
		"abc\u202edef\u2066\u200f":          `abc\u202edef\u2066\u200f`,
		"zero\u200bwidth\ufeff\u2060":       `zero\u200bwidth\ufeff\u2060`,
		"line\u2028break":                   `line\u2028break`,
		"tag\U000E0041":                     `tag\U000e0041`,
		"half \xe2\x82":                     `half \xe2\x82`,
		"\uFDD0":                            `\ufdd0`,
		"\uFFFD is a character":             "\uFFFD is a character",
	}
	for text, want := range rows {
		if got := Visible(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestOnlyOurOwnRenditionsTakeEffect(t *testing.T) {
	var out bytes.Buffer
	w := Clean(&out)
	say(t, w, Paint("passed \x1b[31m", "32")+" \x1b[31mfailed\n")
	if want := "\x1b[32mpassed \\x1b[31m\x1b[0m \\x1b[31mfailed\n"; out.String() != want {
		t.Errorf("%q", out.String())
	}
	if Clean(w) != w {
		t.Error("what is clean is cleaned again")
	}
}

func TestACharacterThatComesInPieces(t *testing.T) {
	var out bytes.Buffer
	w := Clean(&out)
	for _, b := range []byte("한 \x1b 🙂.\n") {
		say(t, w, string([]byte{b}))
	}
	if out.String() != "한 \\x1b 🙂.\n" {
		t.Errorf("%q", out.String())
	}
}

// Output for programs does not change on its way to a file or a pipe.
func TestDataGoesPastACleanWriter(t *testing.T) {
	var out bytes.Buffer
	w := Clean(&out)
	say(t, Data(w), "\u200b")
	if out.String() != "\u200b" || Data(clean(&out, true)) == io.Writer(&out) {
		t.Errorf("%q", out.String())
	}
}

func TestProgressIsVisible(t *testing.T) {
	var out bytes.Buffer
	terminal := Plain(&bytes.Buffer{}, &out)
	terminal.Begin("clus\x1bter").End(fmt.Errorf("no\x07 memory"))
	terminal.Close()
	if !strings.HasSuffix(out.String(), " clus\\x1bter: failed after 0s: no\\x07 memory\n") {
		t.Errorf("%q", out.String())
	}
	var screen bytes.Buffer
	live := &live{out: &screen}
	live.above(&screen)
	live.begin("a\x9dname", false).End(fmt.Errorf("\u202eerror"))
	if !strings.Contains(screen.String(), `a\x9dname: failed after 0s: \u202eerror`) {
		t.Errorf("%q", screen.String())
	}
}

func say(t *testing.T, w io.Writer, text string) {
	t.Helper()
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
}

// FuzzClean writes arbitrary bytes in two parts: all output must be visible.
func FuzzClean(f *testing.F) {
	f.Add([]byte("\x1b[2J"), 1)
	f.Add([]byte("한\u202e\xff"), 2)
	f.Fuzz(func(t *testing.T, text []byte, at int) {
		var out bytes.Buffer
		w := Clean(&out)
		at = min(max(at, 0), len(text))
		say(t, w, string(text[:at]))
		say(t, w, string(text[at:])+"\n")
		if !utf8.Valid(out.Bytes()) {
			t.Errorf("%q is not UTF-8", out.Bytes())
		}
		for _, r := range out.String() {
			if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Errorf("%q lets %U through", text, r)
			}
		}
	})
}
