package scenario

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// elsewhereTime bounds the removal of one object in a namespace of others.
const elsewhereTime = 30 * time.Second

// ObjectElsewhere is an object that a scenario has applied in a namespace which is not
// removed with it. It belongs to the scenario if its name contains the scenario's
// namespace.
type ObjectElsewhere struct {
	APIVersion string           `json:"apiVersion"`
	Kind       string           `json:"kind"`
	Metadata   namespacedObject `json:"metadata"`
}

type namespacedObject struct {
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
}

// AppliesElsewhere records that the scenario is about to apply an object in a namespace.
// The end of the scenario deletes it if it belongs to the scenario and is not in one of
// the scenario's namespaces.
func (s *Scenario) AppliesElsewhere(apiVersion, kind, namespace, name string) {
	if namespace != "" && !strings.Contains(namespace, s.namespace) && strings.Contains(name, s.namespace) {
		s.elsewhere = append(s.elsewhere, ObjectElsewhere{apiVersion, kind, namespacedObject{name, namespace}})
	}
}

// deleteElsewhere deletes the scenario's objects in namespaces of others, and waits until
// they are gone.
func (s *Scenario) deleteElsewhere(ctx context.Context) error {
	if len(s.elsewhere) == 0 || s.Isolation == cluster.OwnCluster {
		return nil
	}
	n, err := s.administratorsNode(ctx)
	if err != nil {
		return err
	}
	script, err := elsewhereScript(s.elsewhere)
	if err != nil {
		return err
	}
	if _, err := cluster.Output(ctx, n, script); err != nil {
		return fmt.Errorf("removing objects of namespace %s in other namespaces: %w", s.namespace, err)
	}
	return nil
}

// elsewhereScript returns the script that deletes objects. A type that the API server no
// longer has took its objects with it.
func elsewhereScript(all []ObjectElsewhere) (string, error) {
	script := "export KUBECONFIG=/etc/kubernetes/admin.conf\nstatus=0\n"
	for _, o := range all {
		object, err := json.Marshal(o) // one line, so nothing in it ends the here-document
		if err != nil {
			return "", err
		}
		script += fmt.Sprintf(`said=$(kubectl delete --ignore-not-found --timeout=%s -f - 2>&1 <<'---'
%s
---
) || { grep -q 'no matches for kind' <<<"$said" || { echo "$said" >&2; status=1; }; }
`, elsewhereTime, object)
	}
	return script + "exit $status", nil
}
