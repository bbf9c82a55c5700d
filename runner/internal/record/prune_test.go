package record_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/labels"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/record"
)

const day = 24 * time.Hour

var now = time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)

// put creates a record with a status in a store. Its name begins with its time,
// too.
func put(t *testing.T, store, name, owner string, ended time.Duration, v verdict.Verdict, size int) {
	t.Helper()
	status := fmt.Sprintf(`{"owner":%q,"verdict":%q,"size":%d,"ended":%q}`, owner, v, size, now.Add(-ended).Format(time.RFC3339))
	if v == "" {
		status = fmt.Sprintf(`{"owner":%q}`, owner)
	}
	file(t, store, name+"/status.json", status)
	age(t, store, name, ended)
}

func file(t *testing.T, store, name, content string) {
	t.Helper()
	path := filepath.Join(store, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func age(t *testing.T, store, name string, by time.Duration) {
	t.Helper()
	if err := os.Chtimes(filepath.Join(store, name), now.Add(-by), now.Add(-by)); err != nil {
		t.Fatal(err)
	}
}

// left returns the names in a store.
func left(t *testing.T, store string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(store, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i] = filepath.Base(all[i])
	}
	return all
}

func TestRecordsAreKeptByAgeAndVerdict(t *testing.T) {
	store, self, gone := t.TempDir(), labels.Own()[labels.Owner], "x"
	if host, err := os.Hostname(); err == nil {
		gone = host + "/0/1"
	}
	put(t, store, "01-running", self, 90*day, "", 0)
	put(t, store, "02-passed-old", gone, 8*day, verdict.Passed, 1)
	put(t, store, "03-failed-old", gone, 31*day, verdict.Failed, 1)
	put(t, store, "04-died-old", gone, 31*day, "", 0)
	put(t, store, "05-failed", gone, 8*day, verdict.Failed, 1)
	put(t, store, "06-undecided", gone, 8*day, verdict.Undecided, 1)
	put(t, store, "07-died", gone, 8*day, "", 0)
	put(t, store, "08-passed", gone, 6*day, verdict.Passed, 1)
	put(t, store, "09-passed-by-a-process-that-goes-on", self, 8*day, verdict.Passed, 1)
	file(t, store, "10-class/journal.ndjson", "")
	file(t, store, "11-not-a-record/file", "")
	file(t, store, "12-earlier-version/plan.json", "{}")
	file(t, store, "13-earlier-version-old/work.json", "{}")
	file(t, store, "14-half-removed.removed/plan.json", "{}")
	for name, by := range map[string]time.Duration{"10-class": 90 * day, "11-not-a-record": 90 * day, "12-earlier-version": 29 * day, "13-earlier-version-old": 31 * day} {
		age(t, store, name, by)
	}
	put(t, store, "15-newest", gone, 90*day, verdict.Passed, 1)
	removed, err := record.Prune(store, record.DefaultRetention, now)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"01-running", "05-failed", "06-undecided", "07-died", "08-passed", "10-class", "11-not-a-record", "12-earlier-version", "15-newest"}
	if got := left(t, store); !slices.Equal(got, want) {
		t.Errorf("left %v, want %v", got, want)
	}
	if removed.Passed != 2 || removed.Failed != 3 || removed.Kept != 7 {
		t.Errorf("removed %+v", removed)
	}
	if said := removed.String(); !strings.Contains(said, "Removed old records: 2 passed, 3 failed") || !strings.Contains(said, "Kept in "+store+": 7") || !strings.Contains(said, record.RetentionVariable) {
		t.Errorf("said %q", said)
	}
	if again, err := record.Prune(store, record.DefaultRetention, now); err != nil || again.String() != "" {
		t.Errorf("nothing more is to be removed: %v, %v", again, err)
	}
}

func TestOverTheSizePassedRecordsGoFirst(t *testing.T) {
	for size, want := range map[int64][]string{
		100: {"1-failed", "2-passed", "3-failed", "4-passed", "5-failed"},
		49:  {"1-failed", "3-failed", "4-passed", "5-failed"},
		30:  {"1-failed", "3-failed", "5-failed"},
		29:  {"3-failed", "5-failed"},
		0:   {"5-failed"}, // the newest stays
	} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			store := t.TempDir()
			for _, name := range []string{"1-failed", "2-passed", "3-failed", "4-passed", "5-failed"} {
				put(t, store, name, "x", time.Hour, verdict.Verdict(name[2:]), 10)
			}
			if _, err := record.Prune(store, record.Retention{Passed: day, Failed: day, Size: size}, now); err != nil {
				t.Fatal(err)
			}
			if got := left(t, store); !slices.Equal(got, want) {
				t.Errorf("left %v, want %v", got, want)
			}
		})
	}
}

func TestWhatRetentionIsSaidBy(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "passed=7d failed=30d size=1GiB",
		"size=500MiB":                      "passed=7d failed=30d size=500MiB",
		"passed=1d failed=36h size=2g":     "passed=1d failed=36h0m0s size=2GiB",
		"passed=40d":                       "failed records are kept at least as long",
		"passed":                           `"passed": time: invalid duration`,
		"passed=week":                      `"passed=week"`,
		"passed=-1h":                       "an age is not negative",
		"size=much":                        `"size=much"`,
		"number=20":                        "expected passed=, failed= or size=",
		"passed=7d,failed=30d":             `"passed=7d,failed=30d"`,
		"passed=99999999999999999999d":     "out of range",
		"passed=0d failed=0d size=0":       "passed=0d failed=0d size=0B",
		"  passed=2d\tfailed=30d size=1g ": "passed=2d failed=30d size=1GiB",
	} {
		got, err := record.ParseRetention(text)
		said := got.String()
		if err != nil {
			said = err.Error()
		}
		if !strings.Contains(said, want) {
			t.Errorf("%q: %s, want %s", text, said, want)
		}
	}
}

func TestANewRecordIsOfThisProcess(t *testing.T) {
	store := t.TempDir()
	dir, _, err := record.New(store)
	if err != nil {
		t.Fatal(err)
	}
	second, _, err := record.New(store)
	if err != nil || second == dir {
		t.Fatalf("%s twice: %v", dir, err)
	}
	if _, err := record.Prune(store, record.Retention{}, time.Now().Add(365*day)); err != nil || len(left(t, store)) != 2 {
		t.Errorf("under way: %v, %v", left(t, store), err)
	}
	for _, d := range []string{dir, second} {
		if err := record.Conclude(d, verdict.Passed); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := record.Prune(store, record.Retention{}, time.Now().Add(365*day)); err != nil || !slices.Equal(left(t, store), []string{filepath.Base(second)}) {
		t.Errorf("ended: %v, %v", left(t, store), err)
	}
	t.Setenv(record.RetentionVariable, "20")
	if _, _, err := record.New(store); !input.Is(err) || !strings.Contains(err.Error(), record.RetentionVariable) {
		t.Errorf("%v", err)
	}
}

func TestARecordThatTheUserNamedHasNoStatus(t *testing.T) {
	dir := t.TempDir()
	if err := record.Conclude(dir, verdict.Passed); err != nil || len(left(t, dir)) != 0 {
		t.Errorf("%v, %v", left(t, dir), err)
	}
}

func TestAStoreThatIsNotThereHasRoom(t *testing.T) {
	if _, err := record.Prune(filepath.Join(t.TempDir(), "none"), record.DefaultRetention, now); err != nil {
		t.Error(err)
	}
}
