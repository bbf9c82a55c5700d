package steps

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cucumber/godog"
	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/discovery"

	"github.com/gherkube/gherkube/fixtures/authorization"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var rightSteps = []Step{
	{
		Topic:   "rights",
		Kinds:   anExpectation,
		Timed:   true,
		Pattern: `^(within|for) ` + duration.Pattern + ` (service account|user) "([^"]+)" may do (exactly|at least|no more than)(?: in (all namespaces))?:$`,
		Meaning: "Effective permissions in the scenario's namespace, over all verbs, resources and subresources of the API server, from any roles and bindings: " +
			"the rows of the table (| verbs | resources |, separated by spaces, and | names | for single objects), with nothing missing, nothing beyond, or both. " +
			"In all namespaces means in each of them but those of other scenarios. The default permissions of every authenticated user do not count.",
		Example: `within 10s service account "viewer" may do exactly:`,
		Korean: Sentence{
			Pattern: "^" + duration.Korean + ` (안에|동안) (서비스 어카운트|사용자) "([^"]+)"{이/가}(?: (모든 네임스페이스)에서)? 다음(만|을|을 넘어서는 아무것도) {할 수 있다/할 수 있게 된다/할 수 없다/할 수 없게 된다}:$`,
			Example: `10초 안에 서비스 어카운트 "viewer"가 다음만 할 수 있다:`,
			Order:   []int{1, 0, 2, 3, 5, 4},
			Words: map[string]string{
				"모든 네임스페이스": "all namespaces", "안에": "within", "동안": "for", "서비스 어카운트": "service account", "사용자": "user",
				"만": "exactly", "을": atLeast, "을 넘어서는 아무것도": noMoreThan,
			},
		},
		Func: mayDo,
		check: func(in Line, _ []string) error {
			_, err := permissionRows(in.Table)
			return err
		},
	},
}

var rightClaims = []claim{
	{
		topic:   "rights",
		several: true,
		pattern: `(service account|user) "([^"]+)" may do nothing in other namespaces`,
		meaning: "In all namespaces except those of scenarios, and on cluster-scoped objects, the account has only the default permissions of every authenticated user.",
		example: `service account "viewer" may do nothing in other namespaces`,
		korean: Sentence{
			Pattern: `(서비스 어카운트|사용자) "([^"]+)"{이/가} 다른 네임스페이스에서 아무것도 할 수 {없다/없게 된다}`,
			Example: `서비스 어카운트 "viewer"가 다른 네임스페이스에서 아무것도 할 수 없다`,
			Words:   map[string]string{"서비스 어카운트": "service account", "사용자": "user"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return rightsOf(s, args[0], args[1], noMoreThan, otherNamespaces, nil), permitting(noMoreThan), nil
		},
	},
}

// The ways to compare a table of permissions, besides exactly.
const (
	atLeast    = "at least"
	noMoreThan = "no more than"
)

var permissionColumns = grammar.Columns{grammar.Needed("verbs"), grammar.Needed("resources"), grammar.Optional("names")}

// permissionRows reads the table. The value of a placeholder is checked later, when it
// is known.
func permissionRows(table [][]string) ([]authorization.Row, error) {
	cells, err := permissionColumns.Rows(table)
	if err != nil {
		return nil, err
	}
	var rows []authorization.Row
	for _, row := range cells {
		r := authorization.Row{Verbs: words(row["verbs"]), Resources: words(row["resources"]), Names: words(row["names"])}
		if err := r.Complaint(grammar.Placeholder.MatchString); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// words splits a cell at spaces and commas.
func words(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return r == ' ' || r == ',' })
}

func mayDo(ctx context.Context, frame, limit, kind, name, how, everywhere string, table *godog.Table) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	rows, err := permissionRows(grammar.Cells(table))
	if err != nil {
		return err
	}
	namespaces := ownNamespace
	if everywhere != "" {
		namespaces = allNamespaces
	}
	return expect(ctx, s, frame, limit, claim{read: func(s *scenario.Scenario, _ []string) (observe.Subject, types.GomegaMatcher, error) {
		return rightsOf(s, kind, name, how, namespaces, rows), permitting(how), nil
	}}, nil)
}

