package scenario

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/dynamic"

	"github.com/gherkube/gherkube/fixtures/resource"
	"github.com/gherkube/gherkube/fixtures/verdict"
)

const (
	// servedWithin is how long a sentence waits for a custom type to be served: the API
	// server takes a moment after its definition was created.
	servedWithin = 10 * time.Second
	servedPeriod = 250 * time.Millisecond
	// followedWithin bounds the listing of a type.
	followedWithin = 20 * time.Second
)

// FollowAll begins to watch the types with these names, as far as the API server
// serves them now, so that what the scenario does to them is in the history. What
// cannot be watched yet, the sentence that speaks of it says.
func (s *Scenario) FollowAll(ctx context.Context, names []string) {
	ctx, cancel := context.WithTimeout(ctx, followedWithin)
	defer cancel()
	var following sync.WaitGroup
	for _, name := range names {
		following.Go(func() {
			if t, err := s.typeNow(name); err == nil {
				_ = s.history.Follow(ctx, t)
			}
		})
	}
	following.Wait()
}

// Follow watches the type with a name that kubectl accepts. It waits a while for a
// custom type that the API server does not serve yet.
func (s *Scenario) Follow(ctx context.Context, name string) error {
	t, err := s.served(ctx, name)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, followedWithin)
	defer cancel()
	return s.history.Follow(ctx, t)
}

// Type returns a type that was followed.
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
	var last error
	err = wait.PollUntilContextTimeout(ctx, servedPeriod, servedWithin, true, func(context.Context) (bool, error) {
		t, last = s.typeNow(name)
		if last != nil && !meta.IsNoMatchError(last) {
			return false, Asking(last, "looking up resource type %q", name)
		}
		return last == nil, nil
	})
	switch {
	case err == nil:
		return t, nil
	case !wait.Interrupted(err):
		return t, err
	case ctx.Err() != nil:
		return t, verdict.Unseenf("looking up resource type %q: %w", name, context.Cause(ctx))
	case s.environment != nil && s.environment.UnknownResource != nil && s.environment.UnknownResource(name):
		return t, verdict.Defectf("nothing serves the resource type %q, and nothing in the lab adds it", name)
	}
	return t, fmt.Errorf("the API server serves no resource type %q", name)
}

// typeNow is a type as it is served now.
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

// Get asks the API server for an object of a type, by the name that a sentence has for
// it.
func (s *Scenario) Get(ctx context.Context, t resource.Type, ref string) (*unstructured.Unstructured, error) {
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
