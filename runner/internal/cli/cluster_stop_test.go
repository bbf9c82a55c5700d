package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// ailing is a cluster whose worker does not work.
type ailing struct{ pretend }

func (ailing) Healthy(context.Context) error {
	return cluster.Ailing("node worker-1", errors.New("node worker-1 is not Ready"))
}

// power is the platform of one cluster, dev, that can be stopped and started.
type power struct {
	info    docker.Info
	calls   []string
	healthy error // what Settle returns
}

func (p *power) platform() platform {
	return platform{
		Platform: run.Platform{Attach: func(context.Context, string) (cluster.Cluster, error) { return ailing{}, nil }},
		List:     func(context.Context) ([]docker.Info, error) { return []docker.Info{p.info}, nil },
		Stop:     func(_ context.Context, name string) error { p.calls = append(p.calls, "stop "+name); return nil },
		Resume:   func(_ context.Context, name string) error { p.calls = append(p.calls, "resume "+name); return nil },
		Remove:   func(_ context.Context, name string) error { p.calls = append(p.calls, "remove "+name); return nil },
		Settle: func(_ context.Context, _ cluster.Cluster, known []string) error {
			p.calls = append(p.calls, "settle but "+strings.Join(known, ","))
			return p.healthy
		},
		CaughtUp: func(context.Context, cluster.Cluster) error { p.calls = append(p.calls, "catch up"); return nil },
	}
}

func (p *power) run(args string) ended {
	var stdout, stderr bytes.Buffer
	out := terminal.Plain(&stdout, &stderr)
	defer out.Close()
	return ended{execute(strings.Fields(args), out, p.platform()), stdout.String(), stderr.String()}
}