// rights compares a subject's permissions in namespaces with a table.
type rights struct{ all []namespaceRights }

type namespaceRights struct {
	namespace                  string
	permitted, missing, beyond authorization.Permissions
}

// compared compares permissions as strictly as the sentence asks for.
func compared(how, namespace string, permitted, meant authorization.Permissions) namespaceRights {
	n := namespaceRights{namespace: namespace, permitted: permitted}
	if how != noMoreThan {
		n.missing = meant.Beyond(permitted)
	}
	if how != atLeast {
		n.beyond = permitted.Beyond(meant)
	}
	return n
}

func (n namespaceRights) wrong() bool { return len(n.missing)+len(n.beyond) > 0 }

// rightsOf asks the API server for the permissions of a subject in each of some
// namespaces.
func rightsOf(s *scenario.Scenario, kind, ref, how string, namespaces func(*scenario.Scenario) []string, rows []authorization.Row) observe.Subject {
	namespace, name := s.Object(ref)
	who := name
	if kind == "service account" {
		who = "system:serviceaccount:" + namespace + ":" + name
	}
	describe := fmt.Sprintf("what %s %q may do", kind, ref)
	return observe.Probe(describe, probePeriod, func(ctx context.Context) (any, error) {
		config := s.Cluster().Config()
		config.QPS, config.Burst = 200, 400
		client, err := discovery.NewDiscoveryClientForConfig(config)
		if err != nil {
			return nil, err
		}
		resources, err := authorization.Discover(client)
		if err != nil {
			return nil, verdict.Unseenf("%w", err)
		}
		meant, err := authorization.Meant(rows, resources)
		if err != nil {
			return nil, err
		}
		var found rights
		for _, ns := range namespaces(s) {
			permitted, err := authorization.Of(ctx, config, who, ns, resources)
			if err != nil {
				return nil, verdict.Unseenf("%w", err)
			}
			found.all = append(found.all, compared(how, ns, permitted, meant))
		}
		return found, nil
	})
}

func ownNamespace(s *scenario.Scenario) []string { return []string{s.Namespace()} }

func allNamespaces(s *scenario.Scenario) []string {
	return append(ownNamespace(s), otherNamespaces(s)...)
}

func otherNamespaces(s *scenario.Scenario) []string {
	var all []string
	for _, ns := range observe.List[*corev1.Namespace](s.History().View(), "") {
		if ns.Name != s.Namespace() && (s.InEnvironment() || !scenario.OfOtherScenario(ns.Name, s.Namespace())) {
			all = append(all, ns.Name)
		}
	}
	return all
}

func permitting(how string) types.GomegaMatcher {
	want := map[string]string{
		atLeast: "include all of the table", noMoreThan: "be within the table", "exactly": "be the table, no more and no less",
	}[how]
	return observe.Satisfy(want, func(r rights) bool {
		return len(r.all) > 0 && !slices.ContainsFunc(r.all, namespaceRights.wrong)
	})
}

// Describe lists the missing and the excess permissions of each namespace that differs,
// or else all permissions.
func (r rights) Describe() string {
	var wrong, right []string
	for _, n := range r.all {
		line := fmt.Sprintf("in namespace %s: %s", n.namespace, n.permitted)
		if !n.wrong() {
			right = append(right, line)
			continue
		}
		if len(n.missing) > 0 {
			line += "\n  missing: " + n.missing.String()
		}
		if len(n.beyond) > 0 {
			line += "\n  beyond the table: " + n.beyond.String()
		}
		wrong = append(wrong, line)
	}
	if len(wrong) == 0 {
		wrong = right
	}
	return strings.Join(wrong, "\n")
}
