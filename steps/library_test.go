//go:build cluster

package steps_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// proofVersion is the version of gherkube that the temporary module requires. It differs
// in each run, since the go command caches a version permanently.
var proofVersion = fmt.Sprintf("v0.0.1-proof.%d", time.Now().Unix())

const modulePath = "github.com/gherkube/gherkube"

// A separate module gets this one from a module proxy and runs its own suite with go test.
// A passing scenario passes. An undecided one fails its test by name, or skips it with
// SkipUndecided. The next scenario shows that the fault was reverted: it runs on the same
// cluster. The module's own sentences use the scenario, and pass and fail like all others.
func TestTheLibraryServesAModuleOfItsOwn(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Minute)
	defer cancel()
	user := t.TempDir()
	copyFolder(t, "testdata/library", user)
	write(t, filepath.Join(user, "go.mod"), fmt.Sprintf("module example.com/user\n\ngo 1.26.0\n\nrequire %s %s\n", modulePath, proofVersion))
	env := append(os.Environ(),
		"GOPROXY="+localProxy(t)+","+goEnv(t, "GOPROXY"), "GOFLAGS=-mod=mod", "GOWORK=off",
		"GONOSUMDB="+modulePath, "GOMODCACHE="+goEnv(t, "GOMODCACHE"))
	run(ctx, t, user, env, "go", "mod", "tidy")

	output, err := command(ctx, user, env, "go", "test", "-v", "-count=1", "-timeout=12m", "./...")
	if err == nil {
		t.Fatalf("the suite holds an undecided scenario, and yet go test passed:\n%s", output)
	}
	for _, line := range []string{
		"--- PASS: TestFeatures/A_deployment_runs",
		"--- PASS: TestFeatures/A_sentence_of_my_own_acts_and_expects",
		"--- FAIL: TestFeatures/A_sentence_of_my_own_fails",
		"to have 1 ready within 30s",
		"--- FAIL: TestFeatures/Nobody_can_tell",
		"--- PASS: TestFeatures/The_fault_is_healed",
		"--- PASS: TestUndecidedIsSkipped",
		"--- SKIP: TestUndecidedIsSkipped/Nobody_can_start",
		"undecided: no cluster for this scenario: ",
		": this machine has no room for a cluster",
	} {
		if !strings.Contains(output, line) {
			t.Errorf("go test does not say %q", line)
		}
	}
	if !strings.Contains(output, "undecided") {
		t.Error(`the failure does not say that it is "undecided"`)
	}
	if t.Failed() {
		t.Logf("go test printed:\n%s", output)
	}
}

// localProxy writes this module into a folder that works as a file system GOPROXY.
func localProxy(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	proxy := t.TempDir()
	at := filepath.Join(proxy, filepath.FromSlash(modulePath), "@v", proofVersion)
	goMod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, at+".mod", string(goMod))
	write(t, at+".info", fmt.Sprintf(`{"Version":%q,"Time":"2026-01-01T00:00:00Z"}`, proofVersion))
	archive, err := os.Create(at + ".zip")
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if err := zip.CreateFromDir(archive, module.Version{Path: modulePath, Version: proofVersion}, root); err != nil {
		t.Fatal(err)
	}
	// The version is never used again, so remove it from the module cache.
	cached := filepath.Join(goEnv(t, "GOMODCACHE"), filepath.FromSlash(modulePath)+"@"+proofVersion)
	downloads := filepath.Join(goEnv(t, "GOMODCACHE"), "cache", "download", filepath.FromSlash(modulePath), "@v", proofVersion+".*")
	forget := func() {
		if files, err := filepath.Glob(downloads); err == nil {
			for _, file := range files {
				_ = os.Remove(file)
			}
		}
		_ = exec.Command("chmod", "-R", "u+w", cached).Run() // the cache is read-only
		_ = os.RemoveAll(cached)
	}
	t.Cleanup(forget)
	return "file://" + proxy
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	value, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(value))
}

func copyFolder(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func command(ctx context.Context, dir string, env []string, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = dir, env
	output, err := cmd.CombinedOutput()
	return string(output), err
}

func run(ctx context.Context, t *testing.T, dir string, env []string, name string, args ...string) {
	t.Helper()
	if output, err := command(ctx, dir, env, name, args...); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, output)
	}
}
