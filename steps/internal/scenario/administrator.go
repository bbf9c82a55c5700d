package scenario

import (
	"context"
	"errors"
	"fmt"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// A scenario's commands run in a folder of its own on a control-plane node,
// where files that they write stay, with a kubeconfig of its own: contexts and
// users that they add or change are the scenario's.

const folders = "/run/gherkube/"

func (s *Scenario) folder() string { return folders + s.namespace }

// administratorsNode is the node that the scenario's kubectl runs on.
func (s *Scenario) administratorsNode(ctx context.Context) (cluster.Node, error) {
	n, err := cluster.Administrator(ctx, s.cluster.Nodes(), s.faults.Disrupted)
	if err == nil {
		s.used.Store(n.Name(), true)
	}
	return n, err
}

// asAdministrator is a command line in the scenario's folder. The first one
// makes it; two may be the first at once, so it is moved to its place whole.
func (s *Scenario) asAdministrator(command string) string {
	return fmt.Sprintf(`export KUBECONFIG=%[1]s/kubeconfig
if ! cd %[1]s 2>/dev/null; then
  mkdir -p %[4]s && new=$(mktemp -d %[4]sXXXXXX) &&
    cp /etc/kubernetes/admin.conf $new/kubeconfig &&
    kubectl --kubeconfig=$new/kubeconfig config set-context --current --namespace=%[2]s >/dev/null || exit
  mv -T $new %[1]s 2>/dev/null || rm -rf $new
  cd %[1]s || exit
fi
%[3]s`, s.folder(), s.namespace, command, folders)
}

// removeFolders removes what commands have left on nodes that live on.
func (s *Scenario) removeFolders(ctx context.Context) error {
	if s.Isolation == cluster.OwnCluster {
		return nil
	}
	var errs []error
	for _, n := range s.cluster.Nodes() {
		if _, used := s.used.Load(n.Name()); used {
			_, err := cluster.Output(ctx, n, "rm -rf "+s.folder())
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
