package steps

import (
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

// Kind is the role of a step in a scenario.
type Kind string

// The kinds: Given prepares, When acts, Then only observes.
const (
	Given Kind = "Given"
	When  Kind = "When"
	Then  Kind = "Then"
)

// The keywords that a step may follow. An action may prepare or act.
var (
	anAction      = []Kind{Given, When}
	aPreparation  = []Kind{Given}
	anExpectation = []Kind{Then}
)

// Step is one sentence of the vocabulary. A step that changes the cluster can be a
// Given or a When; Kinds then lists both.
type Step struct {
	Topic      string   // its page in the catalogue
	Kinds      []Kind   // the keywords it may follow
	Pattern    string   // a regular expression for the whole sentence
	Meaning    string   // one line: what it does, or what it claims
	Example    string   // a sentence that the pattern matches
	Korean     Sentence // the Korean sentence; its language need not be set
	Disruptive bool     // it disrupts the cluster, so the scenario needs @disruptive or @own-cluster
	Timed      bool     // it says when its expectation must be true
	Looks      bool     // it changes nothing in the cluster even as a Given or a When, so checks of labs may use it
	Func       any      // func(context.Context, ...) error, as godog takes it

	added    bool        // by Extend
	gives    output      // what later lines may refer to
	injected []makeFault // the fault that it injects
	reverted []makeFault // the faults that it reverts, if they are active
	claim    *claim      // its claim, without a frame; nil if it has none, or two
	// speaks returns the resource types that a line mentions; nil means only types that
	// are always watched.
	speaks func(words []string) []string

	begins func(words []string) monitored // the requests that it starts
	// alone splits a line with several claims into sentences with one claim each.
	alone func(in Line, words []string) []string
	// ownValues is set if the function itself replaces each ${name}. It has to find the
	// claims in its arguments first: a value must not change what they say.
	ownValues bool

	// check returns what is wrong with a line before it runs, given the words that the
	// pattern captured; nil means that no check is possible.
	check func(in Line, words []string) error
	// beyond reports whether the result of a line depends on anything outside the
	// scenario's namespace; nil means that it never does.
	beyond func(in Line, words []string) bool
}

// makeFault makes the fault that the words of a sentence describe.
type makeFault func(c cluster.Cluster, words []string) (faults.Fault, error)

// Allows reports whether the step may follow a keyword of this kind.
func (s Step) Allows(k Kind) bool {
	return slices.Contains(s.Kinds, k)
}

// Alone splits a line of this step into sentences with one claim each. It returns the
// line itself if there is one claim, or none.
func (s Step) Alone(in Line) []string {
	if s.alone == nil {
		return []string{in.Text}
	}
	return s.alone(in, s.words(in.Text))
}

// MayDisrupt reports whether a sentence may change more in a cluster than its
// scenario's namespace. It is true for manifests, because the sentence does not show
// what they change. The contents of scripts are not examined.
func (s Step) MayDisrupt(in Line) bool {
	switch {
	case s.Disruptive:
		return true
	case s.Looks || !slices.ContainsFunc(anAction, s.Allows):
		return false
	case s.Topic == "pods" && len(in.Table) > 0: // requests take allocatable resources of the cluster's nodes
		return slices.Contains(in.Table[0], "cpu") || slices.Contains(in.Table[0], "memory")
	}
	return s.Topic == "manifests"
}
