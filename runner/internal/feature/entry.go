package feature

import (
	"math"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"
)

// Entry is one scenario, or one outline with all its rows, and its location.
type Entry struct {
	Scenario *messages.Scenario
	Tags     []string // its own and inherited tags, without those of Examples
	Pickles  []*messages.Pickle
	Rule     *messages.Rule // the rule that contains it, or nil
	first    int            // the line of its first tag or, without tags, of its heading
	Last     int            // its last line
}

// Entries returns the scenarios of a feature, in order.
func (f *File) Entries() []*Entry {
	if f.Document.Feature == nil {
		return nil
	}
	walk := &walk{file: f, pickles: f.picklesByScenario()}
	inherited := tagNames(f.Document.Feature.Tags)
	for _, child := range f.Document.Feature.Children {
		walk.add(child.Background, child.Scenario, inherited)
		walk.rule(child.Rule, inherited)
	}
	walk.start(math.MaxInt)
	return walk.entries
}

// Parent returns the name of the rule that contains the entry, or "".
func (e *Entry) Parent() string {
	if e.Rule == nil {
		return ""
	}
	return e.Rule.Id
}

// walk visits a document from top to bottom. Each new part ends the entry before
// it.
type walk struct {
	file    *File
	pickles map[string][]*messages.Pickle // by the ID of their scenario
	entries []*Entry
	open    *Entry
}

func (w *walk) start(line int) {
	if w.open != nil {
		w.open.Last = w.file.lastLine(line)
		w.open = nil
	}
}

// lastLine returns the last line above another one that is neither empty nor a
// comment.
func (f *File) lastLine(before int) int {
	last := min(before-1, len(f.Lines))
	for last > 0 {
		if text := trim(f.Lines[last-1]); text != "" && !strings.HasPrefix(text, "#") {
			break
		}
		last--
	}
	return last
}

func (w *walk) rule(r *messages.Rule, inherited []string) {
	if r == nil {
		return
	}
	w.start(firstLine(r.Tags, r.Location))
	tags := slices.Concat(inherited, tagNames(r.Tags))
	before := len(w.entries)
	for _, child := range r.Children {
		w.add(child.Background, child.Scenario, tags)
	}
	for _, e := range w.entries[before:] {
		e.Rule = r
	}
}

func (w *walk) add(b *messages.Background, s *messages.Scenario, inherited []string) {
	if b != nil {
		w.start(int(b.Location.Line))
	}
	if s == nil {
		return
	}
	first := firstLine(s.Tags, s.Location)
	w.start(first)
	w.open = &Entry{
		Scenario: s, first: first, Tags: slices.Concat(inherited, tagNames(s.Tags)),
		Pickles: w.pickles[s.Id],
	}
	w.entries = append(w.entries, w.open)
}

func (f *File) picklesByScenario() map[string][]*messages.Pickle {
	all := map[string][]*messages.Pickle{}
	for _, p := range f.Pickles {
		all[p.AstNodeIds[0]] = append(all[p.AstNodeIds[0]], p)
	}
	return all
}

func firstLine(tags []*messages.Tag, heading *messages.Location) int {
	line := heading.Line
	for _, t := range tags {
		line = min(line, t.Location.Line)
	}
	return int(line)
}

func tagNames(tags []*messages.Tag) []string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = t.Name
	}
	return names
}

// Covers reports whether a line belongs to the entry.
func (e *Entry) Covers(line int) bool { return e.first <= line && line <= e.Last }

// At returns the pickles that a line of the entry selects: that of a row, those of
// an Examples table, or all.
func (e *Entry) At(line int) []*messages.Pickle {
	for i, examples := range e.Scenario.Examples {
		end := e.Last
		if i+1 < len(e.Scenario.Examples) {
			next := e.Scenario.Examples[i+1]
			end = firstLine(next.Tags, next.Location) - 1
		}
		if line >= firstLine(examples.Tags, examples.Location) && line <= end {
			return e.inRows(rowsAt(examples, line))
		}
	}
	return e.Pickles
}

// rowsAt returns the row on the line or, if there is none, all rows.
func rowsAt(examples *messages.Examples, line int) []*messages.TableRow {
	for _, row := range examples.TableBody {
		if int(row.Location.Line) == line {
			return []*messages.TableRow{row}
		}
	}
	return examples.TableBody
}

func (e *Entry) inRows(rows []*messages.TableRow) []*messages.Pickle {
	var found []*messages.Pickle
	for _, p := range e.Pickles {
		for _, row := range rows {
			if slices.Contains(p.AstNodeIds, row.Id) {
				found = append(found, p)
			}
		}
	}
	return found
}
