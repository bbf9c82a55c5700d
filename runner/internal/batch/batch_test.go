package batch_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// fake grades by a table of functions, by submission ID. Submissions without a
// function are graded at once.
type fake struct {
	do      map[string]func(context.Context, *score.Result)
	digests map[string]digest // digests of changed submissions

	mu     sync.Mutex
	graded []string // every start
	under  int
	most   int // maximum number at a time
}

func (f *fake) Grade(ctx context.Context, e batch.Entry, dir string) score.Result {
	f.count(e.ID, 1)
	defer f.count("", -1)
	sum, _ := f.Digest(e)
	r := score.Result{Submission: e.ID, Student: e.Student, Gradable: true, Points: len(e.ID), Total: 10, Basis: &score.Basis{Submission: sum}}
	if do := f.do[e.ID]; do != nil {
		do(ctx, &r)
	}
	return write(dir, r)
}

func (f *fake) count(id string, by int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.under += by
	f.most = max(f.most, f.under)
	if by > 0 {
		f.graded = append(f.graded, id)
	}
}

func (f *fake) Ungradable(e batch.Entry, dir string, why error) score.Result {
	r := score.Result{Submission: e.ID}
	r.MarkUngradable(why.Error())
	return write(dir, r)
}

func write(dir string, r score.Result) score.Result {
	content, err := json.Marshal(r)
	if err = errors.Join(err, os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, "r"), content, 0o600)); err != nil {
		r.MarkUngradable(err.Error())
	}
	return r
}

// Digest returns a constant unless the test sets another digest for the entry.
func (f *fake) Digest(e batch.Entry) (string, error) {
	if d, ok := f.digests[e.ID]; ok {
		return d.sum, d.err
	}
	return "as it was", nil
}

type digest struct {
	sum string
	err error
}

func (f *fake) Read(dir string) (r score.Result, err error) {
	content, err := os.ReadFile(filepath.Join(dir, "r"))
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(content, &r)
}

// aClass returns a class of n students, a1 to an.
func aClass(n int) []batch.Entry {
	var all []batch.Entry
	for i := range n {
		all = append(all, batch.Entry{ID: fmt.Sprintf("a%d", i+1)})
	}
	return all
}

func aLab(t *testing.T) *lab.Lab {
	t.Helper()
	l := &lab.Lab{Document: lab.Document{ID: "x"}, Dir: filepath.Join(t.TempDir(), "x")}
	if err := os.MkdirAll(l.Dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(l.Dir, "lab.yaml"), []byte("id: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return l
}

// grade starts or resumes the grading of a class in a folder.
func grade(ctx context.Context, t *testing.T, dir string, b batch.Batch) ([]score.Result, error) {
	t.Helper()
	j, err := batch.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if j.Head() == nil {
		if err := j.Start(aLab(t), batch.Class{Submissions: b.Entries}, batch.Since{}, false); err != nil {
			t.Fatal(err)
		}
	}
	return b.Run(ctx, j)
}

func ids(results []score.Result) string {
	var all []string
	for _, r := range results {
		all = append(all, r.Submission)
	}
	return strings.Join(all, " ")
}

func TestSomeAtATimeAndInTheOrderOfTheSubmissions(t *testing.T) {
	for _, parallel := range []int{0, 1, 2, 3, 20} {
		t.Run(fmt.Sprint(parallel), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := &fake{do: map[string]func(context.Context, *score.Result){}}
				for i, e := range aClass(7) { // the first takes longest
					f.do[e.ID] = func(context.Context, *score.Result) { time.Sleep(time.Duration(7-i) * time.Minute) }
				}
				results, err := grade(t.Context(), t, t.TempDir(), batch.Batch{Entries: aClass(7), Parallel: parallel, Grader: f})
				if err != nil || ids(results) != "a1 a2 a3 a4 a5 a6 a7" {
					t.Errorf("%s, %v", ids(results), err)
				}
				if want := min(7, max(1, parallel)); f.most != want {
					t.Errorf("%d at a time, want %d", f.most, want)
				}
			})
		})
	}
}

func TestOneBadSubmissionDoesNotStopTheRest(t *testing.T) {
	f := &fake{do: map[string]func(context.Context, *score.Result){
		"a1": func(context.Context, *score.Result) { panic("a defect") },
		"a3": func(_ context.Context, r *score.Result) { r.MarkUngradable("no memory left") },
	}}
	results, err := grade(t.Context(), t, t.TempDir(), batch.Batch{Entries: aClass(4), Parallel: 2, Grader: f})
	if err != nil || ids(results) != "a1 a2 a3 a4" {
		t.Fatalf("%s, %v", ids(results), err)
	}
	if r := results[0]; r.Gradable || !strings.Contains(r.Problem, "gherkube is defective: a defect") || !strings.Contains(r.Problem, "batch_test.go") {
		t.Errorf("got %+v", r)
	}
	if !results[1].Gradable || results[2].Gradable || !results[3].Gradable {
		t.Errorf("got %+v", results)
	}
}

// TestAnInterruptionIsNoGrade cancels the context while two submissions are being
// graded.
func TestAnInterruptionIsNoGrade(t *testing.T) {
	dir, stop := t.TempDir(), errors.New("interrupted")
	ctx, cancel := context.WithCancelCause(t.Context())
	f := &fake{do: map[string]func(context.Context, *score.Result){
		"a2": func(context.Context, *score.Result) { cancel(stop) },
		"a3": func(ctx context.Context, _ *score.Result) { <-ctx.Done() }, // ends with what looks like a grade
	}}
	results, err := grade(ctx, t, dir, batch.Batch{Entries: aClass(5), Grader: f})
	if !errors.Is(err, stop) || ids(results) != "a1" {
		t.Fatalf("%s, %v", ids(results), err)
	}
	again := &fake{}
	results, err = grade(t.Context(), t, dir, batch.Batch{Entries: aClass(5), Grader: again})
	if err != nil || ids(results) != "a1 a2 a3 a4 a5" || !slices.Equal(again.graded, []string{"a2", "a3", "a4", "a5"}) {
		t.Errorf("%s, graded again %v, %v", ids(results), again.graded, err)
	}
}

