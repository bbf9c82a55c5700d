package steps

import (
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

// Kind is what a step does in a scenario.
type Kind string

// The kinds: Given prepares, When acts, Then only observes.
const (
	Given Kind = "Given"
	When  Kind = "When"
	Then  Kind = "Then"
)

// The keywords that a step may follow: an action prepares or acts.
var (
	anAction      = []Kind{Given, When}
	aPreparation  = []Kind{Given}
	anExpectation = []Kind{Then}
)

// Step is one sentence of the vocabulary. A step that changes the cluster can
// stand as a Given or as a When; Kinds lists both then.
type Step struct {
	Topic      string   // the page of the catalogue it stands on
	Kinds      []Kind   // the keywords it may follow
	Pattern    string   // a regular expression for the whole sentence
	Meaning    string   // one line: what it does, or what it says is true
	Example    string   // a sentence that the pattern matches
	Korean     Sentence // the same in Korean; its language is known
	Disruptive bool     // it disrupts the cluster: the scenario needs @disruptive or @own-cluster
	Timed      bool     // it says when what it expects is true
	Looks      bool     // as a Given or a When it changes nothing in the cluster: checks of labs may use it
	Func       any      // func(context.Context, ...) error, as godog takes it

	added    bool        // by Extend
	gives    output      // what lines after it may speak of
	injected []makeFault // the fault that it injects
	reverted []makeFault // the faults of which it reverts those that are there
	claim    *claim      // that it makes in a frame; nil if it makes none, or two
	// speaks lists the types of objects of which a line speaks; nil means that it speaks
	// of those that are always watched.
	speaks func(words []string) []string

	begins func(words []string) monitored // the requests that it begins
	// alone says the claims of a line that makes several each in a sentence of its own.
	alone func(in Line, words []string) []string
	// ownValues is set if the function itself fills in the values of what stands below
	// the sentence.
	ownValues bool

	// check finds what is wrong with a line before it runs, given what the
	// pattern captured in it; nil means that nothing can be told.
	check func(in Line, words []string) error
	// beyond reports whether what comes of a line depends on what is beyond the
	// scenario's namespace; nil means that it never does.
	beyond func(in Line, words []string) bool
}

// makeFault makes the fault that the words of a sentence mean.
type makeFault func(c cluster.Cluster, words []string) (faults.Fault, error)

// Allows reports whether the step may follow a keyword of that kind.
func (s Step) Allows(k Kind) bool {
	return slices.Contains(s.Kinds, k)
}

// Alone returns sentences that each say one of the claims that a line of this step makes;
// the line's own if it makes one, or none.
func (s Step) Alone(in Line) []string {
	if s.alone == nil {
		return []string{in.Text}
	}
	return s.alone(in, s.words(in.Text))
}

// MayDisrupt reports whether a sentence can do more to a cluster than change what
// is in its scenario's namespace, as far as the sentence shows: what a manifest
// does, it does not show. What its scripts do is not looked at here.
func (s Step) MayDisrupt(in Line) bool {
	switch {
	case s.Disruptive:
		return true
	case s.Looks || !slices.ContainsFunc(anAction, s.Allows):
		return false
	case s.Topic == "pods" && len(in.Table) > 0: // requests take the room of the cluster's nodes
		return slices.Contains(in.Table[0], "cpu") || slices.Contains(in.Table[0], "memory")
	}
	return s.Topic == "manifests"
}
