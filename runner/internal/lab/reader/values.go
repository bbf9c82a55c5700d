package reader

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/steps/placeholder"
)

var variableName = regexp.MustCompile(`^[A-Za-z][\w-]*$`)

// variables checks the variables and their uses. It returns false if values cannot
// be drawn.
func (r *reader) variables() bool {
	before := len(r.problems)
	owner := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(r.lab.Variables)) {
		r.variable(name, r.lab.Variables[name], owner)
	}
	drawable := before == len(r.problems)
	r.uses()
	return drawable
}

func (r *reader) variable(name string, v lab.Variable, owner map[string]string) {
	at := []any{"variables", name}
	switch {
	case !variableName.MatchString(name):
		r.in(at, "variable %q: use letters, digits, hyphens and underscores", name)
	case name == lab.NamespaceName:
		r.in(at, "variable %q: ${namespace} is the lab's namespace; give it as namespace: ${another}", name)
	case v.Ways() != 1:
		r.in(at, "variable %q: give choose, or from and to, or letters", name)
	case v.ProveEach && len(v.Choose) == 0:
		r.in(at, "variable %q: proveEach goes with choose: there is no proving with each number or name", name)
	case len(v.Choose) > 0:
		r.choices(name, v.Choose, owner)
	case v.Letters != 0 && (v.Letters < 3 || v.Letters > 20):
		r.in(at, "variable %q: %d letters: it has to be from 3 to 20", name, v.Letters)
	case v.Letters == 0 && v.From >= v.To:
		r.in(at, "variable %q: from %d to %d is no range", name, v.From, v.To)
	}
}

// choices checks that the words of a variable differ from each other and from those
// of other variables. Two variables with the same value would change the lab.
func (r *reader) choices(name string, words []string, owner map[string]string) {
	at := []any{"variables", name}
	if len(words) < 2 {
		r.in(at, "variable %q has one choice: write the word itself", name)
	}
	for _, word := range words {
		other, taken := owner[word]
		switch {
		case taken && other == name:
			r.in(at, "variable %q: %q stands twice", name, word)
		case placeholder.Pattern.MatchString(word):
			r.in(at, "variable %q: %q: a choice cannot contain another variable", name, word)
		case taken:
			r.in(at, "variable %q can be %q, as %q can", name, word, other)
		}
		if word == "" || strings.ContainsAny(word, "\n\"") {
			r.in(at, "variable %q: %q cannot stand in a sentence", name, word)
		}
		owner[word] = name
	}
}

// uses reports undefined and unused variables. Solutions are programs, whose shells
// have variables of their own.
func (r *reader) uses() {
	used := map[string]bool{}
	for _, f := range r.strictFiles() {
		for i, line := range strings.Split(f.content, "\n") {
			for _, found := range placeholder.Pattern.FindAllStringSubmatch(line, -1) {
				used[found[1]] = true
				r.declared(f.name, i+1, found[1])
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.lab.Variables)) {
		if !used[name] && r.has(lab.SetupFile) && r.has(lab.ChecksFile) {
			r.in([]any{"variables", name}, "variable %q is used neither in the text, nor in %s or %s", name, lab.SetupFile, lab.ChecksFile)
		}
	}
}

// has reports whether a file of the lab can be read. Otherwise, another problem says so.
func (r *reader) has(name string) bool {
	_, err := r.file(name)
	return err == nil
}

func (r *reader) declared(file string, line int, name string) {
	if _, known := r.lab.Variables[name]; !known && !r.given(name) {
		r.problem(file, line, "${%s} is no variable: %s", name, r.variablesThere())
	}
}

// variablesThere lists the defined variables.
func (r *reader) variablesThere() string {
	if len(r.lab.Variables) == 0 {
		return "the lab has none"
	}
	return "there are " + strings.Join(slices.Sorted(maps.Keys(r.lab.Variables)), ", ")
}

// given reports whether package steps replaces ${name}: the namespace, and named
// outputs.
func (r *reader) given(name string) bool { return name == lab.NamespaceName || r.called(name) }

// called reports whether a sentence defines the name.
func (r *reader) called(name string) bool {
	for _, file := range []string{lab.SetupFile, lab.ChecksFile} {
		if content, err := r.content(file); err == nil && strings.Contains(content, fmt.Sprintf("called %q", name)) {
			return true
		}
	}
	return false
}
