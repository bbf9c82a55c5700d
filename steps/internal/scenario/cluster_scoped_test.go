package scenario

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// fakeKubectl lists cluster roles, one of them with a name that a shell would evaluate,
// and keeps the arguments of its deletions, one on a line.
const fakeKubectl = `#!/bin/bash
case $1 in
api-resources) printf '%s\n' clusterroles namespaces ;;
get) printf '%s\n' 'clusterrole/$(touch evaluated)-blue-1' 'clusterrole/a b-blue-1' clusterrole/view namespace/blue-1 namespace/other-blue-1 ;;
delete) printf '%s\n' "$@" >>deleted ;;
esac
`

func TestNamesOfObjectsAreNoPartOfScripts(t *testing.T) {
	t.Chdir(t.TempDir())
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "kubectl"), []byte(fakeKubectl), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+":"+os.Getenv("PATH"))
	const evil, spaced, other = "clusterrole/$(touch evaluated)-blue-1", "clusterrole/a b-blue-1", "namespace/other-blue-1"
	own, err := cluster.Output(t.Context(), patient{}, clusterScopedScript, "blue-1")
	if err != nil || own != strings.Join([]string{evil, spaced, other, ""}, "\n") {
		t.Errorf("got %q, %v", own, err)
	}
	if _, err := cluster.Output(t.Context(), patient{}, goneScript, "2m0s", evil, spaced); err != nil {
		t.Error(err)
	}
	deleted, err := os.ReadFile("deleted")
	want := []string{
		"delete", "--ignore-not-found", "--wait=false", "--", evil, spaced, other,
		"delete", "--ignore-not-found", "--timeout=2m0s", "--", evil, spaced, "",
	}
	if err != nil || string(deleted) != strings.Join(want, "\n") {
		t.Errorf("got %q, %v", deleted, err)
	}
	if _, err := os.Stat("evaluated"); err == nil {
		t.Error("a shell evaluated a name")
	}
}
