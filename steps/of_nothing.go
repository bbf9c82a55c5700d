package steps

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Object is something that a sentence speaks of by its name.
type Object struct{ Kind, Name string }

// Label is the kind of a label, whose name is "app=web", or "app=web|shop" where either
// value will do.
const Label = "label"

// OfNothing returns the objects of which a sentence of this step says what is
// true of those that nobody ever made: that a pod is gone, that etcd does not
// hold it, that something never becomes of it, that an account may do nothing.
func (s Step) OfNothing(text string) []Object {
	words := s.words(text)
	if !s.Timed || len(words) == 0 || s.Pattern == untilPattern() {
		return nil
	}
	if c := s.claim; c != nil && c.about != nil {
		if words[0] == "never within" || c.nothing != nil && c.nothing(words[2:]) {
			return c.about(words[2:])
		}
		return nil
	}
	objects, at := s.objects(words), slices.Index(words, "no ")
	switch {
	case words[0] == "never within",
		strings.Contains(s.Pattern, "(every|no) node has") && slices.Contains(words, "no"),
		strings.Contains(s.Pattern, "may do nothing"), slices.Contains(words, "no more than"):
		return objects
	case strings.Contains(s.Pattern, "holds (no )?") && at >= 0 && at+2 < len(words):
		return []Object{{words[at+1], words[at+2]}}
	}
	return nil
}

// quotedGroup is a group that captures a name in quotes, behind the word for
// its kind, or behind a group that captures that.
var quotedGroup = regexp.MustCompile(`(?:(pod|deployment|daemonset|service|namespace)|\)) "\(\[\^"\]\+\)"`)

// objects are those that the words of a sentence name.
func (s Step) objects(words []string) []Object {
	var all []Object
	for _, at := range quotedGroup.FindAllStringSubmatchIndex(s.Pattern, -1) {
		group := grammar.Captures(s.Pattern[:at[1]]) - 1
		if group < 1 || group >= len(words) {
			continue
		}
		kind := words[group-1]
		if at[2] >= 0 {
			kind = s.Pattern[at[2]:at[3]]
		}
		all = append(all, Object{kind, words[group]})
	}
	return all
}
