package grading

import (
	"context"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// looking is what an instructor types first to see why a criterion is not met.
const looking = `kubectl get nodes --output=wide
kubectl get deployments,statefulsets,daemonsets,pods,services,endpointslices,persistentvolumeclaims --output=wide
kubectl get events --sort-by=.metadata.creationTimestamp | tail --lines=25
for pod in $(kubectl get pods --output=name); do
  echo "--- $pod"
  kubectl describe "$pod" | sed -n '/^Status:/p; /^Conditions:/,/^Volumes:/p; /^Events:/,$p'
  kubectl logs "$pod" --all-containers --tail=10
done 2>&1`

// lookTime bounds the looking: a cluster that answers slowly is told of by what
// it has answered until then.
const lookTime = 20 * time.Second

// found is what stood in the lab's namespace when a criterion was not met,
// without what its Secrets hold; nothing when all were.
func (s *Environment) found(ctx context.Context, run *model.Run) string {
	if run.Verdict() == verdict.Passed {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	return s.redactor(ctx)()(s.container.Look(ctx, s.namespace(), looking))
}
