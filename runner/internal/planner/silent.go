package planner

import (
	"fmt"
	"path"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// silentInFile finds in a file what godog accepts in silence, apart from its
// scenarios: a rule without any, a background without steps or with
// placeholders, and the name of another feature.
func (m *maker) silentInFile(file *feature.File) {
	f := file.Document.Feature
	entries := file.Entries()
	for _, child := range f.Children {
		if r := child.Rule; r != nil && !slices.ContainsFunc(entries, func(e *feature.Entry) bool { return e.Rule == r }) {
			m.problem(file.URI, int(r.Location.Line), "%s %q has no scenarios: nothing would be tested", r.Keyword, r.Name)
		}
	}
	for _, b := range file.Backgrounds() {
		if len(b.Steps) == 0 {
			m.problem(file.URI, int(b.Location.Line), "%s has no steps: it would do nothing", b.Keyword)
		}
	}
	m.backgroundPlaceholders(file)
	if other, taken := m.once(path.Dir(file.URI)+"\n"+f.Name, file.URI); taken {
		m.problem(file.URI, int(f.Location.Line), "%s %q: %s has this name too, reports could not tell them apart", f.Keyword, f.Name, other)
	}
}

// silentInEntry finds in a scenario what godog accepts in silence: the name of
// another one, tags that are mistyped or there twice, columns of examples and
// placeholders that do not belong together.
func (m *maker) silentInEntry(file *feature.File, entry *feature.Entry) {
	s := entry.Scenario
	line := int(s.Location.Line)
	if other, taken := m.once(file.URI+"\n"+entry.Parent()+"\n"+s.Name, fmt.Sprint(line)); taken {
		m.problem(file.URI, line, "%s %q: the one at line %s has this name too, reports could not tell them apart", s.Keyword, s.Name, other)
	}
	m.tagsOf(file, entry)
	m.placeholders(file, entry)
}

// once notes who has a name, and tells who had it before.
func (m *maker) once(name, who string) (other string, taken bool) {
	if other, taken = m.names[name]; !taken {
		m.names[name] = who
	}
	return other, taken
}
