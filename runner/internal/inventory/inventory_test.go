package inventory_test

import (
	"testing"

	"github.com/gherkube/gherkube/runner/internal/inventory"
)

func TestWhatCanBeRunAndPulled(t *testing.T) {
	for name, want := range map[string]bool{"kubectl": true, "jq": true, "cd": true, "helm": false, "yq": true, "k": false, "python3": false} {
		if inventory.HasProgram(name) != want {
			t.Errorf("%s: not %v", name, want)
		}
	}
	for ref, want := range map[string]bool{
		"nginx": true, "nginx:1.22": true, "docker.io/library/nginx:latest": true, "busybox": true, "shop:dev": true,
		"nginx:1.27": false, "ngnix": false, "redis": false, "nginx@sha256:00": true,
		inventory.Components()[0]: true, "registry.k8s.io/kube-apiserver:v0": false,
	} {
		if inventory.HasImage(ref, []string{"shop:dev"}) != want {
			t.Errorf("%s: not %v", ref, want)
		}
	}
	if flags := inventory.ReadOnly()["get"]; !flags["-o"] || flags["-A"] {
		t.Errorf("got %v", flags)
	}
}
