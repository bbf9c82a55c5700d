package scenario

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/dynamic"

	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/fixtures/poll"
	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

const (
	// servedWithin bounds how long a sentence waits for a custom type: the API server
	// serves it a moment after its definition was created.
	servedWithin = 10 * time.Second
	servedPeriod = 250 * time.Millisecond
	// followedWithin bounds the listing of a type.
	followedWithin = 20 * time.Second
)

// FollowAll watches the types with these names if the API server serves them now, so
// that the scenario's changes to their objects are in the history. It keeps the names
// of types that are not served yet, or contain an unknown ${value}, for FollowMore.
func (s *Scenario) FollowAll(ctx context.Context, names []string) {
	ctx, cancel := context.WithTimeout(ctx, followedWithin)
	defer cancel()
	var following sync.WaitGroup
	followed := make([]bool, len(names))
	for i, name := range names {
		following.Go(func() { followed[i] = s.followNow(ctx, name) })
	}
	following.Wait()
	s.unfollowed = nil
	for i, name := range names {
		if !followed[i] {
			s.unfollowed = append(s.unfollowed, name)
		}
	}
}

// FollowFirst is FollowAll at the beginning of a scenario. The first claims are judged from
// here, and not from the moment before, of which nothing is known about these types.
func (s *Scenario) FollowFirst(ctx context.Context, names []string) {
	s.FollowAll(ctx, names)
	s.mark = s.history.Now()
}

// FollowAlso watches more types, like FollowAll: those of a sentence that was not known
// when the scenario began.
func (s *Scenario) FollowAlso(ctx context.Context, names []string) {
	if len(names) > 0 {
		s.FollowAll(ctx, slices.Concat(s.unfollowed, names))
	}
}

// FollowMore watches the types that FollowAll could not, if they are served now.
func (s *Scenario) FollowMore(ctx context.Context) {
	if len(s.unfollowed) > 0 {
		s.FollowAll(ctx, s.unfollowed)
	}
}

// followNow watches a type if it is served. An error is left to the sentence that uses
// the type.
func (s *Scenario) followNow(ctx context.Context, name string) bool {
	name, err := grammar.Fill(name, s.values)
	if err != nil {
		return false
	}
	t, err := s.typeNow(name)
	return err == nil && s.history.Follow(ctx, t) == nil
}

// Follow watches the type with a name that kubectl accepts. For a custom type, it waits
// up to servedWithin until the API server serves the type.
func (s *Scenario) Follow(ctx context.Context, name string) error {
	t, err := s.served(ctx, name)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, followedWithin)
	defer cancel()
	return s.history.Follow(ctx, t)
}

// Type returns a type that is already watched.
func (s *Scenario) Type(name string) (resource.Type, error) {
	if t, found := resource.BuiltIn(name); found {
		return t, nil
	}
	if t, found := s.types.Load(name); found {
		return t.(resource.Type), nil
	}
	return resource.Type{}, fmt.Errorf("the API server serves no type %q", name)
}

// served waits until a type is served.
func (s *Scenario) served(ctx context.Context, name string) (t resource.Type, err error) {
	waiting, cancel := context.WithTimeout(ctx, servedWithin)
	defer cancel()
	err = poll.Until(waiting, servedPeriod, func(context.Context) (err error) {
		t, err = s.typeNow(name)
		return err
	})
	switch {
	case err == nil:
		return t, nil
	case ctx.Err() != nil:
		return t, verdict.Unseenf("looking up resource type %q: %w", name, context.Cause(ctx))
	case !meta.IsNoMatchError(err):
		return t, Asking(err, "looking up resource type %q", name)
	case s.environment != nil && s.environment.UnknownResource != nil && s.environment.UnknownResource(name):
		return t, verdict.Defectf("nothing serves the resource type %q, and nothing in the lab adds it", name)
	}
	return t, fmt.Errorf("the API server serves no resource type %q", name)
}

// typeNow returns a type as it is served now.
func (s *Scenario) typeNow(name string) (resource.Type, error) {
	if t, err := s.Type(name); err == nil {
		return t, nil
	}
	if s.session == nil {
		return resource.Type{}, errors.New("the scenario has no cluster")
	}
	t, err := resource.Discover(s.client.Discovery(), name)
	if err == nil {
		s.types.Store(name, t)
	}
	return t, err
}

// Get requests an object of a type from the API server, by the name used in a sentence.
func (s *Scenario) Get(ctx context.Context, t resource.Type, ref string) (*unstructured.Unstructured, error) {
	ctx, cancel := context.WithTimeout(ctx, fitness.SettleTime)
	defer cancel()
	client, err := dynamic.NewForConfig(s.cluster.Config())
	if err != nil {
		return nil, err
	}
	namespace, name := s.Object(ref)
	if t.ClusterScoped {
		return client.Resource(t.Resource()).Get(ctx, name, metav1.GetOptions{})
	}
	return client.Resource(t.Resource()).Namespace(namespace).Get(ctx, name, metav1.GetOptions{})
}

// Names lists the names of objects of a type, as sentences write them. The objects are
// those of the scenario's namespace, or of the cluster if the type is cluster-scoped.
// The list is empty if the API server does not answer within listedWithin.
func (s *Scenario) Names(ctx context.Context, typ string) (names []string) {
	ctx, cancel := context.WithTimeout(ctx, listedWithin)
	defer cancel()
	t, err := s.typeNow(typ)
	if err != nil {
		return nil
	}
	client, err := dynamic.NewForConfig(s.cluster.Config())
	if err != nil {
		return nil
	}
	var from dynamic.ResourceInterface = client.Resource(t.Resource())
	if !t.ClusterScoped {
		from = client.Resource(t.Resource()).Namespace(s.namespace)
	}
	list, err := from.List(ctx, metav1.ListOptions{Limit: mostNames})
	if err != nil {
		return nil
	}
	for i := range list.Items {
		names = append(names, list.Items[i].GetName())
	}
	return names
}

const (
	// listedWithin bounds how long a person waits for a list of names.
	listedWithin = time.Second
	mostNames    = 100
)
