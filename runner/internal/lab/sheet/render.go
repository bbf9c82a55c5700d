package sheet

import (
	"html"
	"regexp"
	"strings"

	"github.com/charmbracelet/glamour"
	"github.com/charmbracelet/glamour/ansi"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// The columns that text is wrapped to: longer lines are hard to read, and shorter ones
// harder than the terminal's own breaks.
const (
	longest  = 100
	shortest = 20
)

// render renders Markdown for a clean writer of package terminal.
func render(markdown string, p Paper) (string, error) {
	renderer, err := glamour.NewTermRenderer(
		glamour.WithStyles(style(p.Color)),
		glamour.WithWordWrap(max(shortest, min(p.Width, longest))),
	)
	if err != nil {
		return "", err
	}
	drawn, err := renderer.Render(hyphens.ReplaceAllStringFunc(harmless(markdown), joined))
	if err != nil {
		return "", err
	}
	drawn = strings.ReplaceAll(strings.Trim(drawn, "\n"), hyphen, "-")
	return terminal.Painted(trailing.ReplaceAllStringFunc(drawn, closed)) + "\n", nil
}

// harmless takes the meaning from character references if any stands for a control
// character, because the renderer resolves them.
func harmless(markdown string) string {
	plain := html.UnescapeString(markdown)
	if terminal.Visible(plain) == plain {
		return markdown
	}
	return strings.ReplaceAll(terminal.Visible(markdown), "&", "&amp;")
}

// hyphen is a hyphen at which the renderer does not break lines. Broken options and
// names could not be copied.
const hyphen = "\u2011"

var hyphens = regexp.MustCompile(`-+[\p{L}\p{N}]`)

func joined(text string) string { return strings.ReplaceAll(text, "-", hyphen) }

// trailing is the space with which the renderer fills lines, and its renditions.
var trailing = regexp.MustCompile(`(?m)(?:\x1b\[[0-9;]*m|[ \t])+$`)

// closed keeps the end of a rendition.
func closed(space string) string {
	if strings.Contains(space, "\x1b") {
		return "\x1b[0m"
	}
	return ""
}

// style returns the style of a terminal with a dark or a light background. Without
// color, it marks headings and code as Markdown does.
func style(color bool) ansi.StyleConfig {
	if !color {
		return ansi.StyleConfig{
			H1:          ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: "# "}},
			H2:          ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: "## "}},
			Heading:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockSuffix: "\n"}},
			Code:        ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: "`", Suffix: "`"}},
			CodeBlock:   codeBlock(nil),
			List:        list(),
			Item:        ansi.StylePrimitive{BlockPrefix: "- "},
			Enumeration: ansi.StylePrimitive{BlockPrefix: ". "},
			BlockQuote:  quote(),
		}
	}
	bold, underlined := new(true), new(true)
	return ansi.StyleConfig{
		Heading:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockSuffix: "\n", Bold: bold}},
		H1:          ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: bold, Underline: underlined}},
		H2:          ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: bold, Color: new("6")}},
		Strong:      ansi.StylePrimitive{Bold: bold},
		Emph:        ansi.StylePrimitive{Underline: underlined},
		Code:        ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: new("3")}},
		CodeBlock:   codeBlock(new("3")),
		Link:        ansi.StylePrimitive{Underline: underlined},
		List:        list(),
		Item:        ansi.StylePrimitive{BlockPrefix: "- "},
		Enumeration: ansi.StylePrimitive{BlockPrefix: ". "},
		BlockQuote:  quote(),
	}
}

func codeBlock(color *string) ansi.StyleCodeBlock {
	return ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: color}, Margin: new(uint(2))}}
}

func list() ansi.StyleList { return ansi.StyleList{LevelIndent: 2} }

func quote() ansi.StyleBlock { return ansi.StyleBlock{Indent: new(uint(1)), IndentToken: new("| ")} }
