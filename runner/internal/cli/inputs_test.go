package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReportsAreWrittenApartFromInputs names files that a command reads, or that lie in
// its record, as the files of its reports.
func TestReportsAreWrittenApartFromInputs(t *testing.T) {
	gradedYesterday(t)
	write(t, "class.csv", "student\nada\n")
	write(t, "features/x.feature", "Feature: x\n  Scenario: y\n    Given a cluster with 2 workers\n")
	for line, refused := range map[string]string{
		"grade r/lab/broken-web --submissions class --roster class.csv --format csv:class.csv":         "it would change the roster",
		"grade r/lab/broken-web --submissions class --roster class.csv --format csv:../HERE/class.csv": "it would change the roster",
		"grade r/lab/broken-web --submissions class --policy same.yaml --format csv:same.yaml":         "it would change the policy",
		"grade r/lab/broken-web --submissions class --format csv:class/ada/solve.sh":                   "it would change the submission",
		"grade r/lab/broken-web --submission class/ada --format csv:class/ada/points.csv":              "it would change the submission",
		"grade r/lab/broken-web --submissions class --format csv:r/lab/broken-web/lab.yaml":            "it would change the lab",
		"grade --resume r --format csv:r/journal.ndjson":                                               "it would change the record",
		"grade --resume r --format csv:class/ada/solve.sh":                                             "it would change the submission",
		"regrade r --format csv:r/journal.ndjson":                                                      "it would change record r",
		"regrade r/submissions/ada/1 --format csv:r/submissions/ada/1/work.json":                       "it would change record r/submissions/ada/1",
		"regrade r --lab r/lab/broken-web --format csv:r/lab/broken-web/checks.feature":                "it would change lab r/lab/broken-web",
		"report r/submissions/ada/1/checks --format junit:r/submissions/ada/1/checks/plan.json":        "it would change the record",
		"run features/x.feature --dry-run --format junit:features/x.feature":                           "it would change feature features/x.feature",
		"run features/x.feature --dry-run --format html:none/x.html":                                   "--format html:none/x.html: folder ",
		"grade --resume r --format csv:none/x.csv":                                                     "--format csv:none/x.csv: folder ",
		"regrade r --format csv:x.csv --format json:./x.csv":                                           "csv goes to that file already",
	} {
		t.Run(line, func(t *testing.T) {
			before := everything(t)
			got := onSecondDay(strings.ReplaceAll(line, "HERE", folder(t)))
			if got.code != 3 || !strings.Contains(got.stderr, refused) {
				t.Errorf("%+v", got)
			}
			if after := everything(t); after != before {
				t.Errorf("a file has changed: %s, was %s", after, before)
			}
		})
	}
}

// TestASubmissionInTheWorkingDirectory has reports beside it, as in CI.
func TestASubmissionInTheWorkingDirectory(t *testing.T) {
	gradedYesterday(t)
	lab := absolute(t, "r/lab/broken-web")
	t.Chdir("class/ada")
	for range 2 {
		if got := onSecondDay("grade " + lab + " --submission . --student ada --format junit:r.xml --record ../../one" + t.TempDir()); got.code != 2 {
			t.Errorf("%+v", got)
		}
	}
	if got := onSecondDay("grade " + lab + " --submission . --student ada --format junit:solve.sh"); got.code != 3 || !strings.Contains(got.stderr, "it would change the submission") {
		t.Errorf("%+v", got)
	}
}

// TestAGradebookSurvivesErrors has an old gradebook when a command fails.
func TestAGradebookSurvivesErrors(t *testing.T) {
	gradedYesterday(t)
	write(t, "canvas.csv", "old")
	for _, line := range []string{
		"regrade r r --format canvas:canvas.csv",
		"regrade r --lab none --format canvas:canvas.csv",
		"regrade none --format canvas:canvas.csv",
	} {
		if got := onSecondDay(line); got.code != 3 {
			t.Errorf("%s: %+v", line, got)
		}
		if content, err := os.ReadFile("canvas.csv"); err != nil || string(content) != "old" {
			t.Errorf("%s: %q, %v", line, content, err)
		}
	}
	if got := onSecondDay("regrade r --format canvas:canvas.csv"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	if content, err := os.ReadFile("canvas.csv"); err != nil || !strings.Contains(string(content), "ada") {
		t.Errorf("%q, %v", content, err)
	}
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	whole, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// folder returns the name of the working directory.
func folder(t *testing.T) string { t.Helper(); return filepath.Base(absolute(t, ".")) }

// everything returns the paths and contents of all files in the working directory.
func everything(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	if err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		fmt.Fprintf(&all, "%s %q\n", path, content)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all.String()
}
