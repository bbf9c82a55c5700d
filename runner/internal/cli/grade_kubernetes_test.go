package cli

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// gradedOn runs command lines in a folder with a class, on a platform on which no
// cluster starts. It returns their ends, and the versions of Kubernetes of the clusters
// that each would have started.
func gradedOn(t *testing.T, lines ...string) (all []ended, on [][]string) {
	t.Helper()
	theLab, err := filepath.Abs("../lab/reader/testdata/broken-web")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	t.Cleanup(xdg.Reload)
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	write(t, "class/ada/solve.sh", "true")
	for _, line := range lines {
		var asked []string
		p := noClusters()
		p.Start = func(_ context.Context, topology cluster.Topology, _ bool) (cluster.Cluster, error) {
			asked = append(asked, topology.Kubernetes.String())
			return nil, errors.New("no cluster starts here")
		}
		p.Versions = func(of []cluster.Version) ([]plan.Version, error) {
			return []plan.Version{{Name: "kubernetes", Version: of[0].String()}}, nil
		}
		var stdout, stderr bytes.Buffer
		out := terminal.Plain(&stdout, &stderr)
		code := execute(strings.Fields(strings.ReplaceAll(line, "LAB", theLab)), out, p)
		out.Close()
		all, on = append(all, ended{code, stdout.String(), stderr.String()}), append(on, asked)
	}
	return all, on
}

func TestAGradeRunsOnTheVersionThatIsAskedFor(t *testing.T) {
	rows := map[string]string{
		"grade LAB --submission class/ada":                         "1.35", // the lab's own
		"grade LAB --submission class/ada --kubernetes 1.36":       "1.36",
		"grade LAB --submission class/ada --kubernetes 1.34":       "1.34",
		"grade LAB --submissions class --kubernetes 1.36":          "1.36",
		"grade LAB --submissions class --record r":                 "1.35",
		"grade LAB --submission class/ada --own --kubernetes 1.36": "1.36",
	}
	for line, want := range rows {
		t.Run(line, func(t *testing.T) {
			if all, on := gradedOn(t, line); !slices.Equal(on[0], []string{want}) {
				t.Errorf("on %v, want %s\n%s", on[0], want, all[0].stderr)
			}
		})
	}
}

// TestAClassGoesOnOnTheVersionOnWhichItBegan resumes classes without naming a version.
func TestAClassGoesOnOnTheVersionOnWhichItBegan(t *testing.T) {
	all, on := gradedOn(t,
		"grade LAB --submissions class --record other --kubernetes 1.36", "grade --resume other", "grade --resume other",
		"grade LAB --submissions class --record own", "grade --resume own",
		"grade LAB --submissions class --record other", "grade LAB --submissions class --record own --kubernetes 1.36",
	)
	for i, want := range []string{"1.36", "1.36", "1.36", "1.35", "1.35", "", ""} {
		if got := strings.Join(on[i], ","); got != want {
			t.Errorf("%d: on %q, want %q\n%s", i, got, want, all[i].stderr)
		}
	}
	for i, want := range map[int]string{5: "kubernetes: recorded 1.36, now 1.35", 6: "kubernetes: recorded 1.35, now 1.36"} {
		if all[i].code != 3 || !strings.Contains(all[i].stderr, want) {
			t.Errorf("%d: code %d, want %q: %s", i, all[i].code, want, all[i].stderr)
		}
	}
}

func TestVersionsThatNoGradeRunsOn(t *testing.T) {
	rows := map[string]string{
		"grade LAB --submission class/ada --kubernetes 1.12":      "the versions are 1.34, 1.35, 1.36",
		"grade LAB --submission class/ada --kubernetes 1.35,1.36": "--kubernetes: a lab runs on one version at a time",
		"grade LAB --submissions class --kubernetes 1.35,1.36":    "--kubernetes: a lab runs on one version at a time",
		"grade --resume r --kubernetes 1.36":                      "--kubernetes and --resume: say one of them",
		"grade --live x --kubernetes 1.36":                        "--kubernetes and --live: say one of them",
	}
	for line, want := range rows {
		t.Run(line, func(t *testing.T) {
			if all, on := gradedOn(t, line); all[0].code != 3 || !strings.Contains(all[0].stderr, want) || len(on[0]) > 0 {
				t.Errorf("code %d, want %q: %s", all[0].code, want, all[0].stderr)
			}
		})
	}
}
