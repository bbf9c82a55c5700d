package lab_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
)

const coda = "testdata/killercoda"

func imported(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "web-gone")
	if err := lab.Import(dir, coda); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAnImportedLabIsRefusedUntilItIsWritten(t *testing.T) {
	dir := imported(t)
	_, err := lab.Load(dir, runner.Steps{})
	if !input.Is(err) {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{
		`lab.yaml:6: domain "TODO"`, "there is no known-wrong solution",
		"setup.feature:8: undefined step", "setup.feature:9: undefined step",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nothing says %q:\n%v", want, err)
		}
	}
	for _, file := range []string{"/task.md:", "/solution"} {
		if strings.Contains(err.Error(), file) {
			t.Errorf("%s was imported as it is:\n%v", file, err)
		}
	}
}

// TestAnImportedLabIsOneWhenItIsWritten fills in what is left to do, and
// nothing else.
func TestAnImportedLabIsOneWhenItIsWritten(t *testing.T) {
	dir := imported(t)
	replace(t, filepath.Join(dir, "setup.feature"), "Given TODO what makes and breaks, in the sentences of gherkube steps", `Given I run "kubectl create deployment web --image=nginx:gone"`)
	replace(t, filepath.Join(dir, "setup.feature"), "Then TODO what shows that it is broken", `Then within 30s the pods of deployment "web" are Pending`)
	_, err := lab.Load(dir, runner.Steps{})
	for _, want := range []string{"checks.feature:8: undefined step", "checks.feature:14: undefined step"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nothing says %q:\n%v", want, err)
		}
	}
	for _, claim := range []string{`within 15s deployment "web" has 1 ready pod`, `within 15s node worker-1 gets an answer from service "web"`} {
		replace(t, filepath.Join(dir, "checks.feature"), "TODO what is true then and was not before, and within what time", claim)
	}
	replace(t, filepath.Join(dir, "lab.yaml"), "domain: TODO", "domain: Troubleshooting")
	replace(t, filepath.Join(dir, "lab.yaml"), "wrong: {}", "wrong: {half: 1}")
	spoil(t, filepath.Join(dir, "solution/solve.sh"), "# TODO", "# DONE")
	if err := os.CopyFS(filepath.Join(dir, "wrong/half"), os.DirFS(filepath.Join(dir, "solution"))); err != nil {
		t.Fatal(err)
	}
	if l := load(t, dir); l.Title != "A web that is not there" || l.Tasks[0].Title != "Bring it back" || l.Tasks[1].Title != "Step 2" {
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
		"not JSON":     {"{", "index.json: unexpected end"},
		"no title":     {`{"details": {"steps": [{}]}}`, "index.json: there is no title"},
		"no steps":     {`{"title": "x"}`, "index.json: there are no steps"},
		"a file amiss": {`{"title": "x", "details": {"steps": [{"text": "no.md"}]}}`, "no.md: index.json names it, and it cannot be read"},
		"a way out":    {`{"title": "x", "details": {"steps": [{"verify": "../secret"}]}}`, "secret: index.json names it, and it cannot be read"},
		"steps, oddly": {`{"title": "x", "details": {"steps": "none"}}`, "index.json: json: cannot unmarshal"},
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
			err := lab.Import(to, from)
			if !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q, got %v", row.want, err)
			}
			if _, err := os.Stat(to); err == nil {
				t.Error("there is a folder, and no lab in it")
			}
		})
	}
}
