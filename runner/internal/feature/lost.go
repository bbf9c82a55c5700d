package feature

import (
	"regexp"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/steps/spelling"
)

// lost reports text that the parser silently drops or treats as a description.
func (f *File) lost() []input.Problem {
	l := &losses{file: f}
	for _, line := range f.Prose() {
		l.prose(line)
	}
	for _, c := range f.Document.Comments {
		l.comment(c)
	}
	eachTag(f.Document, l.tag)
	eachStep(f.Document, l.step)
	for _, h := range f.Headings() {
		l.heading(h)
	}
	eachScenario(f.Document, func(s *messages.Scenario) {
		for _, e := range s.Examples {
			l.rows(append([]*messages.TableRow{e.TableHeader}, e.TableBody...))
		}
	})
	return l.problems
}

type losses struct {
	file     *File
	problems []input.Problem
}

func (l *losses) at(line int64, format string, args ...any) {
	l.problems = append(l.problems, input.At(l.file.URI, int(line), format, args...))
}

func (l *losses) language() string {
	if l.file.Document.Feature == nil {
		return ""
	}
	return l.file.Document.Feature.Language
}

// IsProse is the advice for a line that looks like more than a description.
const IsProse = "if it is prose, begin the line with >"

// prose rejects a line of a description that looks like another part of a feature.
func (l *losses) prose(p Prose) {
	if p.Quoted() {
		return
	}
	line := int64(p.Line)
	switch start := p.Text[:min(3, len(p.Text))]; {
	case tagLine.MatchString(typed(p.Text)):
		l.at(line, "the tags in the description of %s are lost: tags begin their line, above the heading; %s", p.Of, IsProse)
		return
	case isRow(typed(p.Text)):
		l.at(line, "a table row in the description of %s is lost: a table follows a step, or Examples; %s", p.Of, IsProse)
		return
	case start == `"""`, start == "```":
		l.at(line, "a doc string in the description of %s is lost: a doc string follows a step; %s", p.Of, IsProse)
		return
	}
	if k, found := mistypedHeading(p.Text, l.language()); found {
		l.at(line, "%q is taken for a description: write \"%s:\" %s; %s", p.Text, k.keyword, l.whereHeadings(k), IsProse)
	}
}

// tagLine matches a line that contains only tags, after any other characters.
var tagLine = regexp.MustCompile(`^[^\pL\pN@]*@\s?[\pL\pN_-]+(?:[\s,]+@[\pL\pN_-]+)*$`)

// isRow reports whether a line is a row of a table, even if its first bar is
// missing.
func isRow(text string) bool {
	return strings.HasPrefix(text, "|") || strings.HasSuffix(text, " |") && strings.Count(text, "|") > 1
}

// whereHeadings says why a correctly spelt heading is not recognized in its place.
func (l *losses) whereHeadings(k headingKeyword) string {
	if k.language != l.language() {
		return "in the language of the feature (# language: " + l.language() + ")"
	}
	return "where a part of this kind can begin"
}

// comment rejects a comment that looks like a language declaration but is none.
func (l *losses) comment(c *messages.Comment) {
	found := likeLanguage.FindStringSubmatch(trim(c.Text))
	if found == nil || found[2] == l.language() || dialectNamed(found[2]) == nil {
		return
	}
	if word := strings.ToLower(found[1]); word == "lang" || spelling.Distance(word, "language") <= 2 {
		l.at(c.Location.Line, `this comment does not set the language: write "# language: %s" once, above the feature and its tags`, found[2])
	}
}

// tag rejects tags that are probably not meant as they are written.
func (l *losses) tag(t *messages.Tag) {
	switch name := t.Name; {
	case trim(name) != name || Visible(name) != name:
		l.at(t.Location.Line, "the tag %q contains a space or an invisible character", name)
	case strings.HasSuffix(name, ",") || strings.HasSuffix(name, ";"):
		l.at(t.Location.Line, "the tag %s ends with %q: separate tags by spaces", name, name[len(name)-1:])
	case angled.MatchString(name):
		l.at(t.Location.Line, "the tag %s contains a placeholder: tags are not filled in from Examples", name)
	}
}

func (l *losses) step(s *messages.Step) {
	if s.DataTable != nil && s.DocString != nil {
		l.at(s.Location.Line, "the step has a table and a doc string: no step of the vocabulary takes both")
	}
	if s.DataTable != nil {
		l.rows(s.DataTable.Rows)
	}
	if s.DocString != nil {
		l.docString(s.DocString)
	}
}

// heading rejects a tag after the name of a part.
func (l *losses) heading(h Heading) {
	if found := tagBehind.FindString(h.Name); found != "" {
		l.at(int64(h.Line), "the tag%s is a part of the name: tags stand on a line of their own, above the heading", found)
	}
}

// tagBehind matches a tag after a name.
var tagBehind = regexp.MustCompile(`(?:^|\s)@[\pL\pN_-]+$`)

// docString rejects text after the closing delimiter of a doc string.
func (l *losses) docString(d *messages.DocString) {
	line := d.Location.Line + 1
	if d.Content != "" || l.line(line) == "" {
		line += int64(strings.Count(d.Content, "\n")) + 1
	}
	if text := strings.TrimPrefix(l.line(line), d.Delimiter); text != "" {
		l.at(line, "%q after the %s that closes the doc string is lost", text, d.Delimiter)
	}
	if media := strings.TrimSpace(d.MediaType); media != "" && !mediaType.MatchString(media) {
		l.at(d.Location.Line, "%q after the %s that opens the doc string is lost: it is taken for a media type; begin the text on the next line", media, d.Delimiter)
	}
}

// mediaType matches a media type, such as text/x-sh or yaml, or a placeholder for
// one.
var mediaType = regexp.MustCompile(`^(?:[\w.+/-]+(?:;[^"]*)?|<[^>]+>)$`)

// rows rejects text after the last | of a row, headings of another table, and
// Markdown's line below a heading.
func (l *losses) rows(rows []*messages.TableRow) {
	for i, row := range rows {
		if row == nil {
			continue
		}
		switch written := l.line(row.Location.Line); {
		case ruled.MatchString(written):
			l.at(row.Location.Line, "this line is a row of the table like any other: leave it out")
		case i > 0 && rows[0] != nil && cells(row) == cells(rows[0]):
			l.at(row.Location.Line, "this row is the heading once more: a second table needs its own step, or its own Examples:")
		}
		if text := afterLastBar(l.line(row.Location.Line)); text != "" {
			l.at(row.Location.Line, "%q after the last | of the row is lost: end the row with |", text)
		}
	}
}

// ruled matches the line below the heading of a Markdown table.
var ruled = regexp.MustCompile(`^\|(?:\s*:?-{2,}:?\s*\|)+$`)

func cells(row *messages.TableRow) string {
	var all strings.Builder
	for _, cell := range row.Cells {
		all.WriteString(cell.Value + "\x00")
	}
	return all.String()
}

// line returns a line of the file without leading and trailing space.
func (l *losses) line(number int64) string {
	if number < 1 || int(number) > len(l.file.Lines) {
		return ""
	}
	return trim(l.file.Lines[number-1])
}

func afterLastBar(row string) string {
	last, escaped := 0, false
	for i, r := range row {
		if r == '|' && !escaped {
			last = i + 1
		}
		escaped = r == '\\' && !escaped
	}
	return trim(row[last:])
}
