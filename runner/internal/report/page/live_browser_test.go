//go:build browser

package page_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/live"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// going is a run that goes on as far as a test says.
type going struct {
	*testing.T
	follower *live.Follower
	server   *live.Server
	events   []record.Event
	ended    atomic.Int32
}

func begin(t *testing.T, scenarios int) *going {
	rec, cluster := page.Recorded(t, scenarios, time.Now().Add(-15*time.Second))
	g := &going{T: t, follower: live.Follow(rec.Plan), events: rec.Events}
	for _, s := range rec.Plan.Scenarios {
		g.follower.Began(s.ID, func() timeline.Timeline {
			return cluster(time.Now().Add(-15 * time.Second))
		})
	}
	var err error
	if g.server, err = live.Listen(0); err != nil {
		t.Fatal(err)
	}
	run, err := live.NewRun(g.follower, "/records/1/report.html", func() { g.ended.Add(1) })
	if err != nil {
		t.Fatal(err)
	}
	g.server.Serve(run)
	return g
}

// until adds events until the n-th of a type has been added.
func (g *going) until(n int, of record.Type) {
	for len(g.events) > 0 && n > 0 {
		e := g.events[0]
		g.events = g.events[1:]
		g.follower.Add(e)
		if e.Type == of {
			n--
		}
	}
}

const (
	runningCard = `document.querySelector("section[data-group=running] article")`
	title       = `document.querySelector("h1").textContent`
)

// TestAPageGrowsWhileTheRunGoesOn follows a run from its first scenario to its end.
func TestAPageGrowsWhileTheRunGoesOn(t *testing.T) {
	g := begin(t, 10)
	g.until(3, record.StepStarted)
	task := g.follower.Begin("cluster of 1 control plane and 2 workers")
	task.Step("kubeadm init")
	b := page.Visit(t, g.server.URL(), 1280, 900, false)
	b.MustBe(title, `"0 of 10 scenarios done"`)
	b.MustBe(runningCard+`.querySelector(".o-running .num").textContent`, `"3"`)
	b.Eventually(`document.querySelector(".task-now")?.textContent.includes("kubeadm init")`, "true")
	b.MustBe(runningCard+`.querySelectorAll(".lane").length > 3 && `+runningCard+`.querySelector(".over .now") !== null`, "true")
	b.MustBe(`document.querySelectorAll("section[data-group=waiting] li").length`, "9")
	b.Judge()
	b.Picture("live-running")
	task.End(nil)
	b.Eventually(`document.querySelector(".task-now") === null`, "true")

	// What a person did stays while the page changes.
	b.Click(`article .pick[data-step="2"]`)
	b.Click(`article [data-zoom="1"]`)
	b.Click(`article .tools [data-kind=pod]`)
	b.Act(`window.kept = document.querySelector("article .tl")`)
	g.until(1, record.StepStarted)
	b.Eventually(runningCard+`.querySelector(".o-running .num").textContent`, `"4"`)
	b.MustBe(`window.kept === document.querySelector("article .tl") && window.kept.isConnected`, "true")
	b.MustBe(`document.querySelector('article .pick[aria-pressed="true"]').dataset.step`, `"2"`)
	b.MustBe(`document.querySelector("article .canvas").style.width`, `"200%"`)
	b.MustBe(`document.querySelector("article .tools [data-kind=pod]").getAttribute("aria-pressed")`, `"false"`)
	b.MustBe(`[...document.querySelectorAll("article .row[data-kind=pod]")].every((r) => !r.checkVisibility())`, "true")
	b.MustBe(`Number(document.querySelector("article .moment").getAttribute("width").replace("%", "")) > 0`, "true")

	// The fourth scenario fails: it moves to the failures and stays open.
	g.until(4, record.ScenarioStarted)
	b.Eventually(title, `"4 of 10 scenarios done"`)
	b.Eventually(`document.querySelectorAll("section[data-group=failed] article details[open].body").length`, "1")
	b.MustBe(`document.querySelectorAll("section[data-group=passed] article").length`, "3")
	b.MustBe(`document.querySelector(".verdicts [data-verdict=failed] b").textContent`, `"1"`)
	b.MustBe(`document.querySelector("section[data-group=waiting] h2 small").textContent`, `"5"`)
	b.MustBe(`document.body.className`, `"v-failed"`)
	b.MustBe(`document.querySelector("#shown").textContent`, `"10 of 10 shown"`)
	b.Judge()
	b.Picture("live-failed")
	b.Act(`document.querySelector("section[data-group=failed] .tl").scrollIntoView()`)
	b.Judge()

	// One click may be a mistake.
	b.Click("#end")
	b.Eventually(`document.querySelector("#ending").textContent.startsWith("Click again")`, "true")
	if g.ended.Load() > 0 {
		t.Fatal("one click has ended the run")
	}
	b.Click("#end")
	b.Eventually(`document.querySelector("#end").disabled && document.querySelector("#ending").textContent.startsWith("The run is ending")`, "true")
	if g.ended.Load() != 1 {
		t.Fatalf("ended %d times", g.ended.Load())
	}
	g.follower.Add(record.Event{Type: record.RunFinished, At: time.Now(), Text: "interrupted (ended on its page)"})
	start := time.Now()
	if err := g.server.Close(); err != nil {
		t.Error(err)
	}
	if waited := time.Since(start); waited > 4*time.Second {
		t.Errorf("the server waited %s for the page", waited)
	}
	b.Eventually(`document.querySelector(".live.ended")?.textContent.includes("/records/1/report.html")`, "true")
	b.MustBe(`document.querySelectorAll("section[data-group=unreached] li").length`, "5")
	b.MustBe(`document.querySelectorAll("section[data-group=running] article").length`, "0")
	b.Judge()
	b.Picture("live-ended")
	b.Act(`document.querySelectorAll("section[data-group=passed] article summary")[1].click()`)
	b.MustBe(`document.querySelectorAll("section[data-group=passed] article .tl").length > 0`, "true")
	b.Quiet()
}

// TestALivePageLooksRight looks at a running scenario on a small and a dark screen.
func TestALivePageLooksRight(t *testing.T) {
	g := begin(t, 60) // details are in templates
	defer g.server.Close()
	g.until(5, record.ScenarioStarted)
	g.until(3, record.StepStarted)
	for _, v := range []struct {
		width int
		dark  bool
	}{{360, false}, {1280, true}} {
		b := page.Visit(t, g.server.URL(), v.width, 900, v.dark)
		b.Judge()
		b.Picture(fmt.Sprintf("live-%d-%v", v.width, v.dark))
		b.Act(`document.querySelector(".tl").scrollIntoView()`)
		b.Picture(fmt.Sprintf("live-%d-%v-timeline", v.width, v.dark))
		b.Quiet()
	}
}

// TestALostConnectionIsTold ends the server without the run.
func TestALostConnectionIsTold(t *testing.T) {
	g := begin(t, 10)
	g.until(1, record.ScenarioStarted)
	b := page.Visit(t, g.server.URL(), 1280, 900, false)
	b.MustBe(`document.querySelector("#lost").hidden`, "true")
	if err := g.server.Close(); err != nil {
		t.Error(err)
	}
	b.Eventually(`document.querySelector("#lost").hidden`, "false")
	if said := b.Is(`document.querySelector("#lost").textContent`); !strings.Contains(said, "run") {
		t.Errorf("the page says %s", said)
	}
}
