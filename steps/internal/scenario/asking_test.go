package scenario

import (
	"errors"
	"testing"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

func TestARefusalIsAnAnswerAndSilenceIsNot(t *testing.T) {
	pods := schema.GroupResource{Resource: "pods"}
	for name, row := range map[string]struct {
		err  error
		want verdict.Verdict
	}{
		"not found":                 {apierrors.NewNotFound(pods, "web"), verdict.Failed},
		"already there":             {apierrors.NewAlreadyExists(pods, "web"), verdict.Failed},
		"etcd is away":              {apierrors.NewInternalError(errors.New("etcdserver: request timed out")), verdict.Undecided},
		"a webhook does not answer": {apierrors.NewInternalError(errors.New(`failed calling webhook "a.b": connection refused`)), verdict.Failed},
		"nobody answers":            {errors.New("dial tcp: connection refused"), verdict.Undecided},
	} {
		t.Run(name, func(t *testing.T) {
			if got := verdict.Of(Asking(row.err, "creating pod %q", "web")); got != row.want {
				t.Errorf("got %s, want %s", got, row.want)
			}
		})
	}
}
