//go:build browser

package page_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/labpage"
	"github.com/gherkube/gherkube/runner/internal/live"
	"github.com/gherkube/gherkube/runner/internal/report/page"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/steps"
)

// working is a lab that a student works on: real text, tasks and hints, and a cluster
// that is made up.
type working struct {
	*testing.T
	lab    *lab.Lab
	server *live.Server
	met    int // how many criteria the next check finds met
}

func work(t *testing.T, language string) *working {
	t.Helper()
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	l, err := reader.Load("../../../../labs/service-selector", &steps.Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	content, err := json.Marshal(grading.Live{Cluster: "service-selector", Lab: l.ID, Started: time.Now().Add(-5 * time.Minute)})
	if err == nil {
		err = os.MkdirAll(cluster.StateDir("service-selector"), 0o700)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(cluster.StateDir("service-selector"), "lab.json"), content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	_, so := page.Recorded(t, 1, time.Now())
	w := &working{T: t, lab: l}
	shown, err := labpage.New(t.Context(), labpage.Options{
		Cluster: "service-selector", Lab: l, Language: language,
		Check: func(context.Context) error {
			time.Sleep(time.Second)
			return w.check()
		},
		Trouble:  func(err error) { t.Error(err) },
		Timeline: func() (timeline.Timeline, bool) { return so(time.Now().Add(-15 * time.Second)), true },
	})
	if err != nil {
		t.Fatal(err)
	}
	if w.server, err = live.Listen(0); err != nil {
		t.Fatal(err)
	}
	w.server.Serve(shown)
	t.Cleanup(func() { shown.End(); _ = w.server.Close() })
	return w
}

// check keeps a result, as gherkube lab check does.
func (w *working) check() error {
	r := score.Result{Lab: w.lab.ID, Title: w.lab.Title, Gradable: true, Total: w.lab.Total(), Finished: time.Now()}
	for i, c := range w.lab.Criteria {
		judged := score.Criterion{Criterion: c, Verdict: verdict.Passed, Earned: c.Points}
		if i >= w.met {
			judged = score.Criterion{Criterion: c, Verdict: verdict.Failed, Feedback: c.Feedback, Sentence: "Then hidden-sentence",
				Message: "expected pod \"client\" to get \"orders says hello\" from \"http://orders\" within 15s\n     saw: no answer: curl: (7) Failed to connect to orders port 80 after 3 ms: Could not connect to server\n   since: 10:03:12.4 (15.2s)"}
		}
		r.Criteria = append(r.Criteria, judged)
	}
	running, err := grading.ReadLive("service-selector")
	if err != nil {
		return err
	}
	return running.KeepCheck(r)
}

// TestAStudentWorksBesideThePage reads, checks by the button and elsewhere, and buys
// hints.
func TestAStudentWorksBesideThePage(t *testing.T) {
	w := work(t, "en")
	b := page.Visit(t, w.server.URL(), 1280, 900, false)
	b.MustBe(title, `"A Service that finds nobody"`)
	b.MustBe(`document.querySelectorAll(".task-card").length`, "2")
	b.MustBe(`document.querySelectorAll(".criteria li").length`, "0")
	b.Eventually(`document.querySelectorAll(".lane").length > 3`, "true")
	b.Judge()
	b.Picture("lab-begun")

	b.Click("#check")
	b.Eventually(`document.querySelector("#check").textContent.startsWith("Checking for")`, "true")
	b.Eventually(`document.querySelectorAll(".criteria .o-failed").length`, "5")
	b.MustBe(`document.querySelector("#said").textContent.includes("0 of 8 points")`, "true")
	b.MustBe(`document.querySelector("#tasks .remarks").textContent`, `"3 criteria worth 4 points are hidden"`)
	b.MustBe(`document.body.textContent.includes("hidden-sentence") || document.body.textContent.includes("Nobody else answers for the app")`, "false")
	b.Judge()
	b.Picture("lab-checked")

	// The price comes first, and Escape leaves the hint.
	b.Click("#task-1 .ask")
	b.MustBe(`document.querySelector("#price-1-1").textContent.includes("costs nothing")`, "true")
	b.MustBe(`document.activeElement.className`, `"take main"`)
	b.Press("Escape")
	b.MustBe(`document.querySelector("#price-1-1").hidden`, "true")
	b.MustBe(`document.querySelectorAll(".hint").length`, "0")
	b.Click("#task-1 .ask")
	b.Click("#task-1 .take")
	b.Eventually(`document.activeElement.id`, `"hint-1-1"`)
	b.MustBe(`document.querySelector("#hint-1-1").textContent.includes("Look at its endpoints")`, "true")
	b.Click("#task-1 .ask")
	b.MustBe(`document.querySelector("#price-1-2").textContent.includes("costs 1 point")`, "true")
	b.MustBe(`document.body.textContent.includes("Compare the selector")`, "false")
	b.Judge()
	b.Act(`document.querySelector("#price-1-2").scrollIntoView({ block: "center" })`)
	b.Picture("lab-price")

	// A check elsewhere shows here, and the price stays open.
	w.met = 2
	if err := w.check(); err != nil {
		t.Fatal(err)
	}
	b.Eventually(`document.querySelectorAll(".criteria .o-passed").length`, "2")
	b.MustBe(`document.querySelector("#price-1-2").hidden`, "false")

	// By keyboard alone.
	b.Act(`document.activeElement.blur()`)
	w.met = 8
	b.Press("c")
	b.Eventually(`document.querySelectorAll(".criteria .o-passed").length`, "5")
	b.Judge()
	b.Act(`document.querySelector(".tl").scrollIntoView()`)
	b.Picture("lab-cluster")
	b.Quiet()
}

// TestTheLabPageLooksRight looks at a lab on screens of all sizes, in both languages.
func TestTheLabPageLooksRight(t *testing.T) {
	for _, language := range []string{"en", "ko"} {
		w := work(t, language)
		w.met = 1
		if err := w.check(); err != nil {
			t.Fatal(err)
		}
		for _, v := range []struct {
			width int
			dark  bool
		}{{1280, false}, {800, false}, {400, false}, {1280, true}, {400, true}} {
			b := page.Visit(t, w.server.URL(), v.width, 900, v.dark)
			b.Act(`document.querySelector("#task-2 .ask").click()`)
			b.Judge()
			b.Picture(fmt.Sprintf("lab-%s-%d-%v", language, v.width, v.dark))
			b.Act(`document.querySelector("#task-1").scrollIntoView()`)
			b.Picture(fmt.Sprintf("lab-%s-%d-%v-tasks", language, v.width, v.dark))
			b.Quiet()
		}
	}
}

// TestALabPageThatHasEndedSaysSo ends the page, as an interruption of its command does.
func TestALabPageThatHasEndedSaysSo(t *testing.T) {
	w := work(t, "en")
	b := page.Visit(t, w.server.URL(), 1280, 900, false)
	if err := os.RemoveAll(cluster.StateDir("service-selector")); err != nil {
		t.Fatal(err)
	}
	b.Eventually(`document.querySelector(".ended")?.textContent.includes("gherkube lab show service-selector --ui")`, "true")
	b.MustBe(`document.querySelector("#check").disabled && document.querySelectorAll(".task-card").length === 2`, "true")
	b.Judge()
}
