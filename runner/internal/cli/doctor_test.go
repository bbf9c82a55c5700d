package cli

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// doctored returns a machine with findings.
func doctored(built bool, all, lacks []docker.Finding) platform {
	return platform{
		Diagnose: func(context.Context) []docker.Finding { return all },
		Lacks:    func(context.Context) []docker.Finding { return lacks },
		Built:    func(_ context.Context, v cluster.Version) (bool, error) { return built && v.IsZero(), nil },
		Ref:      func(v cluster.Version) string { return "gherkube/node:v" + v.String() },
	}
}

// examined runs gherkube doctor on a machine.
func examined(machine platform) ended {
	var stdout, stderr bytes.Buffer
	out := terminal.Plain(&stdout, &stderr)
	defer out.Close()
	return ended{execute([]string{"doctor"}, out, machine), stdout.String(), stderr.String()}
}

func TestTheDoctorEndsWithWhatIsToBeDone(t *testing.T) {
	fit := []docker.Finding{{Check: "engine", Found: "Docker 28"}}
	sick := append(fit, docker.Finding{Check: "memory", Found: "10 MiB", Fix: "end other programs"})
	noGo := []docker.Finding{{Check: "building", Found: "no go command", Fix: "install Go"}}
	for name, row := range map[string]struct {
		machine platform
		code    int
		says    []string
	}{
		"a fit machine":               {doctored(true, fit, nil), 0, []string{"engine          ok       Docker 28", "image of 1.36   ok       gherkube/node:v1.36", "not here", "Debian's tools"}},
		"a sick one":                  {doctored(true, sick, nil), 2, []string{"memory   problem   10 MiB", "\nmemory: end other programs\n"}},
		"no tools, and no image":      {doctored(false, fit, noGo), 2, []string{"building        problem   no go command", "\nbuilding: install Go\n"}},
		"no tools, but with an image": {doctored(true, fit, noGo), 0, []string{"no go command; to build images: install Go"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := examined(row.machine)
			if got.code != row.code {
				t.Errorf("code %d, want %d: %s", got.code, row.code, got.stderr)
			}
			for _, part := range row.says {
				if !strings.Contains(got.stdout, part) {
					t.Errorf("%q is missing in:\n%s", part, got.stdout)
				}
			}
		})
	}
}

func TestAnImageThatCannotBeLookedForIsUnknown(t *testing.T) {
	machine := doctored(true, nil, nil)
	machine.Built = func(context.Context, cluster.Version) (bool, error) { return false, errors.New("no answer") }
	if got := examined(machine); !strings.Contains(got.stdout, "unknown   no answer") {
		t.Error(got.stdout)
	}
}
