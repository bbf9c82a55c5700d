package steps

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"
	authenticationv1 "k8s.io/api/authentication/v1"
	authorizationv1 "k8s.io/api/authorization/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/restmapper"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/credentials"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// identity is the API server's view of credentials.
type identity struct {
	problem error // why they were not presented to the API server
	user    authenticationv1.UserInfo
	asked   string // the action to authorize, or empty
	allowed bool
}

// Describe describes the user and, if asked, the permission.
func (i identity) Describe() string {
	switch {
	case i.problem != nil:
		return i.problem.Error()
	case i.user.Username == "":
		return "the API server does not know them (401 Unauthorized)"
	case i.asked == "":
		return fmt.Sprintf("the API server takes them for %q", i.user.Username)
	case i.allowed:
		return fmt.Sprintf("%q may %s", i.user.Username, i.asked)
	}
	return fmt.Sprintf("%q may not %s", i.user.Username, i.asked)
}

// identified observes the user that credentials belong to, and whether this user may do
// what the sentence asks about.
func identified(s *scenario.Scenario, args []string, is types.GomegaMatcher) (observe.Subject, types.GomegaMatcher, error) {
	shown, err := credentialsOf(s, args)
	if err != nil {
		return nil, nil, err
	}
	look := func(ctx context.Context) (any, error) {
		i, err := identify(ctx, s, shown)
		if err != nil || i.user.Username == "" || len(args) < 9 {
			return i, err
		}
		return authorized(ctx, s, i, args[5], args[6], args[7], args[8] != "")
	}
	return observe.Probe("the student's credentials", commandPeriod, look), is, nil
}

// wellFormed returns an error for credentials that are missing or contain more than data.
func wellFormed(_ context.Context, s *scenario.Scenario, args []string) error {
	_, err := credentialsOf(s, args)
	return err
}

// credentialsOf reads the credentials that whoseRights captured.
func credentialsOf(s *scenario.Scenario, args []string) (credentials.Credentials, error) {
	name := args[1]
	if name == "" {
		name = args[2]
	}
	content, err := s.Answer(name)
	if err != nil {
		return credentials.Credentials{}, err
	}
	var shown credentials.Credentials
	switch args[0] {
	case "kubeconfig":
		shown, err = credentials.Kubeconfig(content)
	case "token":
		shown, err = credentials.Token(content)
	default:
		var key []byte
		if key, err = s.Answer(args[3]); err == nil {
			shown, err = credentials.Pair(content, key)
		}
	}
	if err == nil {
		err = reaches(s, shown.Endpoint)
	}
	if err != nil {
		err = fmt.Errorf("%s%s: %w", scenario.AnswersDir, name, err)
	}
	return shown, err
}

// reaches returns an error if a kubeconfig does not point to this cluster's API server. It
// compares the address and never connects to it.
func reaches(s *scenario.Scenario, e *credentials.Endpoint) error {
	if e == nil {
		return nil
	}
	named, err := url.Parse(e.Server)
	if err != nil || named.Scheme != "https" || !slices.Contains(apiEndpoints(s), named.Host) {
		return fmt.Errorf("its server is %q, and the API server of this cluster is https://%s", e.Server, apiEndpoints(s)[0])
	}
	if !e.Trusts(s.Cluster().Config().CAData) {
		return errors.New("it does not trust the API server: its certificate-authority-data is not the cluster's")
	}
	return nil
}

// endpointPort is the port of API servers on control-plane nodes.
const endpointPort = ":6443"

// apiEndpoints returns the addresses of the API server, from the cluster's network and from
// inside the cluster.
func apiEndpoints(s *scenario.Scenario) []string {
	hosts := []string{s.Cluster().API().String() + endpointPort}
	for _, n := range s.Cluster().Nodes() {
		if n.Role() == cluster.ControlPlane {
			hosts = append(hosts, n.Address().String()+endpointPort, n.Name()+endpointPort)
		}
	}
	for _, name := range []string{"kubernetes.default.svc.cluster.local", "kubernetes.default.svc", "kubernetes.default", "kubernetes"} {
		hosts = append(hosts, name, name+":443")
	}
	return hosts
}

