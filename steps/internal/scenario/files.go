package scenario

import (
	"fmt"
	"os"
	"path/filepath"

	"k8s.io/client-go/tools/clientcmd"

	"github.com/gherkube/gherkube/steps/event"
)

// Kubeconfig returns the path of a kubeconfig with the administrator's rights and the
// scenario's namespace as the default. The file is removed when the scenario ends.
func (s *Scenario) Kubeconfig() (path string, err error) {
	config, err := clientcmd.Load(s.cluster.Kubeconfig())
	if err != nil {
		return "", fmt.Errorf("the kubeconfig of cluster %s: %w", s.cluster.Name(), err)
	}
	for _, c := range config.Contexts {
		c.Namespace = s.namespace
	}
	if s.files == "" {
		if s.files, err = os.MkdirTemp("", "gherkube-"); err != nil {
			return "", fmt.Errorf("a folder for the scenario's files: %w", err)
		}
	}
	path = filepath.Join(s.files, "kubeconfig")
	return path, clientcmd.WriteToFile(*config, path)
}

// removeFiles removes what Kubeconfig wrote.
func (s *Scenario) removeFiles() {
	if s.files == "" {
		return
	}
	if err := os.RemoveAll(s.files); err != nil {
		s.Tell(event.Cleaned, "removing the scenario's files: "+err.Error(), nil)
	}
}
