package handbook

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner"
)

// root is the top of the repository.
const root = "../../.."

// asProgram makes the test binary act as gherkube.
const asProgram = "GHERKUBE_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(runner.Main(nil))
	}
	os.Exit(m.Run())
}

// pages returns the pages for people by name. What is generated from the steps, and the texts
// of labs, hold no commands for readers.
func pages(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, folder := range []string{"", "features", "labs", "steps", "runner"} {
		files, err := filepath.Glob(filepath.Join(root, folder, "*.md"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no pages in %q: %v", folder, err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all[filepath.ToSlash(filepath.Join(folder, filepath.Base(file)))] = string(content)
		}
	}
	return all
}

// reader is a person who follows a page: a folder and an environment.
type reader struct {
	t          *testing.T
	dir        string
	env        []string
	last       int // the exit code of the last command
	folderFile string
}

// newReader returns a reader in an empty folder, with gherkube on the path. Without a cluster,
// there is no container engine either.
func newReader(t *testing.T, withCluster bool) *reader {
	t.Helper()
	top := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	where, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	realGo, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	bin, home := filepath.Join(top, "bin"), filepath.Join(top, "home")
	put(t, filepath.Join(bin, "gherkube"), strings.NewReplacer("AS", asProgram, "SELF", self, "NEWEST", cluster.Version{}.String(), "LAB", filepath.Join(top, "service-selector")).Replace(gherkubeOfClone))
	put(t, filepath.Join(bin, "go"), strings.NewReplacer("GO", realGo, "ROOT", where).Replace(goOfClone))
	put(t, filepath.Join(home, "empty"), "")
	onNewest(t, filepath.Join(top, "service-selector"))
	r := &reader{t: t, dir: filepath.Join(top, "work"), folderFile: filepath.Join(top, "folder")}
	put(t, filepath.Join(r.dir, ".keep"), "")
	r.env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "NO_COLOR=1", "LC_ALL=C.UTF-8",
		"XDG_STATE_HOME="+filepath.Join(top, "state"), "GOMODCACHE="+goEnv(t, "GOMODCACHE"), "GOCACHE="+goEnv(t, "GOCACHE"))
	if !withCluster {
		r.env = append(r.env, "HOME="+home, "XDG_CACHE_HOME="+filepath.Join(top, "cache"), "DOCKER_HOST=unix://"+filepath.Join(top, "no.sock"))
	}
	return r
}

// gherkubeOfClone stands for the program gherkube. Labs run on the newest version of Kubernetes
// instead of their own, since its image is there for features anyway.
const gherkubeOfClone = `#!/bin/sh
export AS=1
case "$1 $2" in
"lab start") exec SELF "$@" --kubernetes NEWEST ;;
"grade service-selector") shift 2 && exec SELF grade LAB "$@" ;;
esac
exec SELF "$@"
`

// onNewest copies the lab service-selector to a folder, for the newest version of Kubernetes.
func onNewest(t *testing.T, folder string) {
	t.Helper()
	if err := os.CopyFS(folder, os.DirFS(filepath.Join(root, "labs/service-selector"))); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "lab.yaml")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const topology = "topology: {"
	if !strings.Contains(string(content), topology) {
		t.Fatalf("%s has no %q", file, topology)
	}
	put(t, file, strings.Replace(string(content), topology, topology+"kubernetes: \""+cluster.Version{}.String()+"\", ", 1))
}

// goOfClone stands for the program go. It gets this clone's gherkube instead of the published
// one.
const goOfClone = `#!/bin/sh
case "$1 $2" in
"get github.com/gherkube/gherkube"*)
	cp ROOT/go.sum . &&
	GO mod edit -require=github.com/gherkube/gherkube@v0.0.0 -replace=github.com/gherkube/gherkube=ROOT
	exit ;;
esac
exec GO "$@"
`

func goEnv(t *testing.T, name string) string {
	t.Helper()
	value, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(value))
}

// put writes a file that its owner may run.
func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o755); err != nil {
		t.Fatal(err)
	}
}

// inClone gives the reader what a clone of the repository has for gherkube.
func (r *reader) inClone() *reader {
	r.t.Helper()
	for _, name := range []string{"features", "labs"} {
		if err := os.CopyFS(filepath.Join(r.dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			r.t.Fatal(err)
		}
	}
	return r
}

// follows runs blocks of a page in order: writes their files and types their commands.
func (r *reader) follows(page string, blocks []Block) {
	r.t.Helper()
	for _, b := range blocks {
		switch {
		case b.File != "":
			put(r.t, filepath.Join(r.dir, b.File), b.Text)
		case b.Language == "console":
			for _, typed := range b.Session() {
				r.types(page, typed)
			}
		}
	}
}

// types runs a command and compares its output. A command without output shown has to succeed.
func (r *reader) types(page string, typed Typed) {
	r.t.Helper()
	output, code := r.runs(typed.Command, typed.Input)
	if different := Different(typed.Output, output); typed.Output != "" && different != "" {
		r.t.Errorf("%s:%d: $ %s\nshown, but not printed: %s\nprinted with exit code %d:\n%s", page, typed.Line, typed.Command, different, code, output)
	} else if typed.Output == "" && code != 0 {
		r.t.Errorf("%s:%d: $ %s\nexit code %d:\n%s", page, typed.Line, typed.Command, code, output)
	}
}

// runs runs a command in bash, in the folder in which the last one ended, with its exit code
// in $?.
func (r *reader) runs(command, input string) (string, int) {
	r.t.Helper()
	return r.runsIn(r.t.Context(), command, input)
}

func (r *reader) runsIn(ctx context.Context, command, input string) (string, int) {
	r.t.Helper()
	script := "cd \"$1\"; (exit \"$2\"); " + command + "\ncode=$?; pwd >\"$3\"; exit $code"
	cmd := exec.CommandContext(ctx, "bash", "-c", script, "bash", r.dir, strconv.Itoa(r.last), r.folderFile)
	cmd.Env, cmd.Stdin = r.env, strings.NewReader(input)
	output, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		r.t.Fatal(err)
	}
	if now, err := os.ReadFile(r.folderFile); err == nil {
		r.dir = strings.TrimSpace(string(now))
	}
	r.last = cmd.ProcessState.ExitCode()
	return string(output), r.last
}
