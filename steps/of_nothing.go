package steps

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// Object is an object that a sentence names.
type Object struct{ Kind, Name string }

// Label is the kind of a label. Its name is "app=web", or "app=web|shop" if either
// value matches.
const Label = "label"

// OfNothing returns the objects for which a sentence of this step is also true if they
// never existed. Examples: a pod is gone, etcd does not hold an object, an object never
// reaches a state, a service account may do nothing.
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

// quotedGroup matches a group that captures a name in quotes, after the word for its
// kind or after a group that captures the kind.
var quotedGroup = regexp.MustCompile(`(?:(pod|deployment|daemonset|service|namespace)|\)) "\(\[\^"\]\+\)"`)

// objects returns the objects that the words of a sentence name.
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
