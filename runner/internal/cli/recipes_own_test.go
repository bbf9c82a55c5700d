package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// own are gherkube's own workflows and its action.
func own(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"workflows/*.yaml", "actions/*/action.yaml"} {
		found, err := filepath.Glob(filepath.Join(ours, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		all = append(all, found...)
	}
	return all
}

var pinnedAction = regexp.MustCompile(`^[\w./-]+@[0-9a-f]{40}$`)

// TestOwnWorkflowsPinWhatTheyUse checks that no tag of an action, which its owner can move, gets
// what a workflow or a recipe for GitHub may do.
func TestOwnWorkflowsPinWhatTheyUse(t *testing.T) {
	for _, file := range append(own(t), recipes+"/github.yaml", recipes+"/github-student.yaml") {
		for _, used := range valuesOf(read(t, file), "uses") {
			if !pinnedAction.MatchString(used) {
				t.Errorf("%s: %s is not pinned by a commit", file, used)
			}
		}
	}
}

// valuesOf returns the values of a key, wherever it stands.
func valuesOf(at *yaml.Node, key string) []string {
	var all []string
	for i, child := range at.Content {
		if at.Kind == yaml.MappingNode && i%2 == 1 && at.Content[i-1].Value == key {
			all = append(all, child.Value)
		}
		all = append(all, valuesOf(child, key)...)
	}
	return all
}

// TestOwnScriptsTakeNoTextFromOthers checks that inputs and contexts reach scripts in the
// environment only: in a script, they would be run.
func TestOwnScriptsTakeNoTextFromOthers(t *testing.T) {
	for _, file := range own(t) {
		for _, script := range scriptsIn(read(t, file), false) {
			if strings.Contains(script, "${{") {
				t.Errorf("%s puts a text into a script: %s", file, script)
			}
		}
	}
}

// stub is a gherkube that writes down how it was called, and reports as the real one does.
const stub = `#!/bin/bash
echo "gherkube $*" >>"$CALLS"
case "$1 $2" in
"image name") echo gherkube/node:v1 ;;
"image pull") exit "$PULL" ;;
"image save") echo images >"$3" ;;
run*|grade*)
  for word; do case "$word" in *:*) echo "report of $1" >"${word#*:}" ;; esac; done
  exit 1 ;;
esac
`

// TestTheActionLoadsPullsOrBuilds runs the scripts of the action with programs that only write
// down how they are called.
func TestTheActionLoadsPullsOrBuilds(t *testing.T) {
	provide := func(words string) string { return "gherkube image " + words + " --kubernetes 1.36 --parts metrics" }
	for about, row := range map[string]struct {
		env  []string
		want []string
	}{
		"the cache has it":      {[]string{"HIT=true", "PULL=0"}, []string{"gherkube image load FILE"}},
		"a source has it":       {[]string{"HIT=", "PULL=0"}, []string{provide("pull"), provide("save FILE")}},
		"it has to be compiled": {[]string{"HIT=", "PULL=2"}, []string{provide("pull"), "sudo apt-get", "sudo apt-get", "sudo env", provide("save FILE")}},
	} {
		t.Run(about, func(t *testing.T) {
			calls, _, _, code := act(t, "Provide the node image", append(row.env, "KUBERNETES=1.36", "PARTS=metrics", "GHERKUBE_IMAGES="))
			if len(calls) != len(row.want) || code != 0 {
				t.Fatalf("code %d, calls %q", code, calls)
			}
			for i, want := range row.want {
				if !strings.HasPrefix(calls[i], want) {
					t.Errorf("call %d: %q instead of %q", i, calls[i], want)
				}
			}
		})
	}
}

// TestABuildKeepsTheSourcesOfImages checks that a build, which is root's, pulls from no other source
// than was named, and that an image that it refuses ends the job.
func TestABuildKeepsTheSourcesOfImages(t *testing.T) {
	build := func(env ...string) ([]string, int) {
		calls, _, _, code := act(t, "Provide the node image", append(env, "HIT=", "KUBERNETES=1.35", "PARTS=", "GHERKUBE_IMAGES=none", "HOME=/home/me", "DOCKER_CONFIG="))
		return calls, code
	}
	const want = " GHERKUBE_IMAGES=none DOCKER_CONFIG=/home/me/.docker gherkube image build --kubernetes 1.35"
	if calls, code := build("PULL=3"); code != 0 || len(calls) != 5 || !strings.Contains(calls[3], want) {
		t.Errorf("code %d, calls %q", code, calls)
	}
	if calls, code := build("PULL=3", "SUDO=3"); code != 3 || strings.Contains(strings.Join(calls, "\n"), "image save") {
		t.Errorf("a refused image: code %d, calls %q", code, calls)
	}
	dir := course(t)
	env := []string{"PULL=3", "GHERKUBE_IMAGES=none", "HOME=/home/me", "DOCKER_CONFIG="}
	got := job(t, dir, "github.yaml", "grade", "Pull or build the node image", env...)
	if built := got.called("sudo env"); got.code != 0 || len(built) != 1 || !strings.Contains(built[0], want) {
		t.Errorf("code %d, calls %q\n%s", got.code, got.calls, got.said)
	}
	got = job(t, dir, "github.yaml", "grade", "Pull or build the node image", append(env, "SUDO=3")...)
	if got.code != 3 || len(got.called("gherkube image save")) > 0 {
		t.Errorf("a refused image: code %d, calls %q\n%s", got.code, got.calls, got.said)
	}
}

// TestGradingProvidesTheVersionOfLabs checks which version of Kubernetes the action and the component
// provide if none is named: clusters are of the newest, and those of labs of the labs' own.
func TestGradingProvidesTheVersionOfLabs(t *testing.T) {
	for _, row := range []struct{ run, grade, kubernetes, want string }{
		{"features", "", "", cluster.Version{}.String()},
		{"", "", "", cluster.Version{}.String()},
		{"", "labs/x --submission ada", "", cluster.LabVersion.String()},
		{"features", "labs/x --submission ada", "", cluster.Version{}.String()},
		{"", "labs/x --submission ada", "1.34", "1.34"},
	} {
		env := []string{"RUN=" + row.run, "GRADE=" + row.grade, "KUBERNETES=" + row.kubernetes, "PARTS=metrics"}
		want := "gherkube image name --kubernetes " + row.want + " --parts metrics"
		calls, _, output, code := act(t, "Install gherkube", env)
		if code != 0 || !slices.Contains(calls, want) || !strings.Contains(output, "kubernetes="+row.want+"\n") {
			t.Errorf("the action, %+v: code %d, calls %q, outputs %q", row, code, calls, output)
		}
		got := job(t, course(t), "gitlab-component.yaml", "gherkube", "", env...)
		if !slices.Contains(got.calls, want) || len(got.called("gherkube image build --kubernetes "+row.want+" ")) != 1 {
			t.Errorf("the component, %+v: code %d, calls %q", row, got.code, got.calls)
		}
	}
}

func TestTheActionTellsTheVerdictAndTheSummary(t *testing.T) {
	for env, want := range map[string]string{"RUN=features/* --tags @x": "gherkube run features/* --tags @x ", "GRADE=labs/x --submission ada": "gherkube grade labs/x --submission ada "} {
		calls, summary, output, code := act(t, "Run or grade", []string{env})
		if code != 1 || len(calls) != 1 || !strings.HasPrefix(calls[0], want) || !strings.Contains(calls[0], "--format junit:") {
			t.Errorf("%s: code %d, calls %q", env, code, calls)
		}
		if !strings.Contains(summary, "report of ") || !strings.Contains(output, "junit=") {
			t.Errorf("%s: summary %q, outputs %q", env, summary, output)
		}
	}
}

// act runs a step of the action, and returns the calls of programs, the job's summary, the
// outputs and the exit code.
func act(t *testing.T, step string, env []string) (calls []string, summary, output string, code int) {
	t.Helper()
	var action struct {
		Runs struct {
			Steps []struct{ Name, Run string }
		}
	}
	content, err := os.ReadFile(filepath.Join(ours, "actions/gherkube/action.yaml"))
	if err == nil {
		err = yaml.Unmarshal(content, &action)
	}
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	bin := filepath.Join(folder, "bin")
	if err := os.MkdirAll(filepath.Join(folder, "a/b/c"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, script := range map[string]string{"gherkube": stub, "sudo": "#!/bin/bash\necho \"sudo $*\" >>\"$CALLS\"\n[ \"$1\" != env ] || exit \"${SUDO-0}\"\n", "go": "#!/bin/bash\n"} {
		write(t, filepath.Join(bin, name), script)
		if err := os.Chmod(filepath.Join(bin, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, each := range action.Runs.Steps {
		if each.Name != step {
			continue
		}
		cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", each.Run)
		cmd.Dir = folder
		cmd.Env = append(os.Environ(), append(env, "PATH="+bin+":"+os.Getenv("PATH"), "CALLS="+folder+"/calls", "RUNNER_TEMP="+folder, "GITHUB_ACTION_PATH="+folder+"/a/b/c",
			"GITHUB_OUTPUT="+folder+"/output", "GITHUB_STEP_SUMMARY="+folder+"/step")...)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState == nil {
			t.Fatal(err)
		}
		t.Logf("%s", out)
		text := func(name string) string { b, _ := os.ReadFile(filepath.Join(folder, name)); return string(b) }
		called := strings.ReplaceAll(text("calls"), folder+"/images.tar.zst", "FILE")
		return strings.Split(strings.TrimSpace(called), "\n"), text("step"), text("output"), cmd.ProcessState.ExitCode()
	}
	t.Fatalf("the action has no step %q", step)
	return nil, "", "", 0
}

// TestAllImagesArePublished checks that no part is left to be compiled by everybody.
func TestAllImagesArePublished(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(ours, "workflows/images.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	said := strings.ReplaceAll(string(content), "kubernetes-${{ matrix.kubernetes }}-packages", "")
	for _, v := range cluster.Versions {
		if !strings.Contains(said, `"`+v.String()+`"`) {
			t.Errorf("the images of Kubernetes %s are not published", v)
		}
		said += " " + string(cluster.PackagesOf(v)) // each job has those of its version
	}
	for _, part := range append(slices.Clone(cluster.AllParts), cluster.SimulatedNodes) {
		if part != cluster.NoAgent && !strings.Contains(said, string(part)) {
			t.Errorf("the image of the part %s is not published", part)
		}
	}
}
