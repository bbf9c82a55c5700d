package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/run"
)

// withLabs returns a process whose folder "course" is in GHERKUBE_LABS and holds a
// changed copy of a built-in lab.
func withLabs(t *testing.T, args ...string) (cmd ended, course string) {
	t.Helper()
	p := program(t, args...)
	course = filepath.Join(p.Dir, "course")
	if err := os.CopyFS(filepath.Join(course, "volume-claim"), os.DirFS("../../../labs/volume-claim")); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(course, "volume-claim", "task.md")
	content, err := os.ReadFile(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(text, append(content, "\nChanged for this course.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	p.Env = append(p.Env, "GHERKUBE_LABS="+course)
	return end(t, p), course
}

func TestLabsComeWithTheCommand(t *testing.T) {
	got := end(t, program(t, "lab", "list"))
	line := ""
	for _, l := range strings.Split(got.stdout, "\n") {
		if strings.HasPrefix(l, "worker-kubelet ") {
			line = strings.Join(strings.Fields(l), " ")
		}
	}
	if got.code != 0 || line != "worker-kubelet medium 12 10 A worker that reports nothing" {
		t.Errorf("%q %+v", line, got)
	}
}

func TestAListHasAllColumnsAndIsForPrograms(t *testing.T) {
	wide := end(t, program(t, "lab", "list", "worker-kubelet", "--output", "wide"))
	if last := strings.Join(strings.Fields(wide.stdout), " "); !strings.HasSuffix(last, "worker-kubelet Troubleshooting medium 12 10 1.35 builtin A worker that reports nothing") {
		t.Errorf("%q %+v", last, wide)
	}
	var all []map[string]any
	got := end(t, program(t, "lab", "list", "worker-kubelet", "-o", "json"))
	if err := json.Unmarshal([]byte(got.stdout), &all); err != nil || len(all) != 1 || all[0]["name"] != "worker-kubelet" || all[0]["points"] != 10.0 {
		t.Errorf("%v: %+v", err, got)
	}
	got = end(t, program(t, "lab", "list", "-o", "yaml"))
	if got.code != run.CodeInput || got.stdout != "" || !strings.Contains(got.stderr, `--output "yaml": use text, wide or json`) {
		t.Errorf("%+v", got)
	}
}

func TestALabIsNamedAnywhere(t *testing.T) {
	for _, args := range []string{
		"lab show worker-kubelet", "lab show builtin:worker-kubelet", "lab lint worker-kubelet", "lab bundle worker-kubelet handout --student ada",
		"lab list worker-kubelet",
	} {
		got := end(t, program(t, strings.Fields(args)...))
		if got.code != 0 || got.stdout == "" {
			t.Errorf("%s: %+v", args, got)
		}
	}
	got := end(t, program(t, "lab", "start", "worker-kubelt"))
	if got.code != run.CodeInput || !strings.Contains(got.stderr, `no lab "worker-kubelt"; did you mean worker-kubelet?`) {
		t.Errorf("%+v", got)
	}
	got = end(t, program(t, "lab", "verify", "worker-kubelet", "--only", "wrong/nothing"))
	if got.code != run.CodeInput || !strings.Contains(got.stderr, "no such submission") {
		t.Errorf("%+v", got)
	}
}

func TestLabsOfOnesOwnStandBesideThem(t *testing.T) {
	got, course := withLabs(t, "lab", "list")
	if got.code != 0 || !strings.Contains(got.stdout, "\nbuiltin:volume-claim ") || !strings.Contains(got.stdout, "\n"+filepath.Join(course, "volume-claim")+" ") {
		t.Errorf("%+v", got)
	}
	got, course = withLabs(t, "lab", "show", "volume-claim")
	if got.code != run.CodeInput || !strings.Contains(got.stderr, filepath.Join(course, "volume-claim")+", builtin:volume-claim") {
		t.Errorf("%+v", got)
	}
	if got, _ = withLabs(t, "lab", "show", "./course/volume-claim"); !strings.Contains(got.stdout, "Changed for this course.") {
		t.Errorf("%+v", got)
	}
	if got, _ = withLabs(t, "lab", "show", "builtin:volume-claim"); got.code != 0 || strings.Contains(got.stdout, "Changed for this course.") {
		t.Errorf("%+v", got)
	}
}

// TestAListOfAFolderNamesItsLabs has a folder that is not in GHERKUBE_LABS, where the name
// of the changed copy stands for the built-in lab.
func TestAListOfAFolderNamesItsLabs(t *testing.T) {
	p := program(t, "lab", "list", "./labs2", "-o", "json")
	if err := os.CopyFS(filepath.Join(p.Dir, "labs2", "service-selector"), os.DirFS(selectorLab)); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(p.Dir, "labs2", "service-selector", "task.md")
	content, err := os.ReadFile(text)
	if err != nil {
		t.Fatal(err)
	}
	put(t, p, "labs2/service-selector/task.md", string(content)+"\nChanged for this course.\n")
	got := end(t, p)
	var all []map[string]any
	if err := json.Unmarshal([]byte(got.stdout), &all); err != nil || len(all) != 1 || all[0]["name"] != "labs2/service-selector" {
		t.Errorf("%v: %+v", err, got)
	}
}

// TestAListTellsALabFromACopyThatCannotBeRead checks that the name of a lab is not shown if
// other commands reject it.
func TestAListTellsALabFromACopyThatCannotBeRead(t *testing.T) {
	p := program(t, "lab", "list")
	if err := os.MkdirAll(filepath.Join(p.Dir, "labs", "service-selector"), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, p, "labs/service-selector/lab.yaml", "id: half\n")
	if got := end(t, p); got.code != run.CodeInput || !strings.Contains(got.stdout, "\nbuiltin:service-selector ") {
		t.Errorf("%+v", got)
	}
}

// TestAListShowsTheOtherLabs checks that one lab with errors does not hide the rest.
func TestAListShowsTheOtherLabs(t *testing.T) {
	cmd := program(t, "lab", "list")
	if err := os.MkdirAll(filepath.Join(cmd.Dir, "labs", "half"), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, cmd, "labs/half/lab.yaml", "id: half\n")
	got := end(t, cmd)
	if got.code != run.CodeInput || !strings.Contains(got.stdout, "worker-kubelet") || !strings.Contains(got.stderr, "half") {
		t.Errorf("%+v", got)
	}
}

func TestNamesOfLabsAreCompleted(t *testing.T) {
	for _, command := range []string{"lab start", "lab show", "lab verify", "lab bundle", "grade"} {
		got := end(t, program(t, append([]string{"__complete"}, strings.Fields(command+" w")...)...))
		if !strings.Contains(got.stdout, "worker-kubelet\n") {
			t.Errorf("%s: %+v", command, got)
		}
	}
}
