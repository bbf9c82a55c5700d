package steps

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const fieldMeaning = ` The path is a JSONPath, as kubectl takes it. Every pod, some pod or no pod of a workload means those that it owns.`

// fieldClaim is a claim that compares a field. words is the pattern that follows the field
// in the sentence.
type fieldClaim struct {
	words         string
	meaning       string
	example       string
	korean        string
	koreanExample string
	koreanWords   map[string]string
	koreanLast    bool // see swapped
	// compare parses the words. want follows "to" in messages; holds reports whether a
	// field is as wanted.
	compare func(words []string) (want string, holds func(field) bool, err error)
}

func (f fieldClaim) claim() claim {
	order := koreanOrder(grammar.Groups(f.words))
	if n := len(order); f.koreanLast {
		order[n-1], order[n-2] = order[n-2], order[n-1]
	}
	return claim{
		topic:   "fields",
		pattern: fieldWords + " " + f.words,
		meaning: f.meaning + fieldMeaning,
		example: f.example,
		korean: Sentence{
			Pattern: koreanField + f.korean, Example: f.koreanExample,
			Order: order, Words: inKoreanTypes(koreanPodsOfField, f.koreanWords),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			want, holds, err := f.compare(args[fieldGroups:])
			if err != nil {
				return nil, nil, err
			}
			return fieldIn(args).read(s, want, holds)
		},
		check: func(_ Line, args []string) error {
			if err := quotedNode(args[2:]); err != nil {
				return err
			}
			if err := fieldIn(args).complaint(); err != nil {
				return err
			}
			if slices.ContainsFunc(args[fieldGroups:], grammar.Placeholder.MatchString) {
				return nil
			}
			_, _, err := f.compare(args[fieldGroups:])
			return err
		},
		speaks:  speaksOf(2),
		about:   aboutObject(2),
		nothing: func([]string) bool { return false },
	}
}

var fieldClaims = claimsOf(fieldForms)

func claimsOf(forms []fieldClaim) []claim {
	var all []claim
	for _, f := range forms {
		all = append(all, f.claim())
	}
	return all
}

