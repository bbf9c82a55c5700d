package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/audit"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Patterns of who did what to an object, and since when. The groups are the kind and the
// name of the account, the action, the groups of the object, and the name of a memory.
const (
	accountWords  = `(service account|user) "([^"]+)"`
	actionWords   = `(created|changed|deleted|bound|evicted) ` + objectWords + `(?: since "([^"]+)")?`
	koreanAccount = `(서비스 어카운트|사용자) "([^"]+)"`
	koreanSince   = `(?: "([^"]+)" 이후에)?`
	auditMeaning  = " The API servers' audit logs tell: since the scenario began, or since an object was remembered under this name, which checks of labs have to say. " +
		"Reported status is no change. An eviction deletes a pod, and so may the deletion of a collection; the kubelet that carries it out does not count."
)

var koreanAccounts = map[string]string{"서비스 어카운트": "service account", "사용자": "user"}

var auditClaims = []claim{
	{
		topic:   "order",
		pattern: accountWords + ` ` + actionWords,
		meaning: `The account did this to the object, by its own rights or impersonated. Users are such as "kubernetes-admin", "system:kube-scheduler" or "system:node:worker-1".` + auditMeaning,
		example: `user "jane" deleted pod "web"`,
		korean: Sentence{
			Pattern: koreanAccount + `{이/가/은/는}` + koreanSince + ` ` + koreanObject + `{을/를} (생성|변경|삭제|바인딩|축출){했다/하게 된다}`,
			Example: `사용자 "jane"이 파드 "web"을 삭제했다`,
			Order:   []int{0, 1, 6, 3, 4, 5, 2}, Words: inKoreanTypes(koreanAccounts, koreanActions),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return doneIn(args).read(s, true)
		},
		check: func(in Line, args []string) error { return doneIn(args).complaint(in, args) },
		about: func(args []string) []Object { return append(aboutObject(3)(args), Object{args[0], args[1]}) },
	},
	{
		topic:    "order",
		opposite: true,
		pattern:  `nobody (?:but ` + accountWords + ` )?` + actionWords,
		meaning:  "No account did this to the object, components of the cluster included; or none but this one, which need not have done it." + auditMeaning,
		example:  `nobody but user "system:kube-scheduler" bound pod "web"`,
		korean: Sentence{
			Pattern: `(?:` + koreanAccount + ` 외에는 )?아무도` + koreanSince + ` ` + koreanObject + `{을/를} (생성|변경|삭제|바인딩|축출)하지 {않았다/않게 된다}`,
			Example: `사용자 "system:kube-scheduler" 외에는 아무도 파드 "web"을 바인딩하지 않았다`,
			Order:   []int{0, 1, 6, 3, 4, 5, 2}, Words: inKoreanTypes(koreanAccounts, koreanActions),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			return doneIn(args).read(s, false)
		},
		check:   func(in Line, args []string) error { return doneIn(args).complaint(in, args) },
		about:   aboutObject(3),
		nothing: func([]string) bool { return true },
	},
}

var koreanActions = map[string]string{"생성": audit.Created, "변경": audit.Changed, "삭제": audit.Deleted, "바인딩": audit.Bound, "축출": audit.Evicted}

// doneBy is an action of an account on an object, as a sentence describes it.
type doneBy struct {
	kind, account string // empty: no account is named
	did           string
	to            ref
	since         string // the name of a remembered object; empty: since the scenario began
}

func doneIn(args []string) doneBy { return doneBy{args[0], args[1], args[2], refIn(args[3:]), args[6]} }

// user returns the user name of the account in Kubernetes authentication.
func (d doneBy) user(s *scenario.Scenario) string {
	if d.kind != "service account" {
		return d.account
	}
	namespace, name := s.Object(d.account)
	return fmt.Sprintf("system:serviceaccount:%s:%s", namespace, name)
}

