package grading

import (
	"context"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// looking is the commands with which an instructor would start to find out why a
// criterion is not met.
const looking = `kubectl get nodes --output=wide
kubectl get deployments,statefulsets,daemonsets,pods,services,endpointslices,persistentvolumeclaims --output=wide
kubectl get events --sort-by=.metadata.creationTimestamp | tail --lines=25
for pod in $(kubectl get pods --output=name); do
  echo "--- $pod"
  kubectl describe "$pod" | sed -n '/^Status:/p; /^Conditions:/,/^Volumes:/p; /^Events:/,$p'
  kubectl logs "$pod" --all-containers --tail=10
done 2>&1`

// lookTime bounds the commands. From a slow cluster, the output so far is kept.
const lookTime = 20 * time.Second

// found returns the state of the lab's namespace, without the contents of Secrets,
// if a criterion was not met. Otherwise it returns "".
func (s *Environment) found(ctx context.Context, run *model.Run) string {
	if run.Verdict() == verdict.Passed {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	return s.redactor(ctx)()(s.container.Look(ctx, s.namespace(), looking))
}
