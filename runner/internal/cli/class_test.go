package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// noClusters is a platform with memory for one cluster, on which none starts.
func noClusters() platform {
	return platform{
		Platform: run.Platform{Start: func(context.Context, cluster.Topology, bool) (cluster.Cluster, error) {
			return nil, errors.New("no cluster starts here")
		}},
		Room: func(context.Context, cluster.Topology) (int, bool) { return 1, true },
	}
}

// onClass runs command lines on noClusters, in a folder with a class. Ada and bob
// have submitted, cyd's folder is empty, and dot's is a file.
func onClass(t *testing.T, lines ...string) []ended {
	t.Helper()
	theLab, err := filepath.Abs("../lab/reader/testdata/broken-web")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	t.Cleanup(xdg.Reload)
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	for _, name := range []string{"class/ada/solve.sh", "class/bob/x.yaml", "class/cyd/", "class/dot", "well/ada/solve.sh"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if filepath.Dir(name)+"/" == name {
			continue
		}
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var all []ended
	for _, line := range lines {
		var stdout, stderr bytes.Buffer
		out := terminal.Plain(&stdout, &stderr)
		code := execute(strings.Fields(strings.ReplaceAll(line, "LAB", theLab)), out, noClusters())
		out.Close()
		all = append(all, ended{code, stdout.String(), stderr.String()})
	}
	return all
}

func TestAClassOnAMachineWithoutClusters(t *testing.T) {
	all := onClass(t,
		"grade LAB --submissions class --parallel 4 --record r",
		"grade --resume r --format json",
		"regrade r --format json",
		"grade LAB --submissions well",
		"grade LAB --submission well/ada --record r",
		"regrade r/submissions/cyd/1",
		"regrade r/submissions/ada/1",
	)
	for i, want := range []int{3, 3, 3, 2, 3, 3, 2} {
		if all[i].code != want {
			t.Errorf("%d: code %d, want %d\n%s", i, all[i].code, want, all[i].stderr)
		}
	}
	if !strings.Contains(all[4].stderr, "--record r: it is the record of a class") {
		t.Errorf("one more in the record of a class: %s", all[4].stderr)
	}
	for _, want := range []string{
		"There is memory for 1 of these clusters",
		"ada: not gradable: no cluster starts here",
		"4/4 dot: not gradable: ",
		"\nclass/cyd: is empty: a submission has a solve.sh",
		"\nclass/dot: is a file: a submission is a folder",
		"Record: r",
		"One student:\n  gherkube regrade r --student ada\n",
		"0 of 4 are graded. To go on:\n  gherkube grade --resume r\n",
	} {
		if !strings.Contains(all[0].stderr, want) {
			t.Errorf("%q is missing:\n%s", want, all[0].stderr)
		}
	}
	for i := range 3 {
		if ada, dot := strings.Index(all[i].stdout, "ada"), strings.Index(all[i].stdout, "dot"); ada < 0 || dot < ada {
			t.Errorf("%d: not all in their order: %s", i, all[i].stdout)
		}
	}
	if strings.Count(all[1].stdout, `"refused": true`) != 2 {
		t.Errorf("refused are not told from others: %s", all[1].stdout)
	}
}

// TestGradesThatNamedNoFolderMakeRoom sets a very short retention. Records in named
// folders, and the class, must stay.
func TestGradesThatNamedNoFolderMakeRoom(t *testing.T) {
	t.Setenv(record.RetentionVariable, "size=1k")
	one := "grade LAB --submission well/ada"
	all := onClass(t, "grade LAB --submissions well", one, one, one, one+" --record named")
	found, err := filepath.Glob(filepath.Join(grading.Store(), "*"))
	if err != nil || len(found) != 1+2 || !batch.Is(found[0]) {
		t.Errorf("kept are %v: %v", found, err)
	}
	if !strings.Contains(all[3].stderr, "Removed old records: 0 passed, 1 failed (") {
		t.Errorf("it is not told: %s", all[3].stderr)
	}
	if _, err := os.Stat("named/work.json"); err != nil {
		t.Error(err)
	}
}

func TestHowGradeIsAskedFor(t *testing.T) {
	rows := map[string]string{
		"grade":                                        "name the lab whose submission it is",
		"grade LAB":                                    "--submission: name the folder",
		"grade LAB more --submission x":                "grade takes one lab",
		"grade LAB --submission x --roster y":          "--roster: open y",
		"grade --live x --roster y":                    "--roster and --live: say one of them",
		"grade --live x --student y":                   "--student and --live: say one of them",
		"grade LAB --submissions class --submission x": "--submission and --submissions: say one of them",
		"grade LAB --submissions class --parallel 0":   "--parallel 0: expected a whole number of 1 or more",
		"grade LAB --submissions class --roster missing.csv --format nothing": "--roster: open missing.csv",
		"grade LAB --submissions class --for student":                         "--for student: a class is graded for its instructor",
		"grade LAB --submission well/ada --for student --format csv":          "--for student --format csv: it shows what is hidden",
		"grade LAB --submissions class/ada class/bob class/ada":               `two submissions are called "ada"`,
		"grade LAB --submissions class --record class":                        "class holds something else",
		"grade --resume class":                                                "class is not the record of a class",
		"grade LAB --resume r":                                                "--resume: the record says which lab",
		"grade --resume r --record s":                                         "--record and --resume: say one of them",
	}
	for line, want := range rows {
		t.Run(line, func(t *testing.T) {
			if got := onClass(t, line)[0]; got.code != 3 || !strings.Contains(got.stderr, want) {
				t.Errorf("code %d, want %q: %s", got.code, want, got.stderr)
			}
		})
	}
}
