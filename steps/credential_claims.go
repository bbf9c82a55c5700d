package steps

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// whoseRights captures the credentials of a submission.
const (
	whoseRights       = `the student's (?:(kubeconfig|token) "([^"]+)"|certificate "([^"]+)" with key "([^"]+)")`
	koreanWhoseRights = `학생의 (?:(kubeconfig|토큰) "([^"]+)"|인증서 "([^"]+)"{와/과} 키 "([^"]+)"){으로/로}`
	readAsData        = " Credentials are read as data and presented to this cluster's API server. Credential plugins, file names and other addresses are rejected. For checks of labs."
)

// knownVerbs are the verbs of RBAC rules.
var knownVerbs = []string{"get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "bind", "escalate", "impersonate", "approve", "sign", "use"}

var credentialClaims = []claim{
	{
		topic:    "submissions",
		opposite: true,
		pattern:  whoseRights + ` (?:authenticates as "([^"]+)"|(does not authenticate))`,
		meaning:  "The identity that the API server gives the holder of credentials under answers/. A kubeconfig must name this cluster's API server and trust it." + readAsData,
		example:  `the student's kubeconfig "config" authenticates as "jane"`,
		korean: Sentence{
			Pattern: koreanWhoseRights + ` (?:"([^"]+)"{으로/로} 인증된다|(인증되지 않는다))`,
			Example: `학생의 kubeconfig "config"로 "jane"으로 인증된다`,
			Words:   map[string]string{"토큰": "token", "인증되지 않는다": "does not authenticate"},
		},
		prepare: wellFormed,
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			is := observe.Satisfy(fmt.Sprintf("authenticate as %q", args[4]), func(i identity) bool { return i.user.Username == args[4] })
			if args[5] != "" {
				is = observe.Satisfy("not authenticate", func(i identity) bool { return i.problem == nil && i.user.Username == "" })
			}
			return identified(s, args, is)
		},
		check: func(in Line, args []string) error { return in.answers(args[1], args[2], args[3]) },
	},
	{
		topic:    "submissions",
		opposite: true,
		pattern:  whoseRights + ` (may|may not) ([a-z*]+) ([a-z0-9./*-]+)(?: in (?:namespace "([^"]+)"|(all namespaces)))?`,
		meaning:  "The permissions of credentials under answers/, by default in the lab's namespace. Write resources as kubectl does (pods, pods/log, deployments.apps)." + readAsData,
		example:  `the student's kubeconfig "config" may list nodes`,
		korean: Sentence{
			Pattern: koreanWhoseRights + `(?: (?:네임스페이스 "([^"]+)"|(모든 네임스페이스))에서)? ([a-z0-9./*-]+)에 대해 ([a-z*]+) 작업을 (할 수 있다|할 수 없다)`,
			Example: `학생의 kubeconfig "config"로 nodes에 대해 list 작업을 할 수 있다`,
			Order:   []int{0, 1, 2, 3, 7, 8, 6, 5, 4},
			Words:   map[string]string{"토큰": "token", "모든 네임스페이스": "all namespaces", "할 수 있다": "may", "할 수 없다": "may not"},
		},
		prepare: wellFormed,
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			wanted := args[4] == "may"
			does := observe.Satisfy(args[4]+" "+args[5]+" "+args[6], func(i identity) bool {
				return i.problem == nil && i.user.Username != "" && i.allowed == wanted
			})
			return identified(s, args, does)
		},
		check: func(in Line, args []string) error {
			if !slices.Contains(knownVerbs, args[5]) && args[5] != "*" {
				return fmt.Errorf("no right is called %q: there are %q", args[5], knownVerbs)
			}
			return in.answers(args[1], args[2], args[3])
		},
	},
}
