package lab

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Prover is the name of one of the students that prove labs, from 1 on.
func Prover(n int) string { return fmt.Sprintf("verify-%d", n) }

// Provers are those in whose variants a lab's solution is proved: the first, and
// as many more as it takes for each word of the variables with proveEach to be
// seen. They are always the same.
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

// Variant tells those of a student's values with which the lab is another one:
// of the variables with proveEach.
func (l *Lab) Variant(student string) string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(l.each())) {
		all = append(all, name+"="+l.Values(student)[name])
	}
	return strings.Join(all, " ")
}

// each are the variables with proveEach.
func (l *Lab) each() map[string]Variable {
	each := maps.Clone(l.Variables)
	maps.DeleteFunc(each, func(_ string, v Variable) bool { return !v.ProveEach })
	return each
}
