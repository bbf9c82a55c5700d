package lab

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Prover returns the student ID for verification number n, from 1 on.
func Prover(n int) string { return fmt.Sprintf("verify-%d", n) }

// Provers returns the student IDs that lab verify uses for the solution: the first
// one, and as many as needed to cover each value of the variables with proveEach.
// The result is deterministic.
func (l *Lab) Provers() []string {
	missing := map[string]bool{}
	for name, v := range l.each() {
		for _, word := range v.Choose {
			missing[name+"="+word] = true
		}
	}
	provers := []string{Prover(1)}
	for n := 1; n == 1 || len(missing) > 0; n++ {
		seen := false
		for name := range l.each() {
			word := name + "=" + l.Values(Prover(n))[name]
			seen = seen || missing[word]
			delete(missing, word)
		}
		if n > 1 && seen {
			provers = append(provers, Prover(n))
		}
	}
	return provers
}

// Variant lists a student's values of the variables with proveEach, which make the
// lab a different one.
func (l *Lab) Variant(student string) string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(l.each())) {
		all = append(all, name+"="+l.Values(student)[name])
	}
	return strings.Join(all, " ")
}

// each returns the variables with proveEach.
func (l *Lab) each() map[string]Variable {
	each := maps.Clone(l.Variables)
	maps.DeleteFunc(each, func(_ string, v Variable) bool { return !v.ProveEach })
	return each
}
