package batch_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// inFolder creates these folders and files ("x/" is a folder) in an empty folder,
// and changes to it.
func inFolder(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		dir := filepath.Dir(name)
		if strings.HasSuffix(name, "/") {
			dir = name
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if dir != name {
			put(t, name, "x")
		}
	}
}

func put(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func told(all []batch.Entry) string {
	var words []string
	for _, e := range all {
		word := e.ID
		if e.Student != e.ID {
			word += "=" + e.Student
		}
		if e.Problem != "" {
			word += "!"
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

func TestWhatIsASubmission(t *testing.T) {
	rows := map[string]struct {
		names []string
		want  string
	}{
		"a folder":          {[]string{"class"}, "ada bob notes.txt!"},
		"a pattern":         {[]string{"class/*"}, "ada bob notes.txt!"},
		"a narrow pattern":  {[]string{"class/a*"}, "ada"},
		"as a shell has it": {[]string{"class/bob", "class/ada"}, "bob ada"},
		"two patterns":      {[]string{"other/*", "class/???"}, "cyd ada bob"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "class/bob/solve.sh", "class/ada/", "class/.git/", "class/notes.txt", "other/cyd/")
			got, err := batch.Find(row.names, nil)
			if err != nil || told(got) != row.want {
				t.Errorf("got %q, %v", told(got), err)
			}
			for _, e := range got {
				if !filepath.IsAbs(e.Dir) {
					t.Errorf("%s is not found from elsewhere", e.Dir)
				}
			}
		})
	}
}

func TestWhatIsRefusedBeforeAnythingStarts(t *testing.T) {
	rows := map[string]struct {
		names []string
		want  []string
	}{
		"nothing there":   {[]string{"none"}, []string{"--submissions: open none: no such file or directory"}},
		"nothing matches": {[]string{"none/*"}, []string{"--submissions none/*: it matches no file or folder"}},
		"no pattern":      {[]string{"class/[", "class/*"}, []string{"syntax error in pattern"}},
		"an empty folder": {[]string{"class/ada"}, []string{"class/ada: the folder is empty"}},
		"a file":          {[]string{"class/notes.txt"}, []string{"notes.txt: not a directory"}},
		"a submission":    {[]string{"class/bob"}, []string{"class/bob: it is a submission itself"}},
		"one id twice":    {[]string{"class/*", "other/*"}, []string{`two submissions are called "ada": class/ada and other/ada`}},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "class/bob/solve.sh", "class/ada/", "class/notes.txt", "other/ada/")
			_, err := batch.Find(row.names, nil)
			if !input.Is(err) {
				t.Fatalf("got %v", err)
			}
			for _, want := range row.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q is missing: %v", want, err)
				}
			}
		})
	}
}

func TestWhatIsOneSubmissionsOwnProblem(t *testing.T) {
	inFolder(t, "class/ada/solve.sh", "class/\xff/", "class/\x1b[2J/")
	if err := os.Symlink("ada", "class/bob"); err != nil {
		t.Fatal(err)
	}
	all, err := batch.Find([]string{"class"}, nil)
	if want := `\x1b[2J! ada bob! \xff!`; err != nil || told(all) != want {
		t.Fatalf("got %q, %v", told(all), err)
	}
	if got := all[2].Problem; got != "class/bob: is a symbolic link: a submission is a folder of its own" {
		t.Errorf("got %q", got)
	}
	if got := all[3].Problem; !strings.HasPrefix(got, `class/\xff: the name is not UTF-8`) {
		t.Errorf("got %q", got)
	}
}

func TestARosterSaysWhoseASubmissionIs(t *testing.T) {
	rows := map[string]struct{ roster, want, missing string }{
		"students only":    {"student\nada\ncyd\n", "ada bob=!", "cyd"},
		"folders, too":     {"Name,Folder,Student\nBob B.,bob,s2\n\"A, Ada\", ada ,s1\n", "ada=s1 bob=s2", ""},
		"of a spreadsheet": {"\ufeffStudent;Folder\r\ns1;ada\r\ns2;bob\r\n", "ada=s1 bob=s2", ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "class/ada/", "class/bob/")
			put(t, "class/roster.csv", row.roster)
			roster, err := batch.ReadRoster("class/roster.csv")
			if err != nil {
				t.Fatal(err)
			}
			all, err := batch.Find([]string{"class"}, roster)
			if err != nil || told(all) != row.want || strings.Join(roster.Missing(all), " ") != row.missing {
				t.Errorf("got %q, missing %v, %v", told(all), roster.Missing(all), err)
			}
			if name == "students only" && all[1].Problem != `class/bob: belongs to nobody: class/roster.csv has no line for "bob"` {
				t.Errorf("got %q", all[1].Problem)
			}
		})
	}
}

func TestWhatIsWrongWithARoster(t *testing.T) {
	rows := map[string]struct{ text, want string }{
		"no heading":       {"ada,bob\n", `r.csv:1: has no column "student" in its heading`},
		"nobody":           {"student\n", "r.csv: has no students"},
		"empty":            {"", "r.csv: has no students"},
		"not UTF-8":        {"student\nren\xe9\n", "r.csv: is not UTF-8"},
		"a student twice":  {"student,folder\na,x\nb,y\na,z\n", `r.csv:4: student "a" is on line 2, too`},
		"a folder twice":   {"student,folder\na,x\nb,x\n", `r.csv:3: folder "x" is on line 2, too`},
		"a cell too few":   {"student,folder\na,x\nb\n", "r.csv:3: wrong number of fields"},
		"an id that isn't": {"student,folder\n ,x\n", "r.csv:2: a student without an id"},
		"a quote":          {"student\n\"a\n", "r.csv:2: extraneous or missing \" in quoted-field"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			put(t, "r.csv", row.text)
			if _, err := batch.ReadRoster("r.csv"); !input.Is(err) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q, got %v", row.want, err)
			}
		})
	}
	if _, err := batch.ReadRoster("missing.csv"); !input.Is(err) {
		t.Errorf("got %v", err)
	}
}
