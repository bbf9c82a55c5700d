package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps"
)

// byRecord is a grader with made-up results and real records.
type byRecord struct {
	batch.Clusters
	t      *testing.T
	policy *score.Policy
}

func (g byRecord) Grade(_ context.Context, e batch.Entry, dir string) score.Result {
	submission, err := grading.ReadSubmission(e.Dir)
	if err != nil {
		g.t.Fatal(err)
	}
	basis := &score.Basis{Submission: submission.Digest(), Policy: g.policy}
	if err := os.CopyFS(dir, os.DirFS(gradedBy(g.t, e.Student, basis))); err != nil {
		g.t.Fatal(err)
	}
	r, err := g.Read(dir)
	if err != nil {
		g.t.Fatal(err)
	}
	return r
}

// gradedYesterday creates the record r of a class with the student ada. By its
// policy, her submission was a day late, and the penalty is capped at 5 %, so 8 of
// 10 points become 7.6.
func gradedYesterday(t *testing.T) {
	t.Helper()
	l, err := reader.Load(brokenWeb, &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	write(t, "class/ada/solve.sh", "true")
	write(t, "same.yaml", "due: 2025-11-20T17:00:00Z\nlate: {perDay: 10, cap: 5}\nsubmitted: {ada: 2025-11-20T18:00:00Z}\n")
	write(t, "other.yaml", "due: 2025-11-20T17:00:00Z\nlate: {perDay: 10}\nsubmitted: {ada: 2025-11-20T18:00:00Z}\n")
	write(t, "later.yaml", "due: 2025-11-20T17:00:00Z\nlate: {perDay: 10, cap: 5}\nsubmitted: {ada: 2025-11-22T18:00:00Z}\n")
	due := time.Date(2025, 11, 20, 17, 0, 0, 0, time.UTC)
	policy := &score.Policy{Due: due, Late: score.LateRule{PerDay: 10, Cap: 5}}
	entries, err := batch.Find([]string{"class"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	entries[0].Submitted = due.Add(time.Hour)
	j, err := batch.Create("r")
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	grader := byRecord{batch.Clusters{Vocabulary: &steps.Vocabulary{}}, t, policy}
	if err := j.Start(l, batch.Class{Submissions: entries, Policy: policy}, batch.Since{}, false); err != nil {
		t.Fatal(err)
	}
	if _, err := (&batch.Batch{Entries: entries, Grader: grader}).Run(t.Context(), j); err != nil {
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

// onSecondDay runs a command line on a machine without clusters.
func onSecondDay(line string) ended {
	var stdout, stderr bytes.Buffer
	out := terminal.Plain(&stdout, &stderr)
	defer out.Close()
	return ended{execute(strings.Fields(line), out, noClusters()), stdout.String(), stderr.String()}
}

func TestASecondDayDoesNotChangeGrades(t *testing.T) {
	const late = ",graded,8,7.6,10,yes,1,2025-11-20T18:00:00Z,"
	rows := map[string]struct {
		line   string
		code   int
		stdout string
		stderr string
	}{
		"resumed":                      {"grade --resume r --format csv", 0, late, ""},
		"resumed by the same policy":   {"grade --resume r --format csv --policy same.yaml", 0, late, ""},
		"resumed by another policy":    {"grade --resume r --format csv --policy other.yaml", 3, "", "late.cap: recorded 5, now 0"},
		"resumed with another time":    {"grade --resume r --format csv --policy later.yaml", 3, "", "submission time of ada: recorded 2025-11-20T18:00:00Z, now 2025-11-22T18:00:00Z"},
		"resumed with another due":     {"grade --resume r --format csv --due 2025-11-21T17:00:00Z", 3, "", "due: recorded 2025-11-20T17:00:00Z, now 2025-11-21T17:00:00Z"},
		"resumed as published":         {"grade --resume r --format csv --published", 3, "", "published: recorded false, now true"},
		"the class regraded":           {"regrade r --format csv", 0, late, ""},
		"one of them regraded":         {"regrade r/submissions/ada/1 --format csv", 0, late, ""},
		"regraded by another policy":   {"regrade r --format csv --policy other.yaml", 0, ",graded,8,7.2,10,yes,1,", "Not by the recorded policy: late.cap: recorded 5, now 0."},
		"regraded for the student":     {"regrade r --for student", 0, "8 of 8 points for the visible criteria; 1 criterion worth 2 points is hidden\nlate by a day: 5 % off: 7.6 points are left", ""},
		"regraded when published":      {"regrade r --for student --published", 0, "8 of 10 points, passed", "Not by the recorded policy: published"},
		"one student of the class":     {"regrade r --student ada --for student --format github-classroom", 0, "", ""},
		"nobody of the class":          {"regrade r --student eve", 3, "", "--student eve: there is no result of this student"},
		"one more grade in its record": {"grade r/lab/broken-web --submission class/ada --record r/submissions/ada/1", 3, "", "it is the record of a grade already"},
	}
	gradedYesterday(t)
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			got := onSecondDay(row.line)
			if got.code != row.code || !strings.Contains(got.stdout, row.stdout) || !strings.Contains(got.stderr, row.stderr) {
				t.Errorf("%s: want %d, %q, %q: %+v", row.line, row.code, row.stdout, row.stderr, got)
			}
		})
	}
}

func TestAChangedSubmissionIsToldAndGradedAgain(t *testing.T) {
	gradedYesterday(t)
	write(t, "class/ada/solve.sh", "false")
	got := onSecondDay("grade --resume r")
	if got.code != 2 || !strings.Contains(got.stderr, "ada was changed since it was graded: it is graded again (the old result stays in ") ||
		!strings.Contains(got.stdout, "no cluster starts here") {
		t.Errorf("%+v", got)
	}
	for _, n := range []string{"1", "2"} {
		if _, err := os.Stat(filepath.Join("r/submissions/ada", n, "work.json")); err != nil {
			t.Error(err)
		}
	}
}

func TestASubmissionThatIsGoneKeepsItsGrade(t *testing.T) {
	gradedYesterday(t)
	if err := os.RemoveAll("class"); err != nil {
		t.Fatal(err)
	}
	if got := onSecondDay("grade --resume r"); got.code != 0 || !strings.Contains(got.stderr, "ada: its folder is gone; the recorded grade stands.") {
		t.Errorf("%+v", got)
	}
}

// TestGradingFewerKeepsEarlierGrades grades bob into the record that has ada's grade.
func TestGradingFewerKeepsEarlierGrades(t *testing.T) {
	gradedYesterday(t)
	write(t, "class.csv", "student\nada\nbob\ncyd\n")
	write(t, "more/bob/solve.sh", "true")
	write(t, "both.yaml", "due: 2025-11-20T17:00:00Z\nlate: {perDay: 10, cap: 5}\nsubmitted: {bob: 2025-11-20T18:00:00Z}\n")
	got := onSecondDay("grade r/lab/broken-web --submissions more --roster class.csv --policy both.yaml --record r --format csv")
	if got.code != 2 || strings.Count(got.stdout, "\n") != 3 || !strings.Contains(got.stdout, ",graded,8,7.6,10,yes,1,2025-11-20T18:00:00Z,") {
		t.Errorf("%+v", got)
	}
	for _, want := range []string{"Nothing was handed in by cyd.", "ada: it is not among the submissions now; the recorded grade stands.", "1 of 2 are graded"} {
		if !strings.Contains(got.stderr, want) {
			t.Errorf("%q is missing: %s", want, got.stderr)
		}
	}
	if again := onSecondDay("regrade r --student ada"); again.code != 0 {
		t.Errorf("%+v", again)
	}
}

// TestAFileThatBecameAFolderIsGraded resumes a class in which a submission was a file.
func TestAFileThatBecameAFolderIsGraded(t *testing.T) {
	gradedYesterday(t)
	write(t, "more/bob", "true")
	if got := onSecondDay("grade r/lab/broken-web --submissions more --record s"); got.code != 3 || !strings.Contains(got.stderr, "more/bob: is a file") {
		t.Errorf("%+v", got)
	}
	if err := os.Remove("more/bob"); err != nil {
		t.Fatal(err)
	}
	write(t, "more/bob/solve.sh", "true")
	if got := onSecondDay("grade --resume s"); got.code != 2 || !strings.Contains(got.stdout, "no cluster starts here") {
		t.Errorf("%+v", got)
	}
}

// TestARosterThatMatchesNoSubmissionTouchesNoEngine leaves no record, either.
func TestARosterThatMatchesNoSubmissionTouchesNoEngine(t *testing.T) {
	gradedYesterday(t)
	write(t, "class/bob/solve.sh", "true")
	write(t, "class.csv", "student,folder\nada,zz\n")
	got := onSecondDay("grade r/lab/broken-web --submissions class --roster class.csv --record s")
	for _, want := range []string{"nothing is left to grade", `class.csv has no line for "ada"`, `class.csv has no line for "bob"`, `class.csv:2: no submission is a folder "zz"`} {
		if got.code != 3 || !strings.Contains(got.stderr, want) {
			t.Errorf("want %q: %+v", want, got)
		}
	}
	if _, err := os.Stat("s"); err == nil {
		t.Error("it has a record")
	}
}

// TestOneSubmissionIsOfTheStudentThatItsFolderNames grades the same folder with
// every command that accepts it.
func TestOneSubmissionIsOfTheStudentThatItsFolderNames(t *testing.T) {
	gradedYesterday(t)
	write(t, "roster.csv", "student,folder\neve,ada\n")
	for line, want := range map[string]string{
		"grade r/lab/broken-web --format json --submission class/ada":                     `"student": "ada"`,
		"grade r/lab/broken-web --format json --submissions class":                        `"student": "ada"`,
		"grade r/lab/broken-web --format json --submission class/ada --roster roster.csv": `"student": "eve"`,
		"grade r/lab/broken-web --format json --submissions class --roster roster.csv":    `"student": "eve"`,
		"grade r/lab/broken-web --format json --submission class/ada --student bob":       `"student": "bob"`,
	} {
		if got := onSecondDay(line + " --record " + t.TempDir() + "/new"); got.code != 2 || !strings.Contains(got.stdout, want) {
			t.Errorf("%s: %+v", line, got)
		}
	}
}

// TestALabThatWasWrongIsCorrected resumes a class before and after its lab is
// corrected.
func TestALabThatWasWrongIsCorrected(t *testing.T) {
	gradedYesterday(t)
	if err := os.CopyFS("broken-web", os.DirFS("r/lab/broken-web")); err != nil {
		t.Fatal(err)
	}
	readFrom(t, "broken-web")
	path := "r/submissions/ada/1/work.json"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, strings.Replace(string(content), "{", `{"problem": "unknown flag: --watsh", "defect": "checks.feature:3",`, 1))
	const kept = "Not graded again, as lab broken-web is as wrong as it was: ada. Correct it in "
	if got := onSecondDay("grade --resume r"); got.code != 3 || !strings.Contains(got.stderr, kept) || !strings.Contains(got.stdout, "--watsh") {
		t.Errorf("as it was: %+v", got)
	}
	document, err := os.ReadFile("broken-web/lab.yaml")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "broken-web/lab.yaml", string(document)+"# corrected\n")
	for range 2 { // a cluster that does not start is no defect
		got := onSecondDay("grade --resume r")
		if got.code != 2 || strings.Contains(got.stderr, kept) || !strings.Contains(got.stdout, "no cluster starts here") {
			t.Errorf("corrected: %+v", got)
		}
	}
	if content, err := os.ReadFile("r/lab/broken-web/lab.yaml"); err != nil || !strings.Contains(string(content), "# corrected") {
		t.Errorf("the record keeps another lab: %v", err)
	}
}

// readFrom makes the record r say that its lab was read from a folder.
func readFrom(t *testing.T, dir string) {
	t.Helper()
	whole, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	journal, err := os.ReadFile("r/journal.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(journal)) {
		var l map[string]any
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		if head, ok := l["batch"].(map[string]any); ok {
			head["from"] = whole
		}
		text, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(text)+"\n")
	}
	write(t, "r/journal.ndjson", strings.Join(lines, ""))
}
