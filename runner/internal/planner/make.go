package planner

import (
	"slices"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/inventory"
	"github.com/gherkube/gherkube/runner/internal/nearest"
	"github.com/gherkube/gherkube/runner/internal/phrases"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/tags"
	"github.com/gherkube/gherkube/steps"
)

// Request says what to plan, as a user requested it.
type Request struct {
	Paths      []string          // files, folders and file.feature:LINE; none means the folder features
	Tags       string            // a tag expression, as "@a and not @b"
	Timings    cluster.Timings   // overrides the timings profile of every topology
	Kubernetes []cluster.Version // the versions for scenarios that name none; none means the newest
	Cluster    string            // the name of a running cluster for all scenarios
	Images     []string          // images for the registries of the clusters
	Up         cluster.Topology  // that cluster's topology, if it was looked up
	Parallel   int               // maximum number of scenarios that run at a time; 0 means one
	Name       string            // a regular expression for the names of scenarios
	Seed       int64             // of a random order; 0 keeps the order of the files
	Times      int               // number of runs of each scenario; 0 means one
	Retry      int               // number of further tries for a scenario that does not pass
	FailFast   bool              // start no scenario after one has failed
	Slow       bool              // include scenarios tagged @slow
	Versions   []plan.Version    // versions of the components that the run depends on
	// Topology is the topology of the lab's own cluster, on which its features run.
	// The zero value means that scenarios choose.
	Topology cluster.Topology
	// Checks is true if the features are the checks of a lab, which judge a
	// submission.
	Checks bool
	// Named lists the values that are defined before the features of a lab run.
	Named []string
	// Render replaces variables in features before they are parsed, and keeps the
	// lines; nil changes nothing.
	Render func(content []byte) []byte
	// Texts replaces files, by path, with unsaved texts of an editor.
	Texts map[string][]byte
	// Root is the topmost folder in which phrases are searched; empty means the
	// project's root.
	Root string
	// Open is set for unfinished scenarios: incompleteness is not an error.
	Open bool
	// Nearest is an existing index of the vocabulary; nil creates one when
	// necessary.
	Nearest *nearest.Index
}

// Vocabulary looks up sentences. Package steps implements it, and tests have a
// smaller one.
type Vocabulary interface {
	All() []steps.Step
	Match(sentence string) []steps.Step
	TopologyOf(sentences []string) (cluster.Topology, error)
}

// Make plans the run. Its error is an input.Error with all problems.
func Make(r Request, v Vocabulary) (*plan.Plan, error) {
	m := &maker{request: r, vocabulary: v, nearest: r.Nearest, names: map[string]string{}, wrong: map[string][]int{}, told: map[string]bool{}, plan: &plan.Plan{
		Versions: r.Versions, Cluster: r.Cluster, Parallel: r.Parallel,
		Seed: r.Seed, Times: r.Times, Retry: r.Retry, FailFast: r.FailFast,
		Repeat: r.command(), Flags: r.flags(),
	}}
	m.validate()
	paths := r.Paths
	if len(paths) == 0 {
		paths = []string{"features"}
	}
	targets := m.targets(paths)
	m.newID = (&messages.Incrementing{}).NewId
	m.openLibrary(targets)
	for _, t := range targets {
		m.read(t)
	}
	m.nothingSelected()
	m.phraseSources()
	if err := input.Join(m.problems); err != nil {
		return nil, err
	}
	m.matrix()
	repeat(m.plan)
	shuffle(m.plan)
	return m.plan, nil
}

// maker collects the plan and its problems.
type maker struct {
	request    Request
	vocabulary Vocabulary
	plan       *plan.Plan
	problems   []input.Problem
	wrong      map[string][]int // the lines with a problem, by file
	tags       tags.Filter
	name       nameFilter
	seen       []string          // all tags, for messages about tag expressions
	names      map[string]string // names of features and scenarios, and their locations
	told       map[string]bool   // steps that were reported, by file, line and text
	nearest    *nearest.Index    // index of the vocabulary; nil until a sentence is undefined
	newID      func() string
	phrases    phraseBook
}

func (m *maker) problem(file string, line int, format string, args ...any) {
	m.add(input.At(file, line, format, args...))
}

// add adds problems, and records their lines by file.
func (m *maker) add(problems ...input.Problem) {
	m.problems = append(m.problems, problems...)
	for _, p := range problems {
		lines := m.wrong[p.File]
		if at, known := slices.BinarySearch(lines, p.Line); !known {
			m.wrong[p.File] = slices.Insert(lines, at, p.Line)
		}
	}
}

func (m *maker) validate() {
	var err error
	if m.tags, err = tags.Parse(m.request.Tags); err != nil {
		m.problem("", 0, "--tags: %v%s", err, advice(m.request.Tags, nil))
	}
	if m.name, err = parseName(m.request.Name); err != nil {
		m.problem("", 0, "--name: %v", err)
	}
	m.order()
	if m.request.Parallel < 0 {
		m.problem("", 0, "--parallel %d: at least one scenario has to run at a time", m.request.Parallel)
	}
	for _, image := range m.request.Images {
		if err := inventory.ImageError(image); err != nil && m.request.Topology == (cluster.Topology{}) {
			m.problem("", 0, "--image: %v", err)
		}
	}
	if m.request.Timings == "" {
		return
	}
	if _, err := m.request.Timings.Values(); err != nil {
		m.problem("", 0, "--timings: %v", err)
		m.request.Timings = "" // or each topology would be reported too
	}
}

