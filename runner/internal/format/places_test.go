package format_test

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// in returns a folder with the file "old" and a link to it.
func in(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "old"), []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("old", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// seen returns the names and contents of a folder's files.
func seen(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Name()+"="+string(content))
	}
	return strings.Join(all, " ")
}

func open(t *testing.T, files ...string) *format.Places {
	t.Helper()
	var specs []format.Spec
	for _, file := range files {
		specs = append(specs, format.Spec{Name: "a", File: file})
	}
	places, err := format.Open(specs, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return places
}

// TestAFileIsReplacedByACompleteReport looks into the folder at every moment.
func TestAFileIsReplacedByACompleteReport(t *testing.T) {
	for name, row := range map[string]struct {
		file, want string
		end        func(*format.Places) error
	}{
		"complete":             {"old", "link=new old=new", (*format.Places).Close},
		"by a link":            {"link", "link=new old=new", (*format.Places).Close},
		"another file":         {"x", "link=old old=old x=new", (*format.Places).Close},
		"nothing to report":    {"old", "link=old old=old", (*format.Places).Discard},
		"not complete":         {"link", "link=old old=old", func(p *format.Places) error { p.Drop(0); return p.Close() }},
		"a new, not complete":  {"x", "link=old old=old", (*format.Places).Discard},
		"dropped, not written": {"x", "link=old old=old", nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir := in(t)
			places := open(t, filepath.Join(dir, row.file))
			if got := seen(t, dir); got != "link=old old=old" {
				t.Errorf("before anything was written: %s", got)
			}
			if row.end == nil {
				row.end = (*format.Places).Discard
			} else if _, err := io.WriteString(places.Writers[0], "new"); err != nil {
				t.Fatal(err)
			}
			if old, err := os.ReadFile(filepath.Join(dir, "old")); err != nil || string(old) != "old" {
				t.Errorf("while it is written: %s, %v", old, err)
			}
			if err := row.end(places); err != nil {
				t.Error(err)
			}
			if got := seen(t, dir); got != row.want {
				t.Errorf("in the end: %s, want %s", got, row.want)
			}
			info, err := os.Stat(filepath.Join(dir, "old"))
			if err != nil || info.Mode() != 0o640 {
				t.Errorf("mode: %v, %v", info, err)
			}
			if link, err := os.Readlink(filepath.Join(dir, "link")); err != nil || link != "old" {
				t.Errorf("link to %s, %v", link, err)
			}
		})
	}
}

func TestPipesAndDevicesAreWrittenDirectly(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	defer write.Close()
	places := open(t, "/dev/null", "/dev/fd/"+strconv.Itoa(int(write.Fd())))
	for _, w := range places.Writers {
		if _, err := io.WriteString(w, "new"); err != nil {
			t.Error(err)
		}
	}
	content := make([]byte, 3)
	if _, err := io.ReadFull(read, content); err != nil || string(content) != "new" {
		t.Errorf("%s, %v", content, err)
	}
	if err := places.Close(); err != nil {
		t.Error(err)
	}
}

func TestFilesThatCannotBeWritten(t *testing.T) {
	dir := in(t)
	for file, want := range map[string]string{
		"none/x": "no such file or directory",
		"old/x":  "not a directory",
		".":      "it is a folder",
		"x":      "",
	} {
		path := filepath.Join(dir, file)
		err := format.Check([]format.Spec{{Name: "a", File: path}})
		if want == "" && err != nil || want != "" && (!input.Is(err) || !strings.Contains(err.Error(), "--format a:"+path+": ") || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v", file, err)
		}
	}
	if got := seen(t, dir); got != "link=old old=old" {
		t.Errorf("left %s", got)
	}
}

func TestReportsDoNotReplaceInputs(t *testing.T) {
	dir := in(t)
	for file, refused := range map[string]bool{"old": true, "link": true, "./old": true, "x": false, "sub/x": true} {
		err := format.Apart([]format.Spec{{Name: "a", File: dir + "/" + file}, {Name: "b"}},
			format.Input{Name: "the roster", Path: filepath.Join(dir, "old")}, format.Input{Name: "the record", Path: filepath.Join(dir, "sub")}, format.Input{Name: "nothing"})
		if refused != input.Is(err) || err != nil && !strings.Contains(err.Error(), ": it would change the r") {
			t.Errorf("%s: %v", file, err)
		}
	}
}
