package handbook

import (
	"encoding/json"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// The Go code of pages compiles in this module: an overlay puts it into folders that are not
// there.
func TestCodeOfPagesCompiles(t *testing.T) {
	top, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	packages := map[string]bool{}
	for name, page := range pages(t) {
		for _, b := range Blocks(page) {
			if path.Ext(b.File) != ".go" {
				continue
			}
			folder := path.Join("runner/testdata/pages", strings.TrimSuffix(name, ".md"), path.Dir(b.File))
			file := filepath.Join(t.TempDir(), path.Base(b.File))
			put(t, file, b.Text)
			// Under another name, a test is built as other code is.
			files[filepath.Join(top, folder, strings.TrimSuffix(path.Base(b.File), "_test.go")+"_page.go")] = file
			packages["./"+folder] = true
		}
	}
	if len(packages) < 2 {
		t.Fatalf("only %d packages found", len(packages))
	}
	overlay, err := json.Marshal(map[string]any{"Replace": files})
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(t.TempDir(), "overlay.json")
	put(t, list, string(overlay))
	args := []string{"build", "-overlay", list}
	for name := range packages {
		args = append(args, name)
	}
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir = top
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go build: %v\n%s", err, output)
	}
}