// withState gives the test a state folder of its own, with that of the cluster dev.
func withState(t *testing.T) {
	t.Helper()
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	if err := os.MkdirAll(cluster.StateDir("dev"), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestAClusterIsStoppedAndStarted(t *testing.T) {
	withState(t)
	p := &power{info: devInfo("running")}
	if got := p.run("cluster stop dev"); got.code != 0 || !strings.Contains(got.stdout, "gherkube cluster start dev") {
		t.Errorf("stop: %+v", got)
	}
	p.info = devInfo("exited")
	if got := p.run("cluster stop dev"); got.code != 0 || !strings.Contains(got.stdout, "stopped already") {
		t.Errorf("stop again: %+v", got)
	}
	if got := p.run("cluster start dev"); got.code != 0 || !strings.Contains(got.stdout, "is up again") {
		t.Errorf("start: %+v", got)
	}
	// What ailed when it was stopped may ail, and components need not have caught up then.
	if got := strings.Join(p.calls, "; "); got != "stop dev; resume dev; settle but node worker-1" {
		t.Error(got)
	}
	p.calls = nil
	p.run("cluster start dev") // as after a restart of the machine
	if got := strings.Join(p.calls, "; "); got != "resume dev; settle but ; catch up" {
		t.Error(got)
	}
}

func TestWhatCannotBeStoppedOrStarted(t *testing.T) {
	withState(t)
	running, owned, lost := devInfo("running"), devInfo("running"), devInfo("exited")
	owned.Owned, owned.Run = true, "20261130-1"
	delete(lost.Nodes, "worker-2")
	for args, row := range map[string]struct {
		info docker.Info
		code int
		want string
	}{
		"cluster start dev":     {running, 0, "Cluster dev runs already."},
		"cluster start x":       {running, 3, `no cluster "x" (gherkube cluster list)`},
		"cluster stop dev":      {owned, 3, "cluster dev belongs to run 20261130-1, which goes on"},
		"cluster down dev":      {owned, 3, "cluster dev belongs to run 20261130-1, which goes on"},
		"cluster stop dev dev2": {devInfo("exited"), 3, `no cluster "dev2"`},
		"cluster start  dev":    {lost, 3, "the container of worker-2 is gone; remove the cluster: gherkube cluster down dev"},
		"lab resume dev":        {running, 3, `no lab is up on a cluster "dev"`},
	} {
		p := &power{info: row.info}
		if got := p.run(args); got.code != row.code || !strings.Contains(got.stdout+got.stderr, row.want) || len(p.calls) > 0 {
			t.Errorf("%s: %+v, %q", args, got, p.calls)
		}
	}
}

func TestAStartThatBringsNoHealthIsTold(t *testing.T) {
	withState(t)
	p := &power{info: devInfo("exited"), healthy: errors.New("cluster dev was started again, but is not as healthy as before: node worker-1 is not Ready")}
	if got := p.run("cluster start dev"); got.code != 2 || !strings.Contains(got.stderr, "node worker-1 is not Ready") || strings.Contains(got.stdout, "up again") {
		t.Errorf("%+v", got)
	}
}

func TestTheListSaysWhatStateEachIsIn(t *testing.T) {
	withState(t)
	broken, owned := devInfo("running"), devInfo("running")
	broken.Nodes["worker-1"] = "exited"
	owned.Owned, owned.Keep, owned.Run = true, false, "20261130-1"
	for name, row := range map[string]struct {
		info docker.Info
		want []string
	}{
		"running":  {devInfo("running"), []string{"  running  ", "  1.36  ", "  hand\n"}},
		"stopped":  {devInfo("exited"), []string{"  stopped  ", "  -  "}},
		"broken":   {broken, []string{"  broken  ", "worker-1 is exited", "gherkube cluster start dev"}},
		"of a run": {owned, []string{"  run 20261130-1\n"}},
	} {
		p := &power{info: row.info}
		got := p.run("cluster list")
		for _, part := range row.want {
			if got.code != 0 || !strings.Contains(got.stdout+got.stderr, part) {
				t.Errorf("%s: %q is not told: %+v", name, part, got)
			}
		}
	}
}

func TestTheListOfClustersHasAllColumnsAndIsForPrograms(t *testing.T) {
	withState(t)
	p := &power{info: devInfo("running")}
	if got := p.run("cluster list -o wide"); got.code != 0 || !strings.Contains(got.stdout, "  "+p.info.Topology.String()+"  ") || !strings.Contains(got.stdout, cluster.KubeconfigPath("dev")) {
		t.Errorf("%+v", got)
	}
	var all []map[string]any
	got := p.run("cluster list --output json")
	if err := json.Unmarshal([]byte(got.stdout), &all); err != nil || len(all) != 1 || all[0]["name"] != "dev" || all[0]["state"] != "running" || all[0]["usedBy"] != "hand" {
		t.Errorf("%v: %+v", err, got)
	}
	if got := p.run("cluster list --output table"); got.code != 3 || got.stdout != "" || !strings.Contains(got.stderr, "use text, wide or json") {
		t.Errorf("%+v", got)
	}
}

// TestALabThatIsStoppedSaysSo covers the commands of a student after a restart.
func TestALabThatIsStoppedSaysSo(t *testing.T) {
	withState(t)
	put := func(name, content string) {
		if err := os.WriteFile(cluster.StateDir("dev")+"/"+name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("lab.json", `{"cluster": "dev", "lab": "service-selector"}`)
	if err := os.CopyFS(cluster.StateDir("dev")+"/lab/service-selector", os.DirFS(selectorLab)); err != nil {
		t.Fatal(err)
	}
	p := &power{info: devInfo("exited")}
	p.info.Nodes["workstation"] = "exited"
	for _, args := range []string{"lab check", "lab shell", "lab check dev", "grade --live"} {
		got := p.run(args)
		if got.code != 3 || strings.TrimSpace(got.stderr) != "lab service-selector is stopped; to go on: gherkube lab resume dev" {
			t.Errorf("%s: %+v", args, got)
		}
	}
	p.info.Name = "service-selector"
	if err := os.Rename(cluster.StateDir("dev"), cluster.StateDir("service-selector")); err != nil {
		t.Fatal(err)
	}
	if got := p.run("lab start " + selectorLab); got.code != 3 || !strings.Contains(got.stderr, "to go on: gherkube lab resume service-selector") {
		t.Errorf("%+v", got)
	}
	if got := p.run("cluster list"); !strings.Contains(got.stdout, "  lab service-selector\n") {
		t.Errorf("%+v", got)
	}
}
