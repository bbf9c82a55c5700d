package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/node/source"
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
func examined(machine platform, flags ...string) ended {
	var stdout, stderr bytes.Buffer
	out := terminal.Plain(&stdout, &stderr)
	defer out.Close()
	return ended{execute(append([]string{"doctor"}, flags...), out, machine), stdout.String(), stderr.String()}
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
		"a fit machine":               {doctored(true, fit, nil), 0, []string{"engine         ok      Docker 28", "image of 1.36  ok      gherkube/node:v1.36", "not here", "Debian's tools"}},
		"a sick one":                  {doctored(true, sick, nil), 2, []string{"memory         problem  10 MiB", "10 MiB: end other programs\n"}},
		"no tools, and no image":      {doctored(false, fit, noGo), 2, []string{"building       problem  no go command: install Go\n"}},
		"no tools, but with an image": {doctored(true, fit, noGo), 0, []string{"building       warning  no go command: install Go"}},
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

func TestWhatBuildingLacksIsMinorOnlyBesideAnImage(t *testing.T) {
	lacks := []docker.Finding{{Check: "building", Found: "no go command", Fix: "install Go"}}
	if got := deferred(lacks, []docker.Finding{{Check: "image of 1.36", Found: "gherkube/node:v1.36"}}); !got[0].Minor {
		t.Error("not minor beside an image")
	}
	if got := deferred(lacks, nil); got[0].Minor {
		t.Error("minor without an image: the findings of the machine were changed")
	}
}

func TestAnImageThatCannotBeLookedForIsUnknown(t *testing.T) {
	machine := doctored(true, nil, nil)
	machine.Built = func(context.Context, cluster.Version) (bool, error) { return false, errors.New("no answer") }
	if got := examined(machine); !strings.Contains(got.stdout, "unknown  no answer") {
		t.Error(got.stdout)
	}
}

func TestACheckThatHangsHoldsNothingUp(t *testing.T) {
	machine := doctored(true, []docker.Finding{{Check: "engine", Found: "Docker 28"}}, nil)
	release := make(chan struct{})
	defer close(release)
	machine.Lacks = func(context.Context) []docker.Finding { <-release; return nil }
	machine.Built = func(ctx context.Context, _ cluster.Version) (bool, error) { <-ctx.Done(); return false, ctx.Err() }
	got := examined(machine)
	for _, part := range []string{"engine         ok       Docker 28", "building       unknown  the check did not end in time", "image of 1.36  unknown  the check did not end in time"} {
		if !strings.Contains(got.stdout, part) {
			t.Errorf("%q is missing in:\n%s", part, got.stdout)
		}
	}
	if got.code != 0 {
		t.Errorf("code %d", got.code)
	}
}

func TestWithoutAnEngineNoImageIsLookedFor(t *testing.T) {
	none := []docker.Finding{{Check: "engine", Found: "no container engine answers", Fix: "start it"}}
	if got := examined(doctored(false, none, nil)); strings.Contains(got.stdout, "image of") || got.code != 2 {
		t.Errorf("code %d:\n%s", got.code, got.stdout)
	}
}

func TestTheDoctorForPrograms(t *testing.T) {
	t.Setenv(source.Variable, source.None)
	machine := doctored(true, []docker.Finding{
		{Check: "engine", Found: "Docker <28>"}, {Check: "memory", Found: "2000 MiB", Fix: "colima stop && colima start --memory 4", Minor: true},
		{Check: "disk", Found: "in a virtual machine", Unknown: true}, {Check: "rights", Found: "rootless", Fix: "run as root"},
	}, nil)
	machine.Ref = func(v cluster.Version) string { return "node:" + v.String() }
	got := examined(machine, "--output", "json")
	var said struct {
		Fit    *bool
		Checks []map[string]string
	}
	if err := json.Unmarshal([]byte(got.stdout), &said); err != nil || said.Fit == nil || *said.Fit || len(said.Checks) < 5 {
		t.Fatalf("%v: %s", err, got.stdout)
	}
	for i, want := range []map[string]string{
		{"check": "engine", "status": "ok", "found": "Docker <28>"},
		{"check": "memory", "status": "warning", "found": "2000 MiB", "fix": "colima stop && colima start --memory 4"},
		{"check": "disk", "status": "unknown", "found": "in a virtual machine"},
		{"check": "rights", "status": "problem", "found": "rootless", "fix": "run as root"},
	} {
		if !maps.Equal(said.Checks[i], want) {
			t.Errorf("got %v, want %v", said.Checks[i], want)
		}
	}
	if got.code != 2 {
		t.Errorf("code %d", got.code)
	}
	if got := examined(machine, "-o", "yaml"); got.code != 3 || !strings.Contains(got.stderr, "use text or json") {
		t.Errorf("code %d: %s", got.code, got.stderr)
	}
}

func TestEachSourceOfImagesIsAsked(t *testing.T) {
	t.Setenv(source.Variable, "full.example/course empty.example gone.example http://slow.example")
	machine := doctored(true, nil, nil)
	machine.Probe = func(ctx context.Context, ref string, plainHTTP bool) error {
		switch {
		case ref == "full.example/course/node:v1.36" && !plainHTTP:
			return nil
		case strings.HasPrefix(ref, "empty.example/"):
			return &source.Missing{}
		case strings.HasPrefix(ref, "slow.example/") && plainHTTP:
			<-ctx.Done()
			return ctx.Err()
		}
		return errors.New("gone.example cannot be reached: no such host")
	}
	got := examined(machine)
	for _, part := range []string{
		"image source   ok       full.example/course/node:v1.36 can be pulled",
		"image source   warning  empty.example answers, and has no empty.example/node:v1.36: push it there",
		"image source   warning  gone.example cannot be reached: no such host: correct GHERKUBE_IMAGES",
		"image source   unknown  slow.example did not answer in time",
	} {
		if !strings.Contains(got.stdout, part) {
			t.Errorf("%q is missing in:\n%s", part, got.stdout)
		}
	}
	if got.code != 0 {
		t.Errorf("a source that fails is no obstacle: code %d", got.code)
	}
}

func TestSourcesThatCannotBeReadAreAProblem(t *testing.T) {
	t.Setenv(source.Variable, "ftp://example")
	if got := examined(doctored(true, nil, nil)); got.code != 2 || !strings.Contains(got.stdout, "correct GHERKUBE_IMAGES") {
		t.Errorf("code %d:\n%s", got.code, got.stdout)
	}
}