// read returns the actions on the object, and a matcher. If did is true, the account has
// to have done the action. Otherwise only the account, if any, may have done it.
func (d doneBy) read(s *scenario.Scenario, did bool) (observe.Subject, types.GomegaMatcher, error) {
	t, err := s.Type(d.to.typ)
	if err != nil {
		return nil, nil, err
	}
	since, err := d.from(s)
	if err != nil {
		return nil, nil, err
	}
	object := audit.Object{Type: t, Name: d.to.name}
	if !t.ClusterScoped {
		object.Namespace, object.Name = s.Object(d.to.name)
	}
	user := d.user(s)
	subject := observe.Probe("what was done to "+d.to.String(), storyPeriod, func(ctx context.Context) (any, error) {
		return actionsOn(ctx, s, object, since)
	})
	of := func(a audit.Action) bool { return object.Underwent(d.did, a) && a.User == user }
	others := func(a audit.Action) bool { return object.Underwent(d.did, a) && (d.account == "" || a.User != user) }
	switch {
	case did:
		return subject, observe.Satisfy(fmt.Sprintf("include that %s %q %s it", d.kind, d.account, d.did), func(all actionsDone) bool { return all.some(of) }), nil
	case d.account == "":
		return subject, observe.Satisfy(fmt.Sprintf("not include that it was %s", d.did), func(all actionsDone) bool { return all.none(others) }), nil
	}
	want := fmt.Sprintf("not include that another than %s %q %s it", d.kind, d.account, d.did)
	return subject, observe.Satisfy(want, func(all actionsDone) bool { return all.none(others) }), nil
}

// from returns the time from which actions count.
func (d doneBy) from(s *scenario.Scenario) (time.Time, error) {
	if d.since == "" {
		return s.Began(), nil
	}
	at, found := s.RememberedAt(d.since)
	if !found {
		return at, noMemory(d.since, s.Memories())
	}
	return at, nil
}

// complaint statically checks the sentence.
func (d doneBy) complaint(in Line, args []string) error {
	if err := ofObject(3)(in, args); err != nil {
		return err
	}
	t, builtIn := resource.BuiltIn(d.to.typ)
	switch {
	case builtIn && !audit.Recorded(t):
		return fmt.Errorf("the audit log tells nothing of a %s", t)
	case builtIn && t.Kind != "Pod" && (d.did == audit.Bound || d.did == audit.Evicted):
		return fmt.Errorf("only pods are %s, and a %s is not", d.did, t)
	case d.since != "":
		return in.needMemory(d.since)
	case in.Checks:
		return errors.New(`it does not say since when: have the setup remember an object, and write since "NAME"`)
	}
	return nil
}

// actionsDone holds the actions on an object.
type actionsDone struct {
	all  []audit.Action
	lost string // why the log is incomplete; empty: it is complete
}

// actionsOn reads the actions on an object since a time from the audit log. An incomplete
// log is an error. In a check, it is a result instead: the student was root on the node
// that kept the log.
func actionsOn(ctx context.Context, s *scenario.Scenario, o audit.Object, since time.Time) (actionsDone, error) {
	done, err := audit.Read(ctx, s.Cluster(), since, nil)
	if lost := (*audit.Incomplete)(nil); errors.As(err, &lost) && s.IsCheck() {
		return actionsDone{lost: lost.Error()}, nil
	}
	return actionsDone{all: o.Actions(done)}, err
}

func (d actionsDone) some(is func(audit.Action) bool) bool {
	return d.lost == "" && slices.ContainsFunc(d.all, is)
}

func (d actionsDone) none(is func(audit.Action) bool) bool {
	return d.lost == "" && !slices.ContainsFunc(d.all, is)
}

// Describe lists the last ten actions, each with its user.
func (d actionsDone) Describe() string {
	const enough = 10
	switch {
	case d.lost != "":
		return "unknown: " + d.lost
	case len(d.all) == 0:
		return "nothing was done to it"
	}
	var said []string
	if more := len(d.all) - enough; more > 0 {
		said = append(said, fmt.Sprintf("%d actions before these", more))
	}
	for _, a := range d.all[max(0, len(d.all)-enough):] {
		said = append(said, fmt.Sprintf("%s (user %q)", a, a.User))
	}
	return strings.Join(said, "\n")
}