func (m *maker) read(t feature.Target) {
	file, problems := m.parse(t)
	m.add(problems...)
	if file == nil {
		return
	}
	entries := file.Entries()
	if len(entries) == 0 {
		if len(problems) == 0 {
			m.problem(file.URI, 0, "the feature has no scenarios: nothing would be tested")
		}
		return
	}
	m.plan.Sources = append(m.plan.Sources, plan.Source{URI: file.URI, Content: file.Content})
	m.lines(file, t.Lines, entries)
	m.prose(file)
	m.headings(file)
	m.swallowed(file)
	m.silentInFile(file)
	words := wordsOf(file)
	for _, entry := range entries {
		m.entry(file, words, entry, t.Lines)
	}
}

// targets returns the files at the paths. A path in Texts need not exist on disk.
func (m *maker) targets(paths []string) []feature.Target {
	var found []feature.Target
	for _, path := range paths {
		if _, given := m.request.Texts[path]; given {
			found = append(found, feature.Target{Path: path})
		}
	}
	if len(found) == len(paths) {
		return found
	}
	found, problems := feature.Find(paths)
	m.add(problems...)
	return found
}

func (m *maker) parse(t feature.Target) (*feature.File, []input.Problem) {
	if text, given := m.request.Texts[t.Path]; given {
		return feature.ParseText(t.Path, text, m.newID, m.request.Render)
	}
	return feature.Read(t, m.newID, m.request.Render)
}

// lines rejects line numbers without a scenario.
func (m *maker) lines(file *feature.File, wanted []int, entries []*feature.Entry) {
	for _, line := range wanted {
		switch {
		case line < 1:
			m.problem(file.URI, 0, "there is no line %d: the scenarios of this file begin at %s", line, headings(entries))
		case line > len(file.Lines):
			m.problem(file.URI, line, "the file has %d lines; its scenarios begin at %s", len(file.Lines), headings(entries))
		case !slices.ContainsFunc(entries, func(e *feature.Entry) bool { return e.Covers(line) }):
			m.problem(file.URI, line, "no scenario stands here; the scenarios of this file begin at %s", headings(entries))
		}
	}
}

func (m *maker) entry(file *feature.File, words words, entry *feature.Entry, wanted []int) {
	if phrases.Is(entry.Tags) {
		m.phrase(file, entry, wanted)
		return
	}
	m.phrases.scenarios++
	m.seen = append(m.seen, allTags(entry)...)
	selected := m.selected(entry, wanted)
	if len(selected) == 0 && !m.wantsEmpty(entry, wanted) {
		return
	}
	m.silentInEntry(file, entry)
	if !m.structure(file, entry) {
		return
	}
	for _, pickle := range selected {
		s := m.scenario(file, words, pickle)
		if entry.Rule != nil {
			s.Rule = entry.Rule.Name
		}
		m.place(s)
		m.sentences(s)
		m.unmade(s)
		s.Clean = m.clean(s)
		m.tooLong(s)
		if m.tooSlow(s, wanted) {
			m.plan.Slow++
			continue
		}
		m.plan.Scenarios = append(m.plan.Scenarios, s)
	}
	m.disruptive(file, words, entry)
}

// selected returns the pickles of the entry that the lines and tags select.
func (m *maker) selected(entry *feature.Entry, wanted []int) []*messages.Pickle {
	var selected []*messages.Pickle
	for _, pickle := range entry.Pickles {
		atLine := len(wanted) == 0 || slices.ContainsFunc(wanted, func(line int) bool {
			return entry.Covers(line) && slices.Contains(entry.At(line), pickle)
		})
		if atLine && m.tags.Match(pickleTags(pickle)) && m.name.match(pickle.Name) {
			selected = append(selected, pickle)
		}
	}
	return selected
}

// wantsEmpty reports whether an outline without rows, which has no pickles, is
// selected.
func (m *maker) wantsEmpty(entry *feature.Entry, wanted []int) bool {
	atLine := len(wanted) == 0 || slices.ContainsFunc(wanted, entry.Covers)
	return len(entry.Pickles) == 0 && atLine && m.tags.Match(entry.Tags) && m.name.match(entry.Scenario.Name)
}

func pickleTags(pickle *messages.Pickle) []string {
	names := make([]string, len(pickle.Tags))
	for i, t := range pickle.Tags {
		names[i] = t.Name
	}
	return names
}

// nothingSelected reports an empty selection, unless there are other problems.
func (m *maker) nothingSelected() {
	if len(m.plan.Scenarios) > 0 || len(m.problems) > 0 {
		return
	}
	if m.plan.Slow > 0 {
		m.problem("", 0, "nothing is left to run: %s (--tags %s runs them)", m.plan.SlowOnes(), plan.SlowTag)
		return
	}
	if m.phrases.defined > 0 && m.phrases.scenarios == 0 {
		m.problem("", 0, "there is nothing to run: these files only define phrases")
		return
	}
	if m.request.Name != "" {
		m.problem("", 0, "%s", m.name.nothing())
		return
	}
	m.problem("", 0, "--tags %s selects none of the scenarios%s", plan.Quote(m.request.Tags), advice(m.request.Tags, m.seen))
}