// identify asks the API server for the user of credentials (SelfSubjectReview).
func identify(ctx context.Context, s *scenario.Scenario, shown credentials.Credentials) (identity, error) {
	client, err := kubernetes.NewForConfig(shown.For(s.Cluster().Config()))
	if err != nil {
		return identity{problem: err}, nil
	}
	review, err := client.AuthenticationV1().SelfSubjectReviews().Create(ctx, &authenticationv1.SelfSubjectReview{}, metav1.CreateOptions{})
	switch {
	case apierrors.IsUnauthorized(err):
		return identity{}, nil
	case scenario.IsRefusal(err):
		return identity{problem: err}, nil
	case err != nil:
		return identity{}, scenario.Asking(err, "showing the credentials to the API server")
	}
	return identity{user: review.Status.UserInfo}, nil
}

// authorized adds whether the identified user may do something. The grader asks with its
// own account.
func authorized(ctx context.Context, s *scenario.Scenario, i identity, verb, resource, namespace string, everywhere bool) (identity, error) {
	of, err := resourceNamed(s, resource)
	switch {
	case meta.IsNoMatchError(err):
		return identity{problem: err}, nil
	case err != nil:
		return identity{}, scenario.Asking(err, "looking up resource %q", resource)
	}
	of.Verb, of.Namespace = verb, namespaceOf(of.Namespace, namespace, everywhere)
	extra := map[string]authorizationv1.ExtraValue{}
	for key, values := range i.user.Extra {
		extra[key] = authorizationv1.ExtraValue(values)
	}
	review, err := s.Client().AuthorizationV1().SubjectAccessReviews().Create(ctx, &authorizationv1.SubjectAccessReview{
		Spec: authorizationv1.SubjectAccessReviewSpec{
			User: i.user.Username, UID: i.user.UID, Groups: i.user.Groups, Extra: extra, ResourceAttributes: of,
		},
	}, metav1.CreateOptions{})
	if err != nil {
		return identity{}, scenario.Asking(err, "asking what %q may do", i.user.Username)
	}
	i.asked, i.allowed = verb+" "+resource, review.Status.Allowed
	if of.Namespace != "" {
		i.asked += fmt.Sprintf(" in namespace %q", of.Namespace)
	}
	return i, nil
}

// namespaceOf returns the namespace to ask about: empty for cluster-scoped resources and
// for all namespaces.
func namespaceOf(usual, named string, everywhere bool) string {
	switch {
	case usual == "" || everywhere:
		return ""
	case named != "":
		return named
	}
	return usual
}

// resourceNamed parses a resource in kubectl's notation. A namespaced resource gets the
// scenario's namespace.
func resourceNamed(s *scenario.Scenario, written string) (*authorizationv1.ResourceAttributes, error) {
	if written == "*" {
		return &authorizationv1.ResourceAttributes{Group: "*", Resource: "*", Namespace: s.Namespace()}, nil
	}
	name, sub, _ := strings.Cut(written, "/")
	mapper := restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(s.Client().Discovery()))
	found, err := mapper.ResourceFor(schema.ParseGroupResource(name).WithVersion(""))
	if err != nil {
		return nil, err
	}
	kind, err := mapper.KindFor(found)
	if err != nil {
		return nil, err
	}
	mapping, err := mapper.RESTMapping(kind.GroupKind(), kind.Version)
	if err != nil {
		return nil, err
	}
	of := &authorizationv1.ResourceAttributes{Group: found.Group, Resource: found.Resource, Subresource: sub}
	if mapping.Scope.Name() == meta.RESTScopeNameNamespace {
		of.Namespace = s.Namespace()
	}
	return of, nil
}
