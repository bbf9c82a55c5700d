//go:build image

package inventory_test

import (
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/node"
	"github.com/gherkube/gherkube/runner/internal/inventory"
)

// said returns the output of a script in a container of the node image.
func said(t *testing.T, script string) string {
	t.Helper()
	ref, err := node.Image{}.Ensure(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "docker", "run", "--rm", "--entrypoint", "bash", ref, "-ec", script).Output()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return string(out)
}

func TestProgramsAreThoseOfTheImage(t *testing.T) {
	have := strings.Fields(said(t, `IFS=:; for dir in $PATH; do ls -1 $dir 2>/dev/null || true; done | LC_ALL=C sort -u`))
	if want := inventory.Programs(); !slices.Equal(have, want) {
		t.Errorf("the image has other programs than programs.txt; missing here %q, missing there %q", beside(have, want), beside(want, have))
	}
	for _, name := range strings.Fields(said(t, `compgen -b`)) {
		if !inventory.HasProgram(name) {
			t.Errorf("%s is a command of bash, and not listed", name)
		}
	}
}

func TestImagesAreThoseOfTheRegistry(t *testing.T) {
	var have []string
	const tags = `cd /opt/gherkube/registry/docker/registry/v2/repositories; find . -path "*/_manifests/tags/*" -name current`
	for _, path := range strings.Fields(said(t, tags)) {
		repository, tag, _ := strings.Cut(strings.TrimPrefix(path, "./"), "/_manifests/tags/")
		have = append(have, strings.TrimPrefix(repository, "library/")+":"+strings.TrimSuffix(tag, "/current"))
	}
	slices.Sort(have)
	if want := inventory.Images(); !slices.Equal(have, want) {
		t.Errorf("the registry has %q, and images.txt %q", have, want)
	}
}

var flagLine = regexp.MustCompile(`(?m)^\s+(?:(-\w), )?(--[\w-]+)=([^:]*):`)

func TestKubectlIsAsListed(t *testing.T) {
	for name, want := range inventory.ReadOnly() {
		script := fmt.Sprintf("kubectl %s --help | sed -n '/^Options:/,/^Usage:/p'", name)
		if name == inventory.Global {
			script = "kubectl options"
		}
		have := inventory.Flags{"-h": false, "--help": false}
		for _, found := range flagLine.FindAllStringSubmatch(said(t, script), -1) {
			for _, flag := range found[1:3] {
				have[flag] = found[3] != "true" && found[3] != "false"
			}
		}
		delete(have, "")
		for flag, valued := range have {
			if listed, there := want[flag]; !there || listed != valued {
				t.Errorf("kubectl %s %s: takes a value %v; listed %v, %v", name, flag, valued, there, listed)
			}
		}
		for flag := range want {
			if _, there := have[flag]; !there {
				t.Errorf("kubectl %s has no %s", name, flag)
			}
		}
	}
	for _, name := range strings.Fields(said(t, `kubectl --help | sed -n 's/^  \([a-z-]*\)  .*/\1/p'`)) {
		if !inventory.HasCommand(name) {
			t.Errorf("kubectl has the command %s, which is not listed", name)
		}
	}
}

func beside(some, others []string) []string {
	return slices.DeleteFunc(slices.Clone(some), func(s string) bool { return slices.Contains(others, s) })
}
