package steps

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onsi/gomega/types"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// memorySteps remember objects, for comparison with their later state.
var memorySteps = []Step{
	{
		Topic:   "objects",
		Kinds:   anAction,
		Looks:   true,
		Pattern: `^` + objectWords + ` is remembered as "([^"]+)"$`,
		Meaning: "Keep the object as it is now, to compare later what has become of it. It must exist.",
		Example: `deployment "web" is remembered as "before"`,
		Korean: Sentence{
			Pattern: `^` + koreanObject + `{을/를} "([^"]+)"{으로/로} 기억{한다/하고/하면}$`,
			Example: `디플로이먼트 "web"을 "before"로 기억한다`,
			Words:   inKoreanTypes(),
		},
		Func: func(ctx context.Context, typ, name, node, as string) error {
			return remember(ctx, refIn([]string{typ, name, node}), as)
		},
		gives:  aMemory,
		check:  ofObject(0),
		speaks: speaksOf(0),
	},
}

var memoryClaims = []claim{
	{
		topic:   "objects",
		pattern: objectWords + ` (is the same object as|was replaced since) "([^"]+)"`,
		meaning: "The object is the one that was remembered under this name, by its UID; or another of the same name has taken its place.",
		example: `pod "web-0" was replaced since "before"`,
		korean: Sentence{
			Pattern: koreanObject + `{이/가/은/는} "([^"]+)"{과/와} (같은 객체이다|다른 객체이다|다른 객체가 된다)`,
			Example: `파드 "web-0"이 "before"와 다른 객체가 된다`,
			Order:   []int{0, 1, 2, 4, 3},
			Words: inKoreanTypes(map[string]string{
				"같은 객체이다": "is the same object as", "다른 객체이다": "was replaced since", "다른 객체가 된다": "was replaced since",
			}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			subject, before, err := comparedWithMemory(s, args)
			if err != nil {
				return nil, nil, err
			}
			uid := before.GetUID()
			if args[3] == "is the same object as" {
				return subject, untyped(fmt.Sprintf("be the object with UID %s", uid), func(u *unstructured.Unstructured) bool { return u.GetUID() == uid }), nil
			}
			return subject, untyped(fmt.Sprintf("be there, and be another than that with UID %s", uid), func(u *unstructured.Unstructured) bool { return u.GetUID() != uid }), nil
		},
		check:  ofObject(0, remembered),
		speaks: speaksOf(0),
	},
	{
		topic:   "objects",
		pattern: objectWords + ` has (the same spec as|another spec than) "([^"]+)"(?: but for its (labels|annotations|labels and annotations))?`,
		meaning: "All that people or controllers declare of the object is as it was when it was remembered: its spec, data, rules and so on, its labels and annotations. Status, UIDs and versions do not count. The difference is shown.",
		example: `deployment "web" has the same spec as "before" but for its labels`,
		korean: Sentence{
			Pattern: koreanObject + `의 스펙이(?: (레이블|어노테이션|레이블과 어노테이션){을/를} 빼고)? "([^"]+)"{과/와} (같다|다르다|달라진다)`,
			Example: `디플로이먼트 "web"의 스펙이 레이블을 빼고 "before"와 같다`,
			Order:   []int{0, 1, 2, 5, 4, 3},
			Words: inKoreanTypes(map[string]string{
				"같다": "the same spec as", "다르다": "another spec than", "달라진다": "another spec than",
				"레이블": "labels", "어노테이션": "annotations", "레이블과 어노테이션": "labels and annotations",
			}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			subject, before, err := comparedWithMemory(s, args)
			if err != nil {
				return nil, nil, err
			}
			want := declared(before, args[5])
			differs := observe.OfObject(subject, subject.String(), func(u *unstructured.Unstructured) (any, error) {
				if u == nil {
					return comparison{}, nil
				}
				return comparison{there: true, from: resource.Differences(want, declared(u, args[5]))}, nil
			})
			if args[3] == "the same spec as" {
				return differs, observe.Satisfy(fmt.Sprintf("have the spec of %q", args[4]), func(d comparison) bool { return d.there && len(d.from) == 0 }), nil
			}
			return differs, observe.Satisfy(fmt.Sprintf("have another spec than %q", args[4]), func(d comparison) bool { return d.there && len(d.from) > 0 }), nil
		},
		check:  ofObject(0, remembered),
		speaks: speaksOf(0),
	},
	{
		topic:   "fields",
		pattern: pathWords + ` of ` + objectWords + ` (is|is not) as in "([^"]+)"`,
		meaning: "What is at the path is as it was when the object was remembered, or has changed. The difference is shown.",
		example: `{.spec.template.spec} of deployment "web" is as in "before"`,
		korean: Sentence{
			Pattern: koreanObject + `의 ` + pathWords + `{이/가/은/는} "([^"]+)"{과/와} (같다|다르다|달라진다)`,
			Example: `디플로이먼트 "web"의 {.spec.template.spec}이 "before"와 같다`,
			Order:   []int{1, 2, 3, 0, 5, 4},
			Words:   inKoreanTypes(map[string]string{"같다": "is", "다르다": "is not", "달라진다": "is not"}),
		},
		read: fieldAsBefore,
		check: func(in Line, args []string) error {
			if err := quotedNode(args[1:]); err != nil {
				return err
			}
			if err := (fieldRef{path: args[0], of: refIn(args[1:])}).complaint(); err != nil {
				return err
			}
			return in.needMemory(args[5])
		},
		speaks: speaksOf(1),
		about:  aboutObject(1),
	},
}

// fieldAsBefore compares a field of an object with its remembered value.
func fieldAsBefore(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
	path, err := resource.ParsePath(args[0])
	if err != nil {
		return nil, nil, err
	}
	before, found := s.Remembered(args[5])
	if !found {
		return nil, nil, noMemory(args[5], s.Memories())
	}
	was, err := path.Find(before.Object)
	if err != nil {
		return nil, nil, err
	}
	subject, _, err := refIn(args[1:]).subject(s)
	if err != nil {
		return nil, nil, err
	}
	differs := observe.OfObject(subject, fmt.Sprintf("%s of %s", args[0], refIn(args[1:])), func(u *unstructured.Unstructured) (any, error) {
		if u == nil {
			return comparison{}, nil
		}
		is, err := path.Find(u.Object)
		return comparison{there: true, from: resource.DifferencesAt(path, was, is)}, err
	})
	if args[4] == "is" {
		return differs, observe.Satisfy(fmt.Sprintf("be as in %q", args[5]), func(d comparison) bool { return d.there && len(d.from) == 0 }), nil
	}
	return differs, observe.Satisfy(fmt.Sprintf("be other than in %q", args[5]), func(d comparison) bool { return d.there && len(d.from) > 0 }), nil
}

// comparison holds the differences of an object from its remembered or wanted state.
type comparison struct {
	there bool
	from  []resource.Difference
}

// Describe lists the differences.
func (d comparison) Describe() string {
	const enough = 10
	switch {
	case !d.there:
		return "not there"
	case len(d.from) == 0:
		return "as wanted"
	}
	var said []string
	for _, one := range d.from[:min(enough, len(d.from))] {
		said = append(said, one.String())
	}
	if more := len(d.from) - enough; more > 0 {
		said = append(said, fmt.Sprintf("and %d differences more", more))
	}
	return strings.Join(said, "\n")
}

// remember stores the current state of an object. It asks the API server, since the watch
// may lag behind.
func remember(ctx context.Context, r ref, as string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	if err := s.Follow(ctx, r.typ); err != nil {
		return err
	}
	_, t, err := r.subject(s)
	if err != nil {
		return err
	}
	at := time.Now()
	u, err := s.Get(ctx, t, r.name)
	if err != nil {
		return scenario.Asking(err, "remembering %s", r)
	}
	return s.RememberObject(as, u, at)
}

// remembered refuses a comparison with an object that no earlier sentence remembered.
func remembered(in Line, args []string) error { return in.needMemory(args[4]) }

func comparedWithMemory(s *scenario.Scenario, args []string) (observe.Subject, *unstructured.Unstructured, error) {
	before, found := s.Remembered(args[4])
	if !found {
		return nil, before, noMemory(args[4], s.Memories())
	}
	subject, _, err := refIn(args).subject(s)
	return subject, before, err
}

// declared returns the parts of an object that users and controllers declare.
func declared(u *unstructured.Unstructured, but string) map[string]any {
	content := u.DeepCopy().Object
	delete(content, "status")
	delete(content, "metadata")
	kept := map[string]any{}
	if labels := u.GetLabels(); len(labels) > 0 && !strings.Contains(but, "labels") {
		kept["labels"] = texts(labels)
	}
	annotations := map[string]string{}
	for key, value := range u.GetAnnotations() {
		if key != "kubectl.kubernetes.io/last-applied-configuration" && key != "deployment.kubernetes.io/revision" {
			annotations[key] = value
		}
	}
	if len(annotations) > 0 && !strings.Contains(but, "annotations") {
		kept["annotations"] = texts(annotations)
	}
	content["metadata"] = kept
	return content
}

func texts(of map[string]string) map[string]any {
	all := map[string]any{}
	for key, value := range of {
		all[key] = value
	}
	return all
}

// needMemory returns an error if no object was remembered under a name.
func (in Line) needMemory(name string) error {
	for _, as := range in.given[aMemory] {
		if as == name || grammar.Placeholder.MatchString(as+name) {
			return nil
		}
	}
	if in.unknown || slices.Contains(in.Named, scenario.MemoryName(name)) {
		return nil
	}
	return noMemory(name, in.given[aMemory])
}

func noMemory(name string, have []string) error {
	return fmt.Errorf("no object is remembered as %q: this scenario has remembered %s", name, quoted(have))
}
