package page

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/runner/internal/model"
)

// small is a usual run.
var small = shape{scenarios: 10, workers: 3, pods: 10, long: 40 * time.Second}

func render(t testing.TB, run *model.Run) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, run); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFailuresComeFirst(t *testing.T) {
	got := render(t, synthetic(t, small))
	var order []int
	for _, heading := range []string{`id="g-failed"`, `id="g-undecided"`, `id="g-passed"`} {
		order = append(order, strings.Index(got, heading))
	}
	if order[0] < 0 || !slices.IsSorted(order) {
		t.Errorf("the headings are at %v", order)
	}
	for _, want := range []string{
		"8 of 10 scenarios passed", "v1.36.3", "4711", "gherkube run features", "A node that is gone loses its pods", `id="features/topic-0/nodes.feature:18"`,
		"2 ready", "26.9s", "Kubelet stopped posting node status.", "the API server refused the connection", "in effect", "deployment-controller",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(got, "!") && regexp.MustCompile(`>![a-z]`).MatchString(got) {
		t.Error("a text is missing")
	}
}

func TestThePageIsInTheLanguageOfTheFeatures(t *testing.T) {
	korean := small
	korean.korean = true
	got := render(t, synthetic(t, korean))
	for _, want := range []string{`<html lang="ko">`, "시나리오 10개 가운데 8개 통과", "기대한 것", "타임라인"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// verb finds the verbs of a format, with or without the number of an argument.
var verb = regexp.MustCompile(`%(\[\d\])?[sd]`)

func TestEveryTextIsInBothLanguagesWithTheSameValues(t *testing.T) {
	for key, said := range words {
		if said[0] == "" || said[1] == "" || len(verb.FindAllString(said[0], -1)) != len(verb.FindAllString(said[1], -1)) {
			t.Errorf("%s: %q", key, said)
		}
	}
}

// TestTextsOfOthersAreEscaped expects no element of a text that a cluster or a student
// wrote. The browser tests prove it again.
func TestTextsOfOthersAreEscaped(t *testing.T) {
	evil := small
	evil.hostile = true
	got := render(t, synthetic(t, evil))
	if strings.Contains(got, "<img") || strings.Count(got, "<script") != 1 || !strings.Contains(got, "&lt;img src=x") {
		t.Error("a text is not escaped")
	}
}

func TestNothingIsFetched(t *testing.T) {
	got := render(t, synthetic(t, small))
	if found := regexp.MustCompile(`(src=|href="[^#]|url\([^#]|@import|https?://[^w])`).FindString(got); found != "" {
		t.Errorf("the page refers to %q", found)
	}
}

// TestARecordWithoutTimelineIsShown reads a record that is older than timelines.
func TestARecordWithoutTimelineIsShown(t *testing.T) {
	run := synthetic(t, small)
	for _, s := range run.Scenarios {
		s.Notes = slices.DeleteFunc(s.Notes, func(n model.Note) bool { return n.Kind == "timeline" })
	}
	if got := render(t, run); !strings.Contains(got, "This record has no timeline") || !strings.Contains(got, "in effect") {
		t.Error("the page does not show what the record has")
	}
}

func TestDamagedNotesAreLeftOut(t *testing.T) {
	run := synthetic(t, small)
	for _, s := range run.Scenarios {
		for i := range s.Notes {
			s.Notes[i].Data = []byte(`{"from":7,"name":["x"]}`)
		}
	}
	render(t, run)
}

// TestThePageIsSmallAndSoonMade holds the promises about a whole suite.
func TestThePageIsSmallAndSoonMade(t *testing.T) {
	run := synthetic(t, shape{scenarios: 107, workers: 3, pods: 10, long: 40 * time.Second})
	start := time.Now()
	size := len(render(t, run))
	t.Logf("%d bytes in %s", size, time.Since(start))
	if size > 5<<20 {
		t.Errorf("%d bytes", size)
	}
}

func BenchmarkPage(b *testing.B) {
	run := synthetic(b, shape{scenarios: 1000, workers: 3, pods: 10, long: 40 * time.Second})
	for b.Loop() {
		b.ReportMetric(float64(len(render(b, run)))/1e6, "MB")
	}
}

func TestNoSpanIsNegative(t *testing.T) {
	for d, want := range map[time.Duration]string{-37 * time.Millisecond: "0s", 37 * time.Millisecond: "37ms", -2 * time.Hour: "0s"} {
		if got := span(d); got != want {
			t.Errorf("%s is shown as %s, want %s", d, got, want)
		}
	}
}
