package scenario

import (
	"context"
	"errors"
	"fmt"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// The commands of a scenario run on a control-plane node, in the scenario's own folder,
// where the files that they write stay. The folder has its own kubeconfig: contexts and
// users that commands add or change belong to the scenario. So do the charts and settings
// that helm keeps.

const folders = "/run/gherkube/"

func (s *Scenario) folder() string { return folders + s.namespace }

// administratorsNode returns the node on which the scenario's kubectl runs.
func (s *Scenario) administratorsNode(ctx context.Context) (cluster.Node, error) {
	n, err := cluster.Administrator(ctx, s.cluster.Nodes(), s.faults.Disrupted)
	if err == nil {
		s.used.Store(n.Name(), true)
	}
	return n, err
}

// asAdministrator returns a command line that runs in the scenario's folder. The first
// command creates the folder, then renames it atomically to avoid a race.
func (s *Scenario) asAdministrator(command string) string {
	return fmt.Sprintf(`export KUBECONFIG=%[1]s/kubeconfig HELM_CACHE_HOME=%[1]s/.helm/cache HELM_CONFIG_HOME=%[1]s/.helm/config HELM_DATA_HOME=%[1]s/.helm/data
if ! cd %[1]s 2>/dev/null; then
  mkdir -p %[4]s && new=$(mktemp -d %[4]sXXXXXX) &&
    cp /etc/kubernetes/admin.conf $new/kubeconfig &&
    kubectl --kubeconfig=$new/kubeconfig config set-context --current --namespace=%[2]s >/dev/null || exit
  mv -T $new %[1]s 2>/dev/null || rm -rf $new
  cd %[1]s || exit
fi
%[3]s`, s.folder(), s.namespace, command, folders)
}

// removeFolders removes what commands left on nodes that stay.
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
