package steps

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
	"github.com/gherkube/gherkube/steps/spelling"
)

// Patterns for an object of any type. The name of a node is not quoted, as in all
// sentences.
const (
	typeWord         = `([a-z][a-z0-9.-]*(?:\$\{\w+\}[a-z0-9.-]*)?)`
	objectWords      = `(?:` + typeWord + ` "([^"]+)"|node (\S+))`
	koreanTypeWord   = `([a-z][a-z0-9.-]*(?:\$\{\w+\}[a-z0-9.-]*)?|[가-힣]+)`
	koreanObject     = `(?:` + koreanTypeWord + ` "([^"]+)"|노드 (\S+?))`
	stateWord        = `[A-Z][A-Za-z]*`
	objectGroupCount = 3
)

// koreanTypes are the Korean names of types. All other types keep their kubectl names.
var koreanTypes = map[string]string{
	"파드": "pod", "노드": "node", "디플로이먼트": "deployment", "레플리카셋": "replicaset", "데몬셋": "daemonset",
	"스테이트풀셋": "statefulset", "서비스": "service", "컨피그맵": "configmap", "시크릿": "secret",
	"서비스어카운트": "serviceaccount", "네임스페이스": "namespace", "롤": "role", "롤바인딩": "rolebinding",
	"클러스터롤": "clusterrole", "클러스터롤바인딩": "clusterrolebinding", "잡": "job", "크론잡": "cronjob",
	"인그레스": "ingress", "네트워크폴리시": "networkpolicy", "퍼시스턴트볼륨": "persistentvolume",
	"퍼시스턴트볼륨클레임": "persistentvolumeclaim", "스토리지클래스": "storageclass", "이벤트": "event",
}

// ref is a reference to an object, as a sentence writes it.
type ref struct{ typ, name string }

// refIn reads the groups of objectWords, starting with the first.
func refIn(args []string) ref {
	if args[2] != "" {
		return ref{"node", args[2]}
	}
	return ref{args[0], args[1]}
}

// String returns the reference as sentences write it.
func (r ref) String() string {
	if r.typ == "node" {
		return "node " + r.name
	}
	return fmt.Sprintf("%s %q", r.typ, r.name)
}

// subject observes the object as the API returns it.
func (r ref) subject(s *scenario.Scenario) (observe.Subject, resource.Type, error) {
	t, err := s.Type(r.typ)
	if err != nil {
		return nil, t, err
	}
	namespace, name := s.Object(r.name)
	if t.ClusterScoped {
		namespace = ""
	}
	if t.Kind == "Node" {
		if err := s.Knows(name); err != nil {
			return nil, t, err
		}
	}
	return observe.Any(t, namespace, name), t, nil
}

// complaint returns what is wrong with the object's name, before the scenario runs.
func (r ref) complaint() error {
	if err := knownType(r.typ); err != nil {
		return err
	}
	t, builtIn := resource.BuiltIn(r.typ)
	switch {
	case !builtIn:
	case t.ClusterScoped && strings.Contains(r.name, "/") && !grammar.Placeholder.MatchString(r.name):
		return fmt.Errorf("a %s belongs to no namespace: write %s", t, ref{r.typ, r.name[strings.LastIndex(r.name, "/")+1:]})
	case strings.Count(r.name, "/") > 1:
		return fmt.Errorf("%q is no name: write NAME, or NAMESPACE/NAME", r.name)
	}
	return nil
}

// ofObject returns the check of a claim about an object. The object's groups begin at
// the given index.
func ofObject(at int, more ...func(in Line, args []string) error) func(Line, []string) error {
	return func(in Line, args []string) error {
		if err := quotedNode(args[at:]); err != nil {
			return err
		}
		if err := refIn(args[at:]).complaint(); err != nil {
			return err
		}
		for _, check := range more {
			if err := check(in, args); err != nil {
				return err
			}
		}
		return nil
	}
}

// quotedNode rejects quotes around the name of a node.
func quotedNode(args []string) error {
	if t, found := resource.BuiltIn(args[0]); found && t.Kind == "Node" {
		return fmt.Errorf("the name of a node stands without quotes: write node %s", args[1])
	}
	return nil
}

// speaksOf returns the resource types in a claim about an object. The object's groups
// begin at the given index.
func speaksOf(at int) func([]string) []string {
	return func(args []string) []string { return []string{refIn(args[at:]).typ} }
}

// aboutObject returns the objects that a claim is about. The object's groups begin at
// the given index.
func aboutObject(at int) func([]string) []Object {
	return func(args []string) []Object {
		r := refIn(args[at:])
		return []Object{{r.typ, r.name}}
	}
}

// knownType rejects a word that is no resource type, and suggests the closest one.
func knownType(name string) error {
	err := resource.Check(name)
	var unknown *resource.UnknownError
	if !errors.As(err, &unknown) {
		return err
	}
	meant := spelling.Nearest(name, resource.Names())
	if i := slices.IndexFunc(resource.Names(), func(other string) bool { return spelling.SameLetters(name, other) && len(name) == len(other) }); i >= 0 {
		meant = resource.Names()[i]
	}
	if meant != "" {
		return fmt.Errorf("Kubernetes has no resource type %q; did you mean %s?", name, meant) //nolint:staticcheck // a name
	}
	return err
}

// typesIn returns the resource types that sentences mention, without duplicates.
func (v *Vocabulary) typesIn(lines []Line) (all []string) {
	for _, text := range v.alone(lines) {
		for _, step := range v.Match(text) {
			if step.speaks == nil {
				continue
			}
			for _, name := range step.speaks(step.words(text)) {
				if !slices.Contains(all, name) {
					all = append(all, name)
				}
			}
		}
	}
	return all
}

// inKoreanTypes returns the translations for a Korean sentence about objects, together
// with the given ones.
func inKoreanTypes(more ...map[string]string) map[string]string {
	words := map[string]string{}
	for _, table := range append(more, koreanTypes) {
		for korean, english := range table {
			words[korean] = english
		}
	}
	return words
}
