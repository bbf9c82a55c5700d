package steps

import (
	"errors"
	"testing"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/fake"
	clienttesting "k8s.io/client-go/testing"

	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

func TestAPodWithoutAnAddressNeitherAnswersNorIsSilent(t *testing.T) {
	a, err := page(t.Context(), scenario.Fake{}.Scenario(), &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "web"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, wanted := range []bool{true, false} {
		if ok, err := answering(wanted).Match([]traffic.Answer{a}); ok || err != nil {
			t.Errorf("answering %v: got %v, %v of %s", wanted, ok, err, a)
		}
	}
}

func TestTheAPIServerAnswersWhenItRefuses(t *testing.T) {
	namespaces := corev1.Resource("namespaces")
	for name, row := range map[string]struct {
		err  error
		came bool
	}{
		"it answers":          {nil, true},
		"no such namespace":   {apierrors.NewNotFound(namespaces, "shop"), true},
		"forbidden":           {apierrors.NewForbidden(namespaces, "shop", errors.New("no role")), true},
		"it is not itself":    {apierrors.NewInternalError(errors.New("etcdserver: no leader")), false},
		"it is not ready yet": {apierrors.NewServiceUnavailable("starting"), false},
		"nobody is there":     {errors.New("dial tcp: connection refused"), false},
	} {
		t.Run(name, func(t *testing.T) {
			client := fake.NewClientset()
			client.PrependReactor("get", "namespaces", func(clienttesting.Action) (bool, runtime.Object, error) {
				return true, &corev1.Namespace{}, row.err
			})
			s := scenario.Fake{Client: client, Namespace: "shop"}.Scenario()
			answers, err := s.AskAPI(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, wanted := range []bool{true, false} {
				if ok, err := answering(wanted).Match(answers); ok != (wanted == row.came) || err != nil {
					t.Errorf("answering %v: got %v, %v of %v", wanted, ok, err, answers)
				}
			}
		})
	}
}
