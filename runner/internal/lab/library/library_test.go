package library_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gherkube/gherkube/labs"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/library"
)

// put writes a lab, which the library does not read, and returns its folder.
func put(t *testing.T, folder, name, document string) string {
	t.Helper()
	dir := filepath.Join(folder, name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, lab.DocumentFile), []byte(document), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// two returns a library with the built-in labs "alpha" and "beta", and a folder.
func two(t *testing.T) (l *library.Library, folder string) {
	t.Helper()
	t.Chdir(t.TempDir())
	folder = t.TempDir()
	return &library.Library{
		Embedded: fstest.MapFS{
			"alpha/lab.yaml": {Data: []byte("id: alpha")}, "alpha/solution/solve.sh": {Data: []byte("true")},
			"beta/lab.yaml": {Data: []byte("id: beta")}, "ci/github.yaml": {Data: []byte("no lab")},
		},
		Cache: t.TempDir(), Folders: []string{folder},
	}, folder
}

func places(all []library.Entry) string {
	var text []string
	for _, e := range all {
		text = append(text, e.Place())
	}
	return strings.Join(text, " ")
}

func TestALabIsFoundByItsName(t *testing.T) {
	l, folder := two(t)
	own := put(t, folder, "own", "id: own")
	for arg, want := range map[string]string{
		"alpha": "builtin:alpha", "builtin:beta": "builtin:beta", "own": own, own: own,
	} {
		if e, err := l.Find(arg); err != nil || e.Place() != want {
			t.Errorf("%s: %+v, %v", arg, e, err)
		}
	}
	if all, err := l.All(); err != nil || places(all) != "builtin:alpha builtin:beta "+own {
		t.Errorf("%s, %v", places(all), err)
	}
}

func TestANameOfTwoLabsIsRefusedWithBothPlaces(t *testing.T) {
	l, folder := two(t)
	own := put(t, folder, "alpha", "id: alpha # changed")
	_, err := l.Find("alpha")
	if !input.Is(err) || !strings.Contains(err.Error(), own+", builtin:alpha") {
		t.Errorf("%v", err)
	}
	for _, arg := range []string{own, "builtin:alpha"} { // each can be named
		if e, err := l.Find(arg); err != nil || e.Place() != arg {
			t.Errorf("%s: %+v, %v", arg, e, err)
		}
	}
}

func TestAFolderHereIsASourceToo(t *testing.T) {
	l, _ := two(t)
	l.Folders = nil
	put(t, ".", "alpha", "id: alpha # changed")
	if _, err := l.Find("alpha"); !input.Is(err) || !strings.Contains(err.Error(), "builtin:alpha, ./alpha") {
		t.Errorf("%v", err)
	}
	put(t, ".", "gamma", "id: gamma")
	if e, err := l.Find("gamma"); err != nil || e.Dir != "gamma" {
		t.Errorf("%+v, %v", e, err)
	}
}

// TestTheSameLabTwiceIsOne covers a clone of gherkube, whose labs are the built-in
// ones.
func TestTheSameLabTwiceIsOne(t *testing.T) {
	l, folder := two(t)
	own := put(t, folder, "beta", "id: beta")
	if e, err := l.Find("beta"); err != nil || e.Dir != own {
		t.Errorf("%+v, %v", e, err)
	}
	l.Folders = append(l.Folders, folder+string(filepath.Separator)) // the folder is listed twice
	if all, err := l.All(); err != nil || places(all) != "builtin:alpha "+own {
		t.Errorf("%s, %v", places(all), err)
	}
}

func TestAnUnknownNameIsAnswered(t *testing.T) {
	l, _ := two(t)
	l.Folders = nil
	for arg, want := range map[string]string{
		"alhpa": "did you mean alpha?", "builtin:bta": "did you mean beta?", "nothing": "neither a name",
	} {
		if _, err := l.Find(arg); !input.Is(err) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", arg, err)
		}
	}
}

// TestAFolderWithoutLabsIsAMistake covers a misspelt GHERKUBE_LABS.
func TestAFolderWithoutLabsIsAMistake(t *testing.T) {
	l, folder := two(t)
	if _, err := l.All(); !input.Is(err) || !strings.Contains(err.Error(), "GHERKUBE_LABS: "+folder) {
		t.Errorf("%v", err)
	}
	if _, err := l.Find("gamma"); !input.Is(err) || !strings.Contains(err.Error(), folder) {
		t.Errorf("%v", err)
	}
	if _, err := l.Find("alpha"); err != nil { // does not depend on that folder
		t.Error(err)
	}
}

func TestABuiltInLabIsUnpackedWhole(t *testing.T) {
	l, _ := two(t)
	e, err := l.Find("builtin:alpha")
	if err != nil {
		t.Fatal(err)
	}
	dir, err := l.Folder(e)
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(dir, "solution", "solve.sh")
	if err := os.WriteFile(script, []byte("false"), 0o644); err != nil {
		t.Fatal(err)
	}
	again, err := l.Folder(e) // a changed copy is not used
	content, readErr := os.ReadFile(script)
	if err != nil || again != dir || readErr != nil || string(content) != "true" {
		t.Errorf("%s, %v: %q, %v", again, err, content, readErr)
	}
	left, err := filepath.Glob(filepath.Join(l.Cache, "*", "*"))
	if err != nil || len(left) != 1 {
		t.Errorf("%v, %v", left, err)
	}
}

// TestEveryLabOfTheProjectIsEmbedded compares the embedded labs with the folder.
func TestEveryLabOfTheProjectIsEmbedded(t *testing.T) {
	root := "../../../../labs"
	found, err := filepath.Glob(filepath.Join(root, "*", lab.DocumentFile))
	if err != nil || len(found) == 0 {
		t.Fatalf("%v, %v", found, err)
	}
	for _, document := range found {
		name := filepath.Base(filepath.Dir(document))
		embedded, err := fs.Sub(labs.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		one, oneErr := lab.DigestOf(embedded)
		other, otherErr := lab.DigestOf(os.DirFS(filepath.Dir(document)))
		if oneErr != nil || otherErr != nil || one != other {
			t.Errorf("%s: %s, %v; %s, %v", name, one, oneErr, other, otherErr)
		}
	}
}