// fieldForms are all comparisons of a field. Steps about answers of a submission use the
// same ones.
var fieldForms = []fieldClaim{
	fieldClaim{
		words:         `(is|is not) "([^"]*)"`,
		meaning:       "What is at the path has this value, or another or none. Amounts in units compare as amounts: 500m is 0.5.",
		example:       `{.spec.replicas} of deployment "web" is "3"`,
		korean:        `{이/가/은/는} "([^"]*)"(이다|가 된다|이 된다|다|{이/가} 아니다)`,
		koreanExample: `디플로이먼트 "web"의 {.spec.replicas}가 "3"이다`,
		koreanWords:   map[string]string{"이다": "is", "다": "is", "가 된다": "is", "이 된다": "is", "이 아니다": "is not", "가 아니다": "is not"},
		compare: func(words []string) (string, func(field) bool, error) {
			if words[0] == "is not" {
				return fmt.Sprintf("be other than %q", words[1]), func(f field) bool { return !f.is(words[1]) }, nil
			}
			return fmt.Sprintf("be %q", words[1]), func(f field) bool { return f.is(words[1]) }, nil
		},
	}.swapped(),
	fieldClaim{
		words:         `(includes|does not include) "([^"]*)"`,
		meaning:       "One of the values at the path, or of the elements of a list there, is this; or none is.",
		example:       `{.spec.accessModes} of pvc "data" includes "ReadWriteOnce"`,
		korean:        `에 "([^"]*)"{이/가} (있다|생긴다|없다)`,
		koreanExample: `pvc "data"의 {.spec.accessModes}에 "ReadWriteOnce"가 있다`,
		koreanWords:   map[string]string{"있다": "includes", "생긴다": "includes", "없다": "does not include"},
		compare: func(words []string) (string, func(field) bool, error) {
			if words[0] == "includes" {
				return fmt.Sprintf("include %q", words[1]), func(f field) bool { return f.includes(words[1]) }, nil
			}
			return fmt.Sprintf("not include %q", words[1]), func(f field) bool { return !f.includes(words[1]) }, nil
		},
	}.swapped(),
	fieldClaim{
		words:         `is (at least|at most|more than|less than) "?([^"\s]+)"?`,
		meaning:       "What is at the path is a number, a quantity, a percentage, a time or a duration, and compares so; of several values, each does.",
		example:       `{.status.readyReplicas} of deployment "web" is at least 2`,
		korean:        `{이/가/은/는} "?([^"\s]+?)"?(?:{이/} )?(이상|이하|초과|미만){이다/가 된다/이 된다}`,
		koreanExample: `디플로이먼트 "web"의 {.status.readyReplicas}가 2 이상이다`,
		koreanWords:   map[string]string{"이상": "at least", "이하": "at most", "초과": "more than", "미만": "less than"},
		compare: func(words []string) (string, func(field) bool, error) {
			if err := resource.HasOrder(words[1]); err != nil {
				return "", nil, err
			}
			want := fmt.Sprintf("be %s %s", words[0], words[1])
			return want, func(f field) bool { return f.each(func(v string) bool { return ordered(v, words[0], words[1]) }) }, nil
		},
	}.swapped(),
	{
		words:         `is between "?([^"\s]+)"? and "?([^"\s]+)"?`,
		meaning:       "What is at the path is a number, a quantity, a percentage, a time or a duration from the first to the second, both included.",
		example:       `{.spec.resources.requests.storage} of pvc "data" is between 1Gi and 2Gi`,
		korean:        `{이/가/은/는} "?([^"\s]+?)"? 이상 "?([^"\s]+?)"? 이하{이다/가 된다}`,
		koreanExample: `pvc "data"의 {.spec.resources.requests.storage}가 1Gi 이상 2Gi 이하이다`,
		compare: func(words []string) (string, func(field) bool, error) {
			order, err := resource.Order(words[0], words[1])
			if err != nil {
				return "", nil, err
			}
			if order > 0 {
				return "", nil, fmt.Errorf("nothing is between %s and %s: the first is more than the second", words[0], words[1])
			}
			return fmt.Sprintf("be between %s and %s", words[0], words[1]), func(f field) bool {
				return f.each(func(v string) bool { return ordered(v, "at least", words[0]) && ordered(v, "at most", words[1]) })
			}, nil
		},
	},
	{
		words:         `is one of ("[^"]*"(?:(?:, | or )"[^"]*")+)`,
		meaning:       "What is at the path has one of these values.",
		example:       `{.spec.type} of service "web" is one of "NodePort", "LoadBalancer"`,
		korean:        `{이/가/은/는} ("[^"]*"(?:(?:, |{이나/나} )"[^"]*")+) 중 하나{이다/가 된다}`,
		koreanExample: `서비스 "web"의 {.spec.type}이 "NodePort", "LoadBalancer" 중 하나이다`,
		compare: func(words []string) (string, func(field) bool, error) {
			var all []string
			for _, found := range inQuotes.FindAllStringSubmatch(words[0], -1) {
				all = append(all, found[1])
			}
			want := fmt.Sprintf("be one of %s", words[0])
			return want, func(f field) bool { return slices.ContainsFunc(all, f.is) }, nil
		},
	},
	fieldClaim{
		words:         `(matches|does not match) /(.+)/`,
		meaning:       "What is at the path matches the regular expression (RE2), which may match anywhere in it; or does not.",
		example:       `{.status.podIP} of pod "web" matches /^10\./`,
		korean:        `{이/가/은/는} /(.+)/에 (맞는다|맞지 않는다)`,
		koreanExample: `파드 "web"의 {.status.podIP}가 /^10\./에 맞는다`,
		koreanWords:   map[string]string{"맞는다": "matches", "맞지 않는다": "does not match"},
		compare: func(words []string) (string, func(field) bool, error) {
			re, err := regexp.Compile(words[1])
			switch {
			case err != nil:
				return "", nil, fmt.Errorf("/%s/ is not a regular expression: %w", words[1], err)
			case re.MatchString(""):
				return "", nil, fmt.Errorf("/%s/ matches everything, nothing too: write what has to be there", words[1])
			}
			if words[0] == "matches" {
				return fmt.Sprintf("match /%s/", words[1]), func(f field) bool { return re.MatchString(f.text()) }, nil
			}
			return fmt.Sprintf("not match /%s/", words[1]), func(f field) bool { return !re.MatchString(f.text()) }, nil
		},
	}.swapped(),
	{
		words:         `is (set|unset)`,
		meaning:       "There is something at the path, or nothing: the object exists in both cases.",
		example:       `{.spec.nodeName} of pod "web" is unset`,
		korean:        `{이/가/은/는} (있다|생긴다|없다|비어 있다)`,
		koreanExample: `파드 "web"의 {.spec.nodeName}이 없다`,
		koreanWords:   map[string]string{"있다": "set", "생긴다": "set", "없다": "unset", "비어 있다": "unset"},
		compare: func(words []string) (string, func(field) bool, error) {
			return "be " + words[0], func(f field) bool { return (len(f.values) > 0) == (words[0] == "set") }, nil
		},
	},
}

var inQuotes = regexp.MustCompile(`"([^"]*)"`)

// swapped marks a claim whose verb is last in Korean: its two groups after the field
// are in reverse order there.
func (f fieldClaim) swapped() fieldClaim {
	f.koreanLast = true
	return f
}

// is reports whether the field has a value.
func (f field) is(value string) bool {
	return len(f.values) > 0 && (f.text() == value || len(f.values) == 1 && resource.Same(f.values[0], value))
}

// text returns the field as kubectl prints it.
func (f field) text() string { return strings.Join(f.values, " ") }

func (f field) includes(value string) bool {
	return slices.ContainsFunc(f.flat, func(one string) bool { return resource.Same(one, value) })
}

// each reports whether there are values and holds is true of all.
func (f field) each(holds func(string) bool) bool {
	return len(f.flat) > 0 && !slices.ContainsFunc(f.flat, func(one string) bool { return !holds(one) })
}

// ordered compares two values; it returns false for values that have no order.
func ordered(value, how, with string) bool {
	order, err := resource.Order(value, with)
	if err != nil {
		return false
	}
	switch how {
	case "at least":
		return order >= 0
	case "at most":
		return order <= 0
	case "more than":
		return order > 0
	}
	return order < 0
}

var errNoPart = errors.New("the doc string says nothing of the object: write a part of it, as YAML")
