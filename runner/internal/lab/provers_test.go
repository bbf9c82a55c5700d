package lab_test

import (
	"slices"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/lab"
)

func TestProversShowEachWordThatHasToBeProved(t *testing.T) {
	words := []string{"certificate", "flag", "image", "port", "volume"}
	l := &lab.Lab{Document: lab.Document{ID: "x", Variables: map[string]lab.Variable{
		"cause": {Choose: words, ProveEach: true},
		"other": {Choose: []string{"yes", "no"}, ProveEach: true},
		"team":  {Choose: []string{"a", "b", "c", "d", "e", "f", "g", "h"}},
	}}}
	var seen []string
	for _, student := range l.Provers() {
		seen = append(seen, l.Values(student)["cause"], l.Values(student)["other"])
	}
	for _, word := range append(words, "yes", "no") {
		if !slices.Contains(seen, word) {
			t.Errorf("%s is not seen: %q", word, seen)
		}
	}
	if n := len(l.Provers()); n > len(words)+1 {
		t.Errorf("%d students, of whom some show nothing new", n)
	}
	if got := l.Variant("verify-1"); got != "cause="+l.Values("verify-1")["cause"]+" other="+l.Values("verify-1")["other"] {
		t.Errorf("got %q", got)
	}
}

func TestOneProverIsEnoughWhereNothingElseIsBroken(t *testing.T) {
	l := &lab.Lab{Document: lab.Document{ID: "x"}}
	if got := l.Provers(); !slices.Equal(got, []string{"verify-1"}) || l.Variant("verify-1") != "" {
		t.Errorf("got %q, %q", got, l.Variant("verify-1"))
	}
}
