package steps

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/scenario"
	"github.com/gherkube/gherkube/steps/spelling"
)

// Claims about one object of any type.
var objectClaims = []claim{
	{
		topic:   "objects",
		pattern: objectWords + ` is ((?:not )?` + stateWord + `|gone)`,
		meaning: "The state of an object of any type, named as kubectl names it (pvc, job, widgets.example.com): a condition that is True, or the phase. " +
			"A pod is Running when every container runs and is ready; a node is Unknown if it has not reported for the grace period. " +
			"Not means that the object exists and is in another state; gone, that it does not exist.",
		example: `job "backup" is Complete`,
		korean: Sentence{
			Pattern: koreanObject + `{이/가/은/는} (` + stateWord + ` 상태{이다/가 된다/가 아니다}|사라진다|없다)`,
			Example: `잡 "backup"이 Complete 상태가 된다`,
			Words:   inKoreanTypes(), Translate: koreanState(3),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return stateOf(s, refIn(args), args[3])
		},
		check:   ofObject(0, func(_ Line, args []string) error { return shows(refIn(args).typ, args[3]) }),
		speaks:  speaksOf(0),
		about:   aboutObject(0),
		nothing: func(args []string) bool { return args[3] == "gone" },
	},
	{
		topic:    "objects",
		opposite: true,
		pattern:  objectWords + ` exists`,
		meaning:  "The object exists, in any state. The opposite is: is gone.",
		example:  `ingress "web" exists`,
		korean: Sentence{
			Pattern: koreanObject + `{이/가} {있다/생긴다}`,
			Example: `인그레스 "web"이 있다`,
			Words:   inKoreanTypes(),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			subject, _, err := refIn(args).subject(s)
			return subject, observe.BePresent(), err
		},
		check:  ofObject(0),
		speaks: speaksOf(0),
		about:  aboutObject(0),
	},
}

// koreanState translates the state at one position of a Korean sentence into English.
func koreanState(at int) func(int, string) string {
	return func(argument int, word string) string {
		state, verb, _ := strings.Cut(word, " ")
		switch {
		case argument != at:
			return word
		case word == "사라진다", word == "없다":
			return "gone"
		case verb == "상태가 아니다":
			return "not " + state
		}
		return state
	}
}

// stateOf observes the state of an object. Pods and nodes keep the rules of their own
// sentences, which follow the everyday meaning of the words.
func stateOf(s *scenario.Scenario, r ref, state string) (observe.Subject, types.GomegaMatcher, error) {
	subject, t, err := r.subject(s)
	if err != nil {
		return nil, nil, err
	}
	word, not := strings.CutPrefix(state, "not ")
	if t.Kind == "Pod" && t.Group == "" {
		namespace, name := s.Object(r.name)
		subject = observe.Pod(namespace, name)
	}
	if t.Kind == "Node" {
		subject = observe.Node(r.name)
	}
	is := stateMatcher(t, word)
	if not {
		is = gomega.And(observe.BePresent(), gomega.Not(is))
	}
	return subject, is, nil
}

// stateMatcher matches an object of a type in a given state.
func stateMatcher(t resource.Type, word string) types.GomegaMatcher {
	switch {
	case word == "gone":
		return observe.BeAbsent()
	case word == "Terminating":
		return observe.BeTerminating()
	case t.Kind == "Pod" && word == "Pending":
		return observe.BePending()
	case t.Kind == "Pod" && word == "Running":
		return observe.BeRunning()
	case t.Kind == "Node" && word == "Ready":
		return observe.BeReadyNode()
	case t.Kind == "Node" && word == "NotReady":
		return observe.BeNotReady()
	case t.Kind == "Node" && word == "Unknown":
		return observe.BeUnknown()
	}
	return observe.BeInState(word)
}

// states returns the states that sentences can name for a built-in type.
func states(t resource.Type) []string {
	all := slices.Concat(t.States, []string{"Terminating"})
	if t.Kind == "Node" {
		all = append(all, "NotReady", "Unknown")
	}
	return all
}

// shows rejects a state that objects of a built-in type never have.
func shows(typ, state string) error {
	t, builtIn := resource.BuiltIn(typ)
	word := strings.TrimPrefix(state, "not ")
	if !builtIn || word == "gone" || slices.Contains(states(t), word) {
		return nil
	}
	if meant := spelling.Nearest(word, states(t)); meant != "" {
		return fmt.Errorf("a %s is never %s; did you mean %s?", t, word, meant)
	}
	if len(t.States) == 0 {
		return fmt.Errorf("a %s is never %s: it has no conditions and no phase; its fields can be looked at ({.spec...} of %[1]s \"...\" is \"...\")", t, word)
	}
	return fmt.Errorf("a %s is never %s: it can be %s", t, word, strings.Join(states(t), ", "))
}

// untyped returns a matcher for unstructured objects, which are as the API returns them.
func untyped(want string, match func(*unstructured.Unstructured) bool) types.GomegaMatcher {
	return observe.Satisfy(want, func(u *unstructured.Unstructured) bool { return u != nil && match(u) })
}
