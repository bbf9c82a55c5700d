package batch_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// goOn grades the rest of a class, as the command does.
func goOn(ctx context.Context, t *testing.T, dir string, f *fake) (batch.Since, []score.Result) {
	t.Helper()
	j, err := batch.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	since := j.Since(aClass(3), f)
	results, err := (&batch.Batch{Entries: aClass(3), Grader: f, Changed: since.Changed}).Run(ctx, j)
	if err != nil {
		t.Fatal(err)
	}
	return since, results
}

func TestAChangedSubmissionIsGradedAgain(t *testing.T) {
	rows := map[string]struct {
		now    digest
		graded []string
		gone   []string
	}{
		"unchanged":            {digest{sum: "as it was"}, nil, nil},
		"changed":              {digest{sum: "other"}, []string{"a2"}, nil},
		"not readable":         {digest{err: errors.New("is a pipe")}, []string{"a2"}, nil},
		"the folder is gone":   {digest{err: fs.ErrNotExist}, nil, []string{"a2"}},
		"gone, in other words": {digest{err: &fs.PathError{Op: "lstat", Path: "a2", Err: fs.ErrNotExist}}, nil, []string{"a2"}},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if _, err := grade(t.Context(), t, dir, batch.Batch{Entries: aClass(3), Grader: &fake{}}); err != nil {
				t.Fatal(err)
			}
			f := &fake{digests: map[string]digest{"a2": row.now}}
			since, results := goOn(t.Context(), t, dir, f)
			if !slices.Equal(f.graded, row.graded) || !slices.Equal(since.Gone, row.gone) || ids(results) != "a1 a2 a3" {
				t.Errorf("graded %v, gone %v, results %s", f.graded, since.Gone, ids(results))
			}
			if _, err := os.Stat(filepath.Join(dir, "submissions", "a2", "1", "r")); err != nil {
				t.Errorf("the old result was not kept: %v", err)
			}
			again := &fake{digests: f.digests}
			if goOn(t.Context(), t, dir, again); row.now.err == nil && len(again.graded) > 0 {
				t.Errorf("graded once more without a change: %v", again.graded)
			}
		})
	}
}

// TestWhatDecidesGradesIsNotChangedSilently resumes a class in which a1 was graded,
// with another basis than the recorded one.
func TestWhatDecidesGradesIsNotChangedSilently(t *testing.T) {
	due := time.Date(2026, 11, 20, 17, 0, 0, 0, time.UTC)
	begun := func() batch.Class {
		return batch.Class{
			Submissions: []batch.Entry{{ID: "a1", Student: "ada", Submitted: due}, {ID: "a2", Student: "bob"}},
			Policy:      &score.Policy{Due: due, Late: score.LateRule{PerDay: 10, Grace: time.Hour, Cap: 50}},
			Versions:    score.Versions{"gherkube": "v1", "node image": "x:1"},
		}
	}
	rows := map[string]struct {
		change  func(*batch.Class)
		want    string
		version bool // the difference is one of versions
	}{
		"nothing":              {func(*batch.Class) {}, "", false},
		"no policy":            {func(c *batch.Class) { c.Policy = nil }, "late.perDay: recorded 10, now 0", false},
		"another due time":     {func(c *batch.Class) { c.Policy.Due = due.Add(time.Hour) }, "due: recorded 2026-11-20T17:00:00Z, now 2026-11-20T18:00:00Z", false},
		"another penalty":      {func(c *batch.Class) { c.Policy.Late.PerDay = 5 }, "late.perDay: recorded 10, now 5", false},
		"another grace":        {func(c *batch.Class) { c.Policy.Late.Grace = 0 }, "late.grace: recorded 1h0m0s, now 0s", false},
		"another cap":          {func(c *batch.Class) { c.Policy.Late.Cap = 0 }, "late.cap: recorded 50, now 0", false},
		"published":            {func(c *batch.Class) { c.Policy.Published = true }, "published: recorded false, now true", false},
		"another student":      {func(c *batch.Class) { c.Submissions[0].Student = "eve" }, `student of a1: recorded "ada", now "eve"`, false},
		"handed in later":      {func(c *batch.Class) { c.Submissions[0].Submitted = due.Add(time.Hour) }, "submission time of a1: recorded 2026-11-20T17:00:00Z, now 2026-11-20T18:00:00Z", false},
		"another gherkube":     {func(c *batch.Class) { c.Versions["gherkube"] = "v2" }, "gherkube: recorded v1, now v2", true},
		"another node image":   {func(c *batch.Class) { c.Versions["node image"] = "x:2" }, "node image: recorded x:1, now x:2", true},
		"who was not graded":   {func(c *batch.Class) { c.Submissions[1].Student = "eve" }, "", false},
		"one more handed in":   {func(c *batch.Class) { c.Submissions = append(c.Submissions, batch.Entry{ID: "a3"}) }, "", false},
		"a time for a new one": {func(c *batch.Class) { c.Submissions[1].Submitted = due }, "", false},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			dir, l := t.TempDir(), aLab(t)
			start := func(c batch.Class, otherVersions bool) error {
				j, err := batch.Create(dir)
				if err != nil {
					t.Fatal(err)
				}
				defer j.Close()
				if err := j.Start(l, c, batch.Since{}, otherVersions); err != nil {
					return err
				}
				_, err = (&batch.Batch{Entries: c.Submissions[:1], Grader: &fake{}}).Run(t.Context(), j)
				return err
			}
			if err := start(begun(), false); err != nil {
				t.Fatal(err)
			}
			now := begun()
			row.change(&now)
			err := start(now, false)
			if row.want == "" && err != nil || row.want != "" && (!input.Is(err) || !strings.Contains(err.Error(), row.want)) {
				t.Errorf("want %q, got %v", row.want, err)
			}
			if err := start(now, true); (err == nil) != (row.want == "" || row.version) {
				t.Errorf("other versions may grade: %v", err)
			}
		})
	}
}

