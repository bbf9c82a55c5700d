package feature

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/steps/spelling"
)

// Place is a text of a scenario in which Gherkin replaces placeholders.
type Place struct {
	Line  int
	Text  string
	whole string // the whole doc string, or the text
	quote bool   // the text quotes Gherkin, with placeholders of its own
}

// Places returns the steps of the entry with their arguments and, for an outline,
// its name. The name of a scenario without Examples may contain anything, because
// nothing is replaced in it.
func (e *Entry) Places() []Place {
	places := placesOf(e.Scenario.Steps)
	if len(e.Scenario.Examples) > 0 {
		places = append(places, Place{int(e.Scenario.Location.Line), e.Scenario.Name, e.Scenario.Name, false})
	}
	return places
}

// BackgroundPlaces returns the texts of the backgrounds of a file, in which nothing
// is replaced.
func (f *File) BackgroundPlaces() []Place {
	var places []Place
	eachPart(f.Document, func(b *messages.Background) { places = append(places, placesOf(b.Steps)...) }, nil)
	return places
}

func placesOf(steps []*messages.Step) []Place {
	var places []Place
	add := func(line int64, text string) { places = append(places, Place{int(line), text, text, false}) }
	for _, s := range steps {
		add(s.Location.Line, s.Text)
		if d := s.DocString; d != nil {
			add(d.Location.Line, d.MediaType)
			for i, line := range strings.Split(d.Content, "\n") {
				places = append(places, Place{int(d.Location.Line) + 1 + i, line, d.Content, isGherkin(d)})
			}
		}
		if s.DataTable == nil {
			continue
		}
		for _, row := range s.DataTable.Rows {
			for _, cell := range row.Cells {
				add(row.Location.Line, cell.Value)
			}
		}
	}
	return places
}

// angled matches what looks like a placeholder.
var angled = regexp.MustCompile(`<([^<>\n]+)>`)

// Names returns the names in angle brackets that may be meant as placeholders: all
// that resemble a column, and others unless they look like shell or HTML. Those
// have a space at an end (cat <in >out), follow another < (<<EOF >file), do not
// begin with a letter, have a character that no name has, or are closed
// (<b>...</b>).
func (p Place) Names(columns []string) []string {
	if p.quote {
		return nil
	}
	var names []string
	for _, at := range angled.FindAllStringSubmatchIndex(p.Text, -1) {
		name := p.Text[at[2]:at[3]]
		heredoc := at[0] > 0 && p.Text[at[0]-1] == '<'
		if nearColumn(name, columns) || !heredoc && isName(name) && !strings.Contains(p.whole, "</"+name+">") {
			names = append(names, name)
		}
	}
	return names
}

// nearColumn reports whether a name differs from a column by one letter.
func nearColumn(name string, columns []string) bool {
	return slices.ContainsFunc(columns, func(column string) bool {
		return len(column) >= 3 && spelling.Distance(strings.ToLower(name), strings.ToLower(column)) <= 1
	})
}

func isName(name string) bool {
	first := []rune(name)[0]
	return strings.TrimSpace(name) == name && (unicode.IsLetter(first) || first == '_') && !literal[name] &&
		!strings.ContainsFunc(name, func(r rune) bool {
			return !unicode.In(r, unicode.L, unicode.M, unicode.N) && !strings.ContainsRune(" _-", r)
		})
}

// literal lists names in angle brackets that kubectl and other programs print, and
// HTML elements without a closing tag.
var literal = setOf(`none unknown unset nil null invalid pending error empty self nodes
	html head body br hr img`)

// Literal reports whether a value equals its own placeholder, which keeps a name in
// angle brackets unchanged.
func Literal(column, value string) bool { return value == "<"+column+">" }

// Has reports whether the text contains the placeholder of a column.
func (p Place) Has(column string) bool { return strings.Contains(p.Text, "<"+column+">") }

// Misspells returns a misspelt placeholder of a column in the text: with spaces
// within the brackets, with one bracket missing, or with the brackets of an East
// Asian keyboard.
func (p Place) Misspells(column string) string {
	quoted := regexp.QuoteMeta(column)
	spelt := regexp.MustCompile(`(?i)<\s+` + quoted + `\s*>|<` + quoted + `\s+>|[＜〈《]\s*` + quoted + `\s*[＞〉》]|<` + quoted + `(?:[^\p{L}\p{N}_>-]|$)`)
	return strings.TrimSpace(spelt.FindString(p.Text))
}

// Columns returns the column names of an Examples table.
func Columns(e *messages.Examples) []string {
	if e.TableHeader == nil {
		return nil
	}
	columns := make([]string, len(e.TableHeader.Cells))
	for i, cell := range e.TableHeader.Cells {
		columns[i] = cell.Value
	}
	return columns
}

// AllColumns returns the column names of all Examples of a scenario, without
// duplicates.
func (e *Entry) AllColumns() []string {
	var all []string
	for _, examples := range e.Scenario.Examples {
		for _, column := range Columns(examples) {
			if !slices.Contains(all, column) {
				all = append(all, column)
			}
		}
	}
	return all
}
