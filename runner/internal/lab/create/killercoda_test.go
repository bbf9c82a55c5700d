package create_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab/create"
	"github.com/gherkube/gherkube/runner/internal/lab/labtest"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

const coda = "testdata/killercoda"

func imported(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "web-gone")
	if _, err := create.FromKillercoda(dir, coda); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAnImportedLabIsRefusedUntilItIsWritten(t *testing.T) {
	dir := imported(t)
	_, err := reader.Load(dir, &steps.Vocabulary{})
	if !input.Is(err) {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{
		`lab.yaml:6: domain "TODO"`, "there is no known-wrong solution",
		"setup.feature:8: left to write: what makes and breaks, in the sentences of gherkube steps", "setup.feature:9: left to write: what shows",
		"checks.feature:8: left to write", "checks.feature:14: left to write", "solution/solve.sh:1: left to write: what scores all",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nothing says %q:\n%v", want, err)
		}
	}
	for _, file := range []string{"/task.md:", "func ", "undefined step"} {
		if strings.Contains(err.Error(), file) {
			t.Errorf("%s was imported as it is:\n%v", file, err)
		}
	}
}

// TestAnImportedLabIsOneWhenItIsWritten completes an imported lab as an author
// would, without other changes.
func TestAnImportedLabIsOneWhenItIsWritten(t *testing.T) {
	dir := imported(t)
	labtest.Replace(t, filepath.Join(dir, "setup.feature"), "Given TODO what makes and breaks, in the sentences of gherkube steps", `Given I run "kubectl create deployment web --image=nginx:gone"`)
	labtest.Replace(t, filepath.Join(dir, "setup.feature"), "Then TODO what shows that it is broken", `Then within 30s the pods of deployment "web" are Pending`)
	for _, claim := range []string{`within 15s deployment "web" has 1 ready pod`, `within 15s node worker-1 gets an answer from service "web"`} {
		labtest.Replace(t, filepath.Join(dir, "checks.feature"), "TODO what is true then and was not before, and within what time", claim)
	}
	labtest.Replace(t, filepath.Join(dir, "lab.yaml"), "domain: TODO", "domain: Troubleshooting")
	labtest.Replace(t, filepath.Join(dir, "lab.yaml"), "wrong: {}", "wrong: {half: 1}")
	labtest.Replace(t, filepath.Join(dir, "solution/solve.sh"), "# TODO", "kubectl set image deployment/web nginx=nginx #")
	if err := os.CopyFS(filepath.Join(dir, "wrong/half"), os.DirFS(filepath.Join(dir, "solution"))); err != nil {
		t.Fatal(err)
	}
	if l := labtest.Load(t, dir); l.Title != "A web that is not there" || l.Tasks[0].Title != "Bring it back" || l.Tasks[1].Title != "Step 2" {
		t.Errorf("got %+v", l.Document)
	}
}

func TestWhatIsImported(t *testing.T) {
	dir := imported(t)
	for file, want := range map[string]string{
		"task.md":           "# A web that is not there\n\n### Welcome\n\nThe web of the shop is gone.\n\n## Task 1: Bring it back\n\n#### Why\n\nSee `kubectl get pods`, and mend `deployment/web` in $HOME, or $HOME.\n\n## Task 2: Step 2\n\nMake a `service/web`.\n",
		"solution/solve.sh": "# TODO: what scores all.\n#   <details>\n#   <summary>Solution</summary>\n#   kubectl set image deployment/web nginx=nginx\n#   </details>\n",
	} {
		content, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil || string(content) != want {
			t.Errorf("%s: %v\n%s", file, err, content)
		}
	}
}

