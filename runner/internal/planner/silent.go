package planner

import (
	"fmt"
	"path"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// silentInFile reports errors in a file, outside of scenarios, that godog silently
// ignores: a rule without scenarios, a background without steps or with
// placeholders, and a feature's name that another one has.
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

// silentInEntry reports errors in a scenario that godog silently ignores: a name
// that another one has, mistyped or duplicate tags, and columns of Examples that do
// not match the placeholders.
func (m *maker) silentInEntry(file *feature.File, entry *feature.Entry) {
	s := entry.Scenario
	line := int(s.Location.Line)
	if other, taken := m.once(file.URI+"\n"+entry.Parent()+"\n"+s.Name, fmt.Sprint(line)); taken {
		m.problem(file.URI, line, "%s %q: the one at line %s has this name too, reports could not tell them apart", s.Keyword, s.Name, other)
	}
	m.tagsOf(file, entry)
	m.placeholders(file, entry)
}

// once registers a name, and returns its earlier owner if there is one.
func (m *maker) once(name, who string) (other string, taken bool) {
	if other, taken = m.names[name]; !taken {
		m.names[name] = who
	}
	return other, taken
}
