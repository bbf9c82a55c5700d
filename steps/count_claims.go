package steps

import (
	"fmt"
	"maps"
	"strings"

	"github.com/onsi/gomega/types"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	operator "k8s.io/apimachinery/pkg/selection"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// countClaims count the objects of a type. The groups are the amount, the type, labels, a
// node, a namespace, "all namespaces", a state, and a field with its value.
var countClaims = []claim{
	{
		topic: "objects",
		pattern: `there (?:is|are) ` + amountWords + ` ` + typeWord + `(?: with label "([^"]+)")?(?: on (\S+))?` +
			`(?: in (?:namespace "([^"]+)"|(all namespaces)))?(?: that (?:is|are) ((?:not )?` + stateWord + `))?(?: whose ` + pathWords + ` (is|is not) "([^"]*)")?`,
		meaning: `So many objects of a type exist in the scenario's namespace, in another or in all: exactly N unless the sentence says at least, at most, more than or fewer than. ` +
			`A label is a selector as kubectl takes it (app=web, tier!=front, "env in (a, b)"). Only pods are on nodes. What is at the path of a field is as that of one object (JSONPath; amounts compare as amounts).`,
		example: `there are at least 3 pods with label "app=web" on worker-1 that are Running`,
		korean: Sentence{
			Pattern: `(?:(?:네임스페이스 "([^"]+)"|(모든 네임스페이스))에 )?(?:(\S+?)에 있고 )?(?:레이블이 "([^"]+)"인 )?(?:(` + stateWord + ` 상태(?:인|가 아닌)) )?(?:` + pathWords + `{이/가} "([^"]*)"(인|이 아닌|가 아닌) )?` +
				koreanTypeWord + `{이/가} ` + koreanAmount,
			Example: `worker-1에 있고 레이블이 "app=web"인 Running 상태인 파드가 적어도 3개 있다`,
			Order:   []int{4, 5, 3, 2, 6, 7, 9, 8, 1, 0},
			Words:   koreanPlurals(map[string]string{"모든 네임스페이스": "all namespaces", "인": "is", "이 아닌": "is not", "가 아닌": "is not"}),
			Translate: translating(map[int]func(string) string{0: koreanAmounts, 6: func(word string) string {
				state, rest, _ := strings.Cut(word, " ")
				if rest == "상태가 아닌" {
					return "not " + state
				}
				return state
			}}),
		},
		read:   counted,
		check:  countable,
		speaks: func(args []string) []string { return args[1:2] },
		beyond: func(_ Line, args []string) bool {
			t, _ := resource.BuiltIn(args[1])
			return args[3] != "" || args[5] != "" || t.ClusterScoped && t.Kind != "Node"
		},
		about:   countedLabels,
		nothing: countsNothing,
	},
}

// koreanPlurals maps Korean names of types to the English plurals.
func koreanPlurals(more map[string]string) map[string]string {
	words := maps.Clone(more)
	for korean, english := range koreanTypes {
		t, _ := resource.BuiltIn(english)
		words[korean] = t.Plural
	}
	return words
}

func counted(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
	count, err := parseAmount(args[0])
	if err != nil {
		return nil, nil, err
	}
	t, err := s.Type(args[1])
	if err != nil {
		return nil, nil, err
	}
	selector, err := labels.Parse(args[2])
	if err != nil {
		return nil, nil, fmt.Errorf("%q is no label selector: %w", args[2], err)
	}
	if err := s.Knows(args[3]); err != nil {
		return nil, nil, err
	}
	namespace := namespaceOf(s.Namespace(), args[4], args[5] != "" || t.ClusterScoped)
	word, not := strings.CutPrefix(args[6], "not ")
	var inState filter = everyObject
	if word != "" {
		is := stateMatcher(t, word)
		inState = func(u *unstructured.Unstructured) (bool, error) {
			ok, err := is.Match(observe.Typed(u))
			return ok != not, err
		}
	}
	hasField, err := fieldIs(args[7:])
	if err != nil {
		return nil, nil, err
	}
	return observe.AnyOf(describedCount(args), t, namespace, func(u *unstructured.Unstructured) (bool, error) {
		node, _, _ := unstructured.NestedString(u.Object, "spec", "nodeName")
		if !selector.Matches(labels.Set(u.GetLabels())) || args[3] != "" && node != args[3] {
			return false, nil
		}
		if is, err := inState(u); err != nil || !is {
			return false, err
		}
		return hasField(u)
	}), count.inNumber(), nil
}

func describedCount(args []string) string {
	said := "the " + args[1]
	if args[2] != "" {
		said += fmt.Sprintf(" with label %q", args[2])
	}
	said += onNode(args[3])
	switch {
	case args[4] != "":
		said += fmt.Sprintf(" in namespace %q", args[4])
	case args[5] != "":
		said += " in all namespaces"
	}
	if args[6] != "" {
		said += " that are " + args[6]
	}
	if args[7] != "" {
		said += fmt.Sprintf(" whose %s %s %q", args[7], args[8], args[9])
	}
	return said
}

// countable statically checks a count.
func countable(in Line, args []string) error {
	if err := isAmount(0)(in, args); err != nil {
		return err
	}
	if err := knownType(args[1]); err != nil {
		return err
	}
	if _, err := labels.Parse(args[2]); err != nil && !grammar.Placeholder.MatchString(args[2]) {
		return fmt.Errorf("%q is no label selector: %w", args[2], err)
	}
	t, builtIn := resource.BuiltIn(args[1])
	switch {
	case args[3] != "" && t.Kind != "Pod":
		return fmt.Errorf("only pods are on a node, and a %s is not", args[1])
	case builtIn && t.ClusterScoped && (args[4] != "" || args[5] != ""):
		return fmt.Errorf("a %s belongs to no namespace", t)
	}
	if args[7] != "" {
		if err := (fieldRef{path: args[7], of: ref{typ: args[1]}}).complaint(); err != nil {
			return err
		}
	}
	if args[6] != "" {
		return shows(args[1], args[6])
	}
	return nil
}

// filter reports whether an object counts, or why this cannot be said: the path or the state
// does not fit the object, and then a count without it would be wrong.
type filter func(*unstructured.Unstructured) (bool, error)

func everyObject(*unstructured.Unstructured) (bool, error) { return true, nil }

// fieldIs builds a filter from a path, "is" or "is not", and a value. Without a path, all
// objects match.
func fieldIs(args []string) (filter, error) {
	if args[0] == "" {
		return everyObject, nil
	}
	path, err := resource.ParsePath(args[0])
	if err != nil {
		return nil, err
	}
	return func(u *unstructured.Unstructured) (bool, error) {
		f, err := fieldOf(path, u)
		if err != nil {
			return false, fmt.Errorf("%s %q: %w", u.GetKind(), u.GetName(), err)
		}
		return f.is(args[2]) == (args[1] == "is"), nil
	}, nil
}

// countsNothing reports whether a count of zero satisfies the claim.
func countsNothing(args []string) bool {
	a, err := parseAmount(args[0])
	return err == nil && a.holds(0)
}

// countedLabels returns the labels by which a claim selects objects of the scenario's
// namespace. A typo in one would select nothing. Other namespaces have objects that the
// scenario did not create.
func countedLabels(args []string) []Object {
	selector, err := labels.Parse(args[2])
	if err != nil || args[4] != "" || args[5] != "" || !strings.ContainsAny(args[2], "=(") {
		return nil
	}
	requirements, _ := selector.Requirements()
	var all []Object
	for _, r := range requirements {
		if r.Operator() == operator.Equals || r.Operator() == operator.DoubleEquals || r.Operator() == operator.In {
			all = append(all, Object{Label, r.Key() + "=" + strings.Join(r.ValuesUnsorted(), "|")})
		}
	}
	return all
}