func TestWhoCouldNotBeGradedIsGradedByGoingOn(t *testing.T) {
	dir := t.TempDir()
	f := &fake{do: map[string]func(context.Context, *score.Result){
		"a2": func(_ context.Context, r *score.Result) { r.MarkUngradable("no memory left") },
	}}
	for _, want := range [][]string{{"a1", "a2", "a3"}, {"a2"}} {
		f.graded = nil
		if _, err := grade(t.Context(), t, dir, batch.Batch{Entries: aClass(3), Grader: f}); err != nil || !slices.Equal(f.graded, want) {
			t.Errorf("graded %v, want %v: %v", f.graded, want, err)
		}
	}
}

// TestAJournalThatIsCutAnywhere resumes from every position in the journal at which
// a process may have been killed. Submissions with a line "finished" are not graded
// again, and in the end every submission has one grade.
func TestAJournalThatIsCutAnywhere(t *testing.T) {
	whole := t.TempDir()
	if _, err := grade(t.Context(), t, whole, batch.Batch{Entries: aClass(3), Grader: &fake{}}); err != nil {
		t.Fatal(err)
	}
	journal, err := os.ReadFile(filepath.Join(whole, "journal.ndjson"))
	if err != nil {
		t.Fatal(err)
	}
	for _, cut := range cuts(journal) {
		dir := filepath.Join(t.TempDir(), "cut")
		if err := errors.Join(os.CopyFS(dir, os.DirFS(whole)), os.WriteFile(filepath.Join(dir, "journal.ndjson"), journal[:cut], 0o600)); err != nil {
			t.Fatal(err)
		}
		f := &fake{}
		results, err := grade(t.Context(), t, dir, batch.Batch{Entries: aClass(3), Grader: f})
		if err != nil || ids(results) != "a1 a2 a3" {
			t.Fatalf("cut at %d: %s, %v", cut, ids(results), err)
		}
		done := strings.Count(string(journal[:cut]), `"type":"finished"`)
		if last := strings.LastIndex(string(journal[:cut]), "\n") + 1; strings.Contains(string(journal[last:cut]), `"type":"finished"`) {
			done--
		}
		if len(f.graded) != 3-done {
			t.Fatalf("cut at %d, %d had finished: graded %v", cut, done, f.graded)
		}
		records, err := batch.Records(dir)
		if err != nil || len(records) != 3 {
			t.Fatalf("cut at %d: records %v, %v", cut, records, err)
		}
	}
}

// cuts returns the positions before, within and after each line.
func cuts(journal []byte) []int {
	all, begin := []int{0}, 0
	for line := range bytes.Lines(journal) {
		end := begin + len(line)
		all = append(all, begin+1, (begin+end)/2, end-1, end)
		begin = end
	}
	return all
}

func TestARecordThatWasLostIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	b := batch.Batch{Entries: aClass(2), Grader: &fake{}}
	if _, err := grade(t.Context(), t, dir, b); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(dir, "submissions", "a2", "1", "r"), 3); err != nil {
		t.Fatal(err)
	}
	f := &fake{}
	b.Grader = f
	if results, err := grade(t.Context(), t, dir, b); err != nil || ids(results) != "a1 a2" || !slices.Equal(f.graded, []string{"a2"}) {
		t.Errorf("%s, graded %v, %v", ids(results), f.graded, err)
	}
}

// TestAJournalThatCannotBeWrittenEndsTheBatch checks that a submission is not
// graded if its start cannot be recorded.
func TestAJournalThatCannotBeWrittenEndsTheBatch(t *testing.T) {
	f := &fake{}
	j, err := batch.Create(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(j.Start(aLab(t), batch.Class{Submissions: aClass(2)}, batch.Since{}, false), j.Close()); err != nil {
		t.Fatal(err)
	}
	b := batch.Batch{Entries: aClass(2), Grader: f}
	if _, err := b.Run(t.Context(), j); err == nil || !strings.Contains(err.Error(), "writing the journal") || len(f.graded) > 0 {
		t.Errorf("graded %v, %v", f.graded, err)
	}
}

func TestProgressHasAnEstimate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{do: map[string]func(context.Context, *score.Result){}}
		for _, e := range aClass(5) {
			f.do[e.ID] = func(context.Context, *score.Result) { time.Sleep(time.Minute) }
		}
		f.do["a5"] = func(_ context.Context, r *score.Result) { r.Refused = true; r.MarkUngradable("empty") }
		var said []string
		b := batch.Batch{Entries: aClass(5), Parallel: 2, Grader: f, OnProgress: func(p batch.Progress) {
			if p.Ended != nil && !p.Ended.Refused {
				said = append(said, fmt.Sprintf("%d/%d %s", p.Done, p.Total, p.Left))
			}
		}}
		if _, err := grade(t.Context(), t, t.TempDir(), b); err != nil {
			t.Fatal(err)
		}
		// After the first of two: three submissions are waiting for two workers.
		if want := []string{"1/5 1m30s", "2/5 1m30s", "3/5 30s", "4/5 0s"}; !slices.Equal(said[:1], want[:1]) || len(said) != 4 {
			t.Errorf("said %q", said)
		}
	})
}