// TestAChangedSubmissionHasAnotherTime accepts a new time of submission for a
// changed submission.
func TestAChangedSubmissionHasAnotherTime(t *testing.T) {
	dir, l := t.TempDir(), aLab(t)
	c := batch.Class{Submissions: aClass(1)}
	for i, since := range []batch.Since{{}, {Changed: map[string]bool{"a1": true}}} {
		j, err := batch.Create(dir)
		if err != nil {
			t.Fatal(err)
		}
		c.Submissions = aClass(1)
		c.Submissions[0].Submitted = time.Unix(int64(1000*i), 0)
		if err := j.Start(l, c, since, false); err != nil {
			t.Error(err)
		}
		if _, err := (&batch.Batch{Entries: c.Submissions, Grader: &fake{}}).Run(t.Context(), j); err != nil {
			t.Error(err)
		}
		_ = j.Close()
	}
}

// TestTheKeptLabIsNotChanged edits the copy of the lab in the record.
func TestTheKeptLabIsNotChanged(t *testing.T) {
	dir, l := t.TempDir(), aLab(t)
	j, err := batch.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := j.Start(l, batch.Class{Submissions: aClass(1)}, batch.Since{}, false); err != nil {
		t.Fatal(err)
	}
	if j.LabChanged() {
		t.Error("the lab is as it was")
	}
	if err := os.WriteFile(filepath.Join(l.Dir, "lab.yaml"), []byte("id: x\n# changed\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if !j.LabChanged() {
		t.Error("the lab was changed in its own folder")
	}
	kept := *l
	kept.Dir = j.LabDir("x")
	if err := j.Start(&kept, batch.Class{Submissions: aClass(1)}, batch.Since{}, false); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(filepath.Join(kept.Dir, "lab.yaml"), []byte("id: x\npassMark: 0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := j.Start(&kept, batch.Class{Submissions: aClass(1)}, batch.Since{}, false); !input.Is(err) || !strings.Contains(err.Error(), "the copy of lab x in") {
		t.Errorf("%v", err)
	}
}

// TestEveryWayInHasTheSameStudent uses a decomposed folder name, as macOS stores
// it.
func TestEveryWayInHasTheSameStudent(t *testing.T) {
	const composed, decomposed = "jos\u00e9", "jose\u0301"
	t.Chdir(t.TempDir())
	for _, dir := range []string{"class/" + decomposed, "class/right"} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile("r.csv", []byte("student,folder\n "+composed+" ,"+composed+"\nada,right\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	roster, err := batch.ReadRoster("r.csv")
	if err != nil {
		t.Fatal(err)
	}
	for name, of := range map[string]*batch.Roster{"without a roster": nil, "by the roster": roster} {
		class, err := batch.Find([]string{"class"}, of)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range class {
			single, err := batch.Single(e.Dir, "", of)
			if err != nil || single.Student != e.Student || single.Student == "" {
				t.Errorf("%s: %s is of %q in a class and of %q alone: %v", name, e.ID, e.Student, single.Student, err)
			}
		}
		if missing := of.Missing(class); class[0].Student != composed || len(missing) > 0 {
			t.Errorf("%s: %q, missing %q", name, class[0].Student, missing)
		}
	}
	if given, err := batch.Single("class/right", decomposed, roster); err != nil || given.Student != composed {
		t.Errorf("given: %q, %v", given.Student, err)
	}
	if _, err := batch.Single("class", "", roster); !input.Is(err) || !strings.Contains(err.Error(), "belongs to nobody") {
		t.Errorf("not on the roster: %v", err)
	}
}

// TestADefectOfTheLabIsNotMetAgain resumes a class in which a2 met a defect of the
// lab. With the same lab, no submission is graded again; with a corrected one, all
// are.
func TestADefectOfTheLabIsNotMetAgain(t *testing.T) {
	dir, l := t.TempDir(), aLab(t)
	run := func(f *fake, correct bool) []string {
		j, err := batch.Create(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		if correct {
			if err := j.Correct(l); err != nil {
				t.Fatal(err)
			}
		}
		kept := *l
		if j.Head() != nil {
			kept.Dir = j.LabDir("x")
		}
		if err := j.Start(&kept, batch.Class{Submissions: aClass(3)}, batch.Since{}, false); err != nil {
			t.Fatal(err)
		}
		results, err := (&batch.Batch{Entries: aClass(3), Grader: f}).Run(t.Context(), j)
		if err != nil || ids(results) != "a1 a2 a3" {
			t.Errorf("%s, %v", ids(results), err)
		}
		if wrong := j.Defective(aClass(3), f); (len(wrong) == 1) != results[1].Defect {
			t.Errorf("defective: %v", wrong)
		}
		return f.graded
	}
	wrong := &fake{do: map[string]func(context.Context, *score.Result){
		"a2": func(_ context.Context, r *score.Result) {
			r.MarkLabDefective("checks.feature:3", "unknown flag: --watsh")
		},
	}}
	run(wrong, false)
	if again := run(&fake{}, false); len(again) > 0 {
		t.Errorf("by the same lab: %v", again)
	}
	if err := os.WriteFile(filepath.Join(l.Dir, "lab.yaml"), []byte("id: x\n# corrected\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again := run(&fake{}, true); len(again) != 3 {
		t.Errorf("by the corrected lab: %v", again)
	}
	if again := run(&fake{}, false); len(again) > 0 {
		t.Errorf("once more: %v", again)
	}
	if _, err := os.Stat(filepath.Join(dir, "submissions", "a2", "1", "r")); err != nil {
		t.Errorf("the old result was not kept: %v", err)
	}
}
