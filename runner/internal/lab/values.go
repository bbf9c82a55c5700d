package lab

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Values are what the variables stand for.
type Values map[string]string

// Values are those of one student: always the same, and as good as certainly
// others than the next one's.
func (l *Lab) Values(student string) Values {
	values := Values{}
	for name, v := range l.Variables {
		values[name] = v.draw(l.ID, student, name)
	}
	return values
}

// draw picks a value by the hash of who asks for what: no order of variables
// and no version of a random source can change it.
func (v Variable) draw(seed ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(seed, "\x00")))
	number := binary.BigEndian.Uint64(sum[:8])
	switch {
	case len(v.Choose) > 0:
		return v.Choose[number%uint64(len(v.Choose))]
	case v.Letters > 0:
		return letters(sum, v.Letters)
	}
	return strconv.Itoa(v.From + int(number%uint64(v.To-v.From+1)))
}

// letters leaves out vowels, so that no words come of it.
func letters(sum [sha256.Size]byte, n int) string {
	const alphabet = "bcdfghjkmnpqrstvwxz"
	var word strings.Builder
	for _, b := range sum[len(sum)-n:] {
		word.WriteByte(alphabet[int(b)%len(alphabet)])
	}
	return word.String()
}

// placeholder is how a variable is written; see package steps, which fills in
// what is not a lab's: the namespace, and names that sentences have given.
var placeholder = regexp.MustCompile(`\$\{([A-Za-z][\w-]*)\}`)

// Fill puts the values in the place of their names, and leaves others alone.
func (v Values) Fill(text string) string {
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		if value, known := v[found[2:len(found)-1]]; known {
			return value
		}
		return found
	})
}

// Filling puts a student's values, and the lab's namespace, into what is for
// people and into submissions. In features the namespace is filled in by package
// steps, which knows of what is shared.
func (l *Lab) Filling(student string) func(string) string {
	values := l.Values(student)
	values[theNamespace] = values.Fill(l.Namespace)
	return values.Fill
}

// FillBytes is Fill for the content of a file.
func (v Values) FillBytes(content []byte) []byte { return []byte(v.Fill(string(content))) }

// String lists the values for people.
func (v Values) String() string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(v)) {
		all = append(all, name+"="+v[name])
	}
	return strings.Join(all, " ")
}

var variableName = regexp.MustCompile(`^[A-Za-z][\w-]*$`)

// theNamespace is the name that package steps gives to the namespace.
const theNamespace = "namespace"

// variables checks the variables and where they are used. It tells whether
// values can be drawn.
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

func (r *reader) variable(name string, v Variable, owner map[string]string) {
	at := []any{"variables", name}
	switch {
	case !variableName.MatchString(name):
		r.in(at, "variable %q: use letters, digits, hyphens and underscores", name)
	case name == theNamespace:
		r.in(at, "variable %q: ${namespace} is the lab's namespace; give it as namespace: ${another}", name)
	case v.ways() != 1:
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

func (v Variable) ways() int {
	n := 0
	for _, given := range []bool{len(v.Choose) > 0, v.From != 0 || v.To != 0, v.Letters != 0} {
		if given {
			n++
		}
	}
	return n
}

// choices must differ, also from those of other variables: two that come to
// the same value make another lab of it.
func (r *reader) choices(name string, words []string, owner map[string]string) {
	at := []any{"variables", name}
	if len(words) < 2 {
		r.in(at, "variable %q has one choice: write the word itself", name)
	}
	for _, word := range words {
		if other, taken := owner[word]; taken {
			r.in(at, "variable %q can be %q, as %q can", name, word, other)
		}
		if word == "" || strings.ContainsAny(word, "\n\"") {
			r.in(at, "variable %q: %q cannot stand in a sentence", name, word)
		}
		owner[word] = name
	}
}

// uses finds variables that are used and unknown, and known and not used.
// Solutions are programs, whose shell has variables of its own.
func (r *reader) uses() {
	used := map[string]bool{}
	for _, f := range r.strictFiles() {
		for i, line := range strings.Split(f.content, "\n") {
			for _, found := range placeholder.FindAllStringSubmatch(line, -1) {
				used[found[1]] = true
				r.declared(f.name, i+1, found[1])
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.lab.Variables)) {
		if !used[name] {
			r.in([]any{"variables", name}, "variable %q is used neither in the text, nor in %s or %s", name, SetupFile, ChecksFile)
		}
	}
}

func (r *reader) declared(file string, line int, name string) {
	if _, known := r.lab.Variables[name]; !known && !r.given(name) {
		r.problem(file, line, "${%s} is no variable: %s", name, r.variablesThere())
	}
}

// variablesThere says which variables there are.
func (r *reader) variablesThere() string {
	if len(r.lab.Variables) == 0 {
		return "the lab has none"
	}
	return "there are " + strings.Join(slices.Sorted(maps.Keys(r.lab.Variables)), ", ")
}

// given tells whether ${name} is filled in by package steps: the namespace, and
// outputs that a sentence has named.
func (r *reader) given(name string) bool { return name == theNamespace || r.called(name) }

// called tells whether a sentence gives the name to something.
func (r *reader) called(name string) bool {
	for _, file := range []string{SetupFile, ChecksFile} {
		if content, err := r.content(file); err == nil && strings.Contains(content, fmt.Sprintf("called %q", name)) {
			return true
		}
	}
	return false
}