func TestWhatCannotBeImported(t *testing.T) {
	for name, row := range map[string]struct{ index, want string }{
		"no index":     {"", "index.json"},
		"not JSON":     {"{", "index.json: not JSON at byte 1: it ends too early"},
		"no title":     {`{"details": {"steps": [{}]}}`, "index.json: there is no title"},
		"no steps":     {`{"title": "x"}`, "index.json: there are no steps"},
		"a file amiss": {`{"title": "x", "details": {"steps": [{"text": "no.md"}]}}`, "no.md: index.json names it, and it cannot be read"},
		"a way out":    {`{"title": "x", "details": {"steps": [{"verify": "../secret"}]}}`, "secret: index.json names it, and it cannot be read"},
		"steps, oddly": {`{"title": "x", "details": {"steps": "none"}}`, "index.json: \"details.steps\": expected a list, found text"},
	} {
		t.Run(name, func(t *testing.T) {
			from := filepath.Join(t.TempDir(), "scenario")
			if err := os.Mkdir(from, 0o755); err != nil {
				t.Fatal(err)
			}
			if row.index != "" {
				if err := os.WriteFile(filepath.Join(from, "index.json"), []byte(row.index), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			to := filepath.Join(t.TempDir(), "x")
			_, err := create.FromKillercoda(to, from)
			if !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q, got %v", row.want, err)
			}
			if _, err := os.Stat(to); err == nil {
				t.Error("there is a folder, and no lab in it")
			}
		})
	}
}

// scenarios are variants of Killercoda folders.
var scenarios = map[string]struct {
	files map[string]string
	task  string            // a part of task.md
	has   map[string]string // text of other files
	notes []string
}{
	"comments of a shell in code": {
		files: map[string]string{
			"index.json": `{"title": "x", "details": {"steps": [{"title": "One", "text": "a.md"}]}}`,
			"a.md":       "# Do it\n\n```bash\n# list the pods\nkubectl get pods\n## Task 9\n```{{exec}}\n\n~~~\n# and\n```\n# nodes\n~~~\n\n1. So:\n   ```\n   # this\n   ```\n# After\n",
		},
		task: "## Task 1: One\n\n### Do it\n\n```bash\n# list the pods\nkubectl get pods\n## Task 9\n```\n\n~~~\n# and\n```\n# nodes\n~~~\n\n1. So:\n   ```\n   # this\n   ```\n### After\n",
	},
	"variables in braces": {
		files: map[string]string{
			"index.json": `{"title": "A ${B}_c", "details": {"steps": [{"text": "a.md", "verify": "v.sh"}]}}`,
			"a.md":       "Use `${A}_x`, `${A}.y`, `${A:-z}` and `\"${A}s\"`.",
			"v.sh":       "test ${A}_x = ${#A}",
		},
		task: "# A ${B:-}_c\n\n## Task 1: Step 1\n\nUse `${A:-}_x`, `$A.y`, `${A:-z}` and `\"${A:-}s\"`.\n",
		has:  map[string]string{"checks.feature": "#   test ${A:-}_x = ${#A}\n", "lab.yaml": `title: "A ${B:-}_c"`},
	},
	"nodes, courseData, and code": {
		files: map[string]string{
			"index.json":    `{"title": "x", "details": {"intro": {"courseData": "setup/data.sh", "code": "code.sh"}, "steps": [{"text": "a.md"}], "finish": {"text": "end.md"}}, "backend": {"imageid": "kubernetes-kubeadm-2nodes"}}`,
			"a.md":          "Go to `ssh node01`, then node02; see kube-apiserver-controlplane in controlplane, not mycontrolplane.",
			"setup/data.sh": "ssh node01 systemctl stop kubelet", "code.sh": "echo code", "end.md": "Well done", "unused/x.sh": "echo",
		},
		task: "Go to `ssh worker-1`, then worker-2; see kube-apiserver-control-plane-1 in control-plane-1, not mycontrolplane.",
		has:  map[string]string{"setup.feature": "  # setup/data.sh:\n  #   ssh worker-1 systemctl stop kubelet\n  # code.sh:\n  #   echo code\n", "lab.yaml": "workers: 2"},
		notes: []string{
			"node01 is called worker-1 here", "node02 is called worker-2 here", "controlplane is called control-plane-1 here",
			"end.md was not imported", "unused/x.sh was not imported",
		},
	},
	"assets": {
		files: map[string]string{
			"index.json": `{"title": "x", "details": {"steps": [{"text": "a.md"}], "assets": {"host01": [{"file": "*.yaml", "target": "/root", "chmod": "+x"}, {"file": "gone.sh", "target": "/"}]}}}`,
			"a.md":       "x", "assets/pod.yaml": "kind: Pod", "assets/svc.yaml": "kind: Service", "assets/other.txt": "x",
		},
		has:   map[string]string{"files/pod.yaml": "kind: Pod", "files/svc.yaml": "kind: Service"},
		notes: []string{"assets/pod.yaml is files/pod.yaml", "in /root", `asset "gone.sh" for host01: there is no such file`, "assets/other.txt was not imported"},
	},
	"a mark at the beginning, and lines that end as on Windows": {
		files: map[string]string{
			"index.json": "\ufeff{\"title\": \"x\\n  y\", \"difficulty\": 3, \"details\": {\"steps\": [{\"title\": \"a: #b\", \"text\": \"a.md\"}]}}",
			"a.md":       "one\r\n\r\n# two\r\n",
		},
		task: "# x y\n\n## Task 1: a: #b\n\none\n\n### two\n",
	},
}

func TestScenariosInTheirVariants(t *testing.T) {
	for name, row := range scenarios {
		t.Run(name, func(t *testing.T) {
			from, to := t.TempDir(), filepath.Join(t.TempDir(), "x")
			for file, content := range row.files {
				fill(t, filepath.Join(from, file), content)
			}
			notes, err := create.FromKillercoda(to, from)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range row.notes {
				if !strings.Contains(strings.Join(notes, "\n"), want) {
					t.Errorf("no note says %q: %q", want, notes)
				}
			}
			for file, want := range row.has {
				holds(t, filepath.Join(to, file), want)
			}
			holds(t, filepath.Join(to, "task.md"), row.task)
			_, err = reader.Load(to, &steps.Vocabulary{})
			for line := range strings.Lines(err.Error()) {
				if !strings.Contains(line, "left to write") && !strings.Contains(line, `domain "TODO"`) && !strings.Contains(line, "there is no known-wrong solution") {
					t.Errorf("more than what is left to write: %s", line)
				}
			}
		})
	}
}

func TestACourseIsToldFromAScenario(t *testing.T) {
	from := t.TempDir()
	fill(t, filepath.Join(from, "index.json"), `{"title": "x", "items": []}`)
	fill(t, filepath.Join(from, "first/index.json"), `{"title": "x", "details": {"steps": [{}]}}`)
	_, err := create.FromKillercoda(filepath.Join(t.TempDir(), "x"), from)
	if !input.Is(err) || !strings.Contains(err.Error(), "give the folder of one, such as "+filepath.Join(from, "first")) {
		t.Errorf("got %v", err)
	}
}

func fill(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if content, err := os.ReadFile(path); err != nil || !strings.Contains(string(content), want) {
		t.Errorf("%s lacks %q: %v\n%s", path, want, err, content)
	}
}

func FuzzImport(f *testing.F) {
	f.Add(`{"title": "x", "details": {"intro": {"text": "a.md"}, "steps": [{"title": "t", "text": "a.md", "verify": "v.sh"}], "assets": {"h": [{"file": "*", "target": "/"}]}}}`, "# a\n```\n# b\n```\n${A}_x controlplane", "echo ${B}")
	f.Fuzz(func(t *testing.T, index, text, script string) {
		from, to := t.TempDir(), filepath.Join(t.TempDir(), "x")
		for name, content := range map[string]string{"index.json": index, "a.md": text, "v.sh": script, "assets/a": text} {
			fill(t, filepath.Join(from, name), content)
		}
		if _, err := create.FromKillercoda(to, from); err != nil {
			if !input.Is(err) {
				t.Fatalf("%v is no input.Error", err)
			}
			return
		}
		if _, err := reader.Load(to, &steps.Vocabulary{}); !input.Is(err) {
			t.Fatalf("an imported lab is whole: %v", err)
		} else if strings.Contains(err.Error(), "lab.yaml: ") && strings.Contains(err.Error(), "yaml: ") {
			t.Fatalf("lab.yaml cannot be read: %v", err)
		}
	})
}
