package steps

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
	"github.com/gherkube/gherkube/steps/spelling"
)

// Patterns of a field and its owner: an object, or the pods of a workload. The groups are
// the path, which of the pods, and the groups of the object.
const (
	pathWords   = `(\{[^{}]+\})`
	fieldWords  = pathWords + ` of (?:(every pod|some pod|no pod) of )?` + objectWords
	koreanField = koreanObject + `의(?: (모든 파드의|어떤 파드의|파드 중 어느 것도))? ` + pathWords
	fieldGroups = 2 + objectGroupCount
)

// koreanOrder returns the order of the arguments of a Korean sentence about a field, with
// this many groups after the field.
func koreanOrder(after int) []int {
	order := []int{2, 3, 4, 1, 0}
	for i := range after {
		order = append(order, fieldGroups+i)
	}
	return order
}

var koreanPodsOfField = map[string]string{"모든 파드의": "every pod", "어떤 파드의": "some pod", "파드 중 어느 것도": "no pod"}

// fieldRef is a field as a sentence refers to it.
type fieldRef struct {
	path string
	pods string // "every pod", "some pod" or "no pod" of the object, or empty
	of   ref
}

func fieldIn(args []string) fieldRef { return fieldRef{args[0], args[1], refIn(args[2:])} }

// field is the value of an object at a path.
type field struct {
	owner  string // the name of the pod, if there are several
	there  bool   // whether the object exists
	values []string
	flat   []string // the values, with lists split into their elements
}

// Describe describes the value of the field.
func (f field) Describe() string {
	said := "unset"
	switch {
	case !f.there:
		said = "the object is not there"
	case len(f.values) > 0:
		said = fmt.Sprintf("%q", strings.Join(f.values, " "))
	}
	if f.owner != "" {
		return f.owner + ": " + said
	}
	return said
}

func fieldOf(path resource.Path, u *unstructured.Unstructured) (field, error) {
	if u == nil {
		return field{}, nil
	}
	found, err := path.Find(u.Object)
	if err != nil {
		return field{}, err
	}
	f := field{there: true}
	f.add(found)
	return f, nil
}

// add adds the values found at the path.
func (f *field) add(found []any) {
	for _, value := range found {
		f.values = append(f.values, resource.Text(value))
		if list, ok := value.([]any); ok {
			for _, element := range list {
				f.flat = append(f.flat, resource.Text(element))
			}
			continue
		}
		f.flat = append(f.flat, resource.Text(value))
	}
}

// read returns the fields to observe and their matcher. holds reports whether one field
// is as wanted.
func (r fieldRef) read(s *scenario.Scenario, want string, holds func(field) bool) (observe.Subject, types.GomegaMatcher, error) {
	path, err := resource.ParsePath(r.path)
	if err != nil {
		return nil, nil, err
	}
	is := observe.Satisfy(want, func(f field) bool { return f.there && holds(f) })
	if r.pods != "" {
		return r.ofPods(s, path, is)
	}
	subject, _, err := r.of.subject(s)
	if err != nil {
		return nil, nil, err
	}
	describe := fmt.Sprintf("%s of %s", r.path, r.of)
	return observe.OfObject(subject, describe, func(u *unstructured.Unstructured) (any, error) { return fieldOf(path, u) }), is, nil
}

// ofPods observes the field in the pods of a workload.
func (r fieldRef) ofPods(s *scenario.Scenario, path resource.Path, is types.GomegaMatcher) (observe.Subject, types.GomegaMatcher, error) {
	t, err := s.Type(r.of.typ)
	if err != nil {
		return nil, nil, err
	}
	namespace, name := s.Object(r.of.name)
	describe := fmt.Sprintf("%s of the pods of %s", r.path, r.of)
	subject := observe.From(describe, func(v observe.View) any {
		pods, there := podsOrNoWorkload(v, t.Singular, namespace, name, "").([]*corev1.Pod)
		if !there {
			return noWorkload{t.Singular, name}
		}
		fields := []field{}
		for _, p := range pods {
			f, err := fieldOfPod(path, p)
			if err != nil {
				return err // no matcher accepts an error: the claim cannot be judged
			}
			fields = append(fields, f)
		}
		return fields
	}, observe.KindPod, observe.KindReplicaSet, observe.KindDeployment, observe.KindDaemonSet, observe.KindStatefulSet, observe.KindJob)
	switch r.pods {
	case "every pod":
		return subject, ofWorkload(observe.Each(is)), nil
	case "some pod":
		return subject, ofWorkload(observe.Some(is)), nil
	}
	return subject, ofWorkload(noneOf(is)), nil
}

func fieldOfPod(path resource.Path, p *corev1.Pod) (field, error) {
	u, err := observe.Untyped(p)
	if err != nil {
		return field{}, err
	}
	f, err := fieldOf(path, u)
	f.owner = p.Name
	return f, err
}

// noneOf matches a list without any matching field, and the empty list.
func noneOf(is types.GomegaMatcher) types.GomegaMatcher {
	return observe.Satisfy(fmt.Sprintf("include none that is to %s", is), func(all []field) bool {
		return !slices.ContainsFunc(all, func(f field) bool {
			ok, err := is.Match(f)
			return ok && err == nil
		})
	})
}

// complaint statically checks the field.
func (r fieldRef) complaint() error {
	if err := r.of.complaint(); err != nil {
		return err
	}
	t, builtIn := resource.BuiltIn(r.of.typ)
	if r.pods != "" {
		if !slices.Contains(workloadTypes, t.Singular) {
			return fmt.Errorf("a %s has no pods: write the type of a workload (%s)", r.of.typ, strings.Join(workloadTypes, ", "))
		}
		t, _ = resource.BuiltIn("pod")
	}
	if grammar.Placeholder.MatchString(r.path) {
		return nil
	}
	path, err := resource.ParsePath(r.path)
	switch {
	case err != nil:
		return err
	case !observe.Kept(t, path):
		return fmt.Errorf("%s is not kept of objects that are watched: ask for it with a command", r.path)
	case !builtIn:
		return nil
	}
	err = t.CheckPath(path)
	if unknown, ok := err.(*resource.FieldError); ok { //nolint:errorlint // CheckPath wraps nothing
		if meant := spelling.Nearest(unknown.Field, unknown.Known); meant != "" {
			return fmt.Errorf("%w; did you mean %s?", err, meant)
		}
	}
	return err
}

var workloadTypes = []string{"deployment", "statefulset", "daemonset", "replicaset", "job"}
