package steps

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"
	authorizationv1 "k8s.io/api/authorization/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
	"github.com/gherkube/gherkube/steps/spelling"
)

// Claims about a single permission of a user, group or service account.
var permissionClaims = []claim{
	{
		topic:    "rights",
		opposite: true,
		pattern: `(service account|user|group) "([^"]+)" (may|may not) ([a-z]+) ([a-z*][a-z0-9./*-]*)(?: named "([^"]+)")?` +
			`(?: in (?:namespace "([^"]+)"|(all namespaces)))?`,
		meaning: "The API server's authorizers allow this, or do not (SubjectAccessReview): in the scenario's namespace, in another, or in all at once. " +
			"A resource stands as kubectl names it, a subresource behind a slash (pods/log). The service account must exist.",
		example: `service account "ci" may create pods in namespace "blue"`,
		korean: Sentence{
			Pattern: `(서비스 어카운트|사용자|그룹) "([^"]+)"{이/가/은/는}(?: (?:네임스페이스 "([^"]+)"|(모든 네임스페이스))에서)?(?: 이름이 "([^"]+)"인)? ([a-z*][a-z0-9./*-]*){을/를} ([a-z]+)할 수 (있다|없다|있게 된다|없게 된다)`,
			Example: `서비스 어카운트 "ci"는 네임스페이스 "blue"에서 pods를 create할 수 있다`,
			Order:   []int{0, 1, 6, 7, 5, 4, 3, 2},
			Words: map[string]string{
				"서비스 어카운트": "service account", "사용자": "user", "그룹": "group", "모든 네임스페이스": "all namespaces",
				"있다": "may", "있게 된다": "may", "없다": "may not", "없게 된다": "may not",
			},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			p := permissionIn(args)
			look := func(ctx context.Context) (any, error) { return p.ask(ctx, s) }
			is := observe.Satisfy(args[2]+" "+p.what(), func(a access) bool { return a.missing == "" && a.allowed == (args[2] == "may") })
			return observe.Probe(fmt.Sprintf("%s %q", p.kind, p.name), probePeriod, look), is, nil
		},
		check: func(_ Line, args []string) error { return permissionIn(args).complaint() },
		about: func(args []string) []Object { return []Object{{args[0], args[1]}} },
		nothing: func(args []string) bool {
			return args[2] == "may not" && args[0] != "service account"
		},
	},
}

// permission is what a sentence says that a subject may or may not do.
type permission struct {
	kind, name, verb, resource, object, namespace string
	everywhere                                    bool
}

func permissionIn(args []string) permission {
	return permission{args[0], args[1], args[3], args[4], args[5], args[6], args[7] != ""}
}

// what describes the permitted action.
func (p permission) what() string {
	said := p.verb + " " + p.resource
	if p.object != "" {
		said += fmt.Sprintf(" named %q", p.object)
	}
	switch {
	case p.everywhere:
		said += " in all namespaces"
	case p.namespace != "":
		said += fmt.Sprintf(" in namespace %q", p.namespace)
	}
	return said
}

func (p permission) complaint() error {
	if !slices.Contains(knownVerbs, p.verb) {
		if meant := spelling.Nearest(p.verb, knownVerbs); meant != "" {
			return fmt.Errorf("no right is called %q; did you mean %s?", p.verb, meant)
		}
		return fmt.Errorf("no right is called %q: there are %s", p.verb, strings.Join(knownVerbs, ", "))
	}
	name, _, _ := strings.Cut(p.resource, "/")
	if name == "*" || grammar.Placeholder.MatchString(name) {
		return nil
	}
	if err := knownType(name); err != nil {
		return err
	}
	t, builtIn := resource.BuiltIn(name)
	if builtIn && t.ClusterScoped && (p.namespace != "" || p.everywhere) {
		return fmt.Errorf("a %s belongs to no namespace", t)
	}
	return nil
}

// access is the API server's answer about a permission.
type access struct {
	missing string
	allowed bool
	reason  string
}

// Describe returns the answer in words.
func (a access) Describe() string {
	switch {
	case a.missing != "":
		return a.missing
	case a.allowed:
		return strings.TrimSpace("allowed " + a.reason)
	}
	return strings.TrimSpace("not allowed " + a.reason)
}

// ask asks the API server, with the rights of the user who runs the scenario.
func (p permission) ask(ctx context.Context, s *scenario.Scenario) (access, error) {
	of, err := resourceNamed(s, p.resource)
	switch {
	case meta.IsNoMatchError(err):
		return access{missing: fmt.Sprintf("the API server serves no resource %q", p.resource)}, nil
	case err != nil:
		return access{}, scenario.Asking(err, "looking up resource %q", p.resource)
	}
	of.Verb, of.Name, of.Namespace = p.verb, p.object, namespaceOf(of.Namespace, p.namespace, p.everywhere)
	spec := authorizationv1.SubjectAccessReviewSpec{ResourceAttributes: of}
	switch p.kind {
	case "service account":
		namespace, name := s.Object(p.name)
		if observe.Get[*corev1.ServiceAccount](s.History().View(), namespace, name) == nil {
			return access{missing: "there is no such service account"}, nil
		}
		spec.User = "system:serviceaccount:" + namespace + ":" + name
		spec.Groups = []string{"system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"}
	case "user":
		spec.User, spec.Groups = p.name, []string{"system:authenticated"}
	default:
		spec.Groups = []string{p.name}
	}
	review, err := s.Client().AuthorizationV1().SubjectAccessReviews().Create(ctx, &authorizationv1.SubjectAccessReview{Spec: spec}, metav1.CreateOptions{})
	if err != nil {
		return access{}, scenario.Asking(err, "asking what %s %q may do", p.kind, p.name)
	}
	return access{allowed: review.Status.Allowed, reason: review.Status.Reason}, nil
}
