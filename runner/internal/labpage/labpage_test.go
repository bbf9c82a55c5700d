package labpage_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/runner/internal/labpage"
	"github.com/gherkube/gherkube/runner/internal/live"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/steps"
)

// desk is the page of a lab that runs as files on this machine only.
type desk struct {
	*testing.T
	lab     *lab.Lab
	page    *labpage.Page
	server  *live.Server
	checks  atomic.Int32
	checked func() error
	told    atomic.Value
}

// loaded are the labs that tests have read. Reading one takes long.
var loaded = map[string]*lab.Lab{}

func load(t *testing.T, dir string) *lab.Lab {
	t.Helper()
	if loaded[dir] == nil {
		l, err := reader.Load(dir, &steps.Vocabulary{})
		if err != nil {
			t.Fatal(err)
		}
		loaded[dir] = l
	}
	return loaded[dir]
}

func open(t *testing.T, dir, language string) *desk {
	t.Helper()
	return openLab(t, load(t, dir), language)
}

func openLab(t *testing.T, l *lab.Lab, language string) *desk {
	t.Helper()
	t.Cleanup(xdg.Reload) // after Setenv's own
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	if err := os.MkdirAll(cluster.StateDir("dev"), 0o700); err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, lab: l, checked: func() error { return nil }}
	d.write(grading.Live{
		Cluster: "dev", Lab: l.ID, Student: "ada", Started: time.Now().Add(-3 * time.Minute),
		Outputs: map[string]string{"secret-name": "secret-output"}, Ailments: []string{"secret-ailment"},
		Faults: []faults.Released{{Fault: faults.Spec{Kind: "secret-fault", Node: "secret-node"}}},
	})
	var err error
	d.page, err = labpage.New(t.Context(), labpage.Options{
		Cluster: "dev", Lab: l, Language: language,
		Check:    func(context.Context) error { d.checks.Add(1); return d.checked() },
		Trouble:  func(err error) { d.told.Store(err.Error()) },
		Timeline: func() (timeline.Timeline, bool) { return timeline.Timeline{}, false },
	})
	if err != nil {
		t.Fatal(err)
	}
	if d.server, err = live.Listen(0); err != nil {
		t.Fatal(err)
	}
	d.server.Serve(d.page)
	t.Cleanup(func() { d.page.End(); _ = d.server.Close() })
	return d
}

func (d *desk) write(running grading.Live) {
	d.Helper()
	content, err := json.Marshal(running)
	if err == nil {
		err = os.WriteFile(filepath.Join(cluster.StateDir("dev"), "lab.json"), content, 0o600)
	}
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) running() *grading.Live {
	d.Helper()
	running, err := grading.ReadLive("dev")
	if err != nil {
		d.Fatal(err)
	}
	return running
}

// ask returns the status and the body of an answer.
func (d *desk) ask(method, what string) (int, string) {
	d.Helper()
	r, err := http.NewRequestWithContext(d.Context(), method, d.server.URL()+what, nil)
	if err != nil {
		d.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		d.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		d.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

func (d *desk) until(what string) {
	d.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		_, body := d.ask(http.MethodGet, "")
		if strings.Contains(body, what) {
			return
		}
		if time.Now().After(end) {
			d.Fatalf("the page does not say %q", what)
		}
	}
}

// result is a check in which no criterion is met.
func (d *desk) result() score.Result {
	r := score.Result{Lab: d.lab.ID, Title: d.lab.Title, Gradable: true, Total: d.lab.Total(), Finished: time.Now()}
	for _, c := range d.lab.Criteria {
		r.Criteria = append(r.Criteria, score.Criterion{Criterion: c, Verdict: verdict.Failed, Message: "expected it to work\n     saw: it does not\n   since: 10:00:01.0 (3s)", Feedback: c.Feedback})
	}
	return r
}

const someLab = "../../../labs/service-selector"

func TestThePageHasTextTasksAndTime(t *testing.T) {
	d := open(t, someLab, "ko")
	_, body := d.ask(http.MethodGet, "")
	for _, want := range []string{`<html lang="ko">`, "<h1>아무도 찾지 못하는 서비스</h1>", "과제 1: 서비스가 파드를 찾게 하기", "/ 8분", "8점", "아직 확인하지 않음", "아직 클러스터 없음"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(body, "${") && strings.Contains(body, "${team}") {
		t.Error("a placeholder is not filled in")
	}
}

// TestACheckFromAnywhereIsShown keeps the result of a check as another process does.
func TestACheckFromAnywhereIsShown(t *testing.T) {
	d := open(t, someLab, "en")
	before := d.page.Advance(false)
	if again := d.page.Advance(false); again != before {
		t.Errorf("version %d follows %d without a change", again, before)
	}
	if err := d.running().KeepCheck(d.result()); err != nil {
		t.Fatal(err)
	}
	if d.page.Advance(false) == before {
		t.Error("the check makes no new version")
	}
	_, body := d.ask(http.MethodGet, "changes?since=1")
	for _, want := range []string{"The Service answers the client", "it to work", "it does not", "0 of 8 points", "3 criteria worth 4 points are hidden"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestTheButtonChecksOneAtATime(t *testing.T) {
	d := open(t, someLab, "en")
	wait := make(chan struct{})
	d.checked = func() error { <-wait; return errors.New("secret: no engine") }
	for range 3 {
		if status, _ := d.ask(http.MethodPost, "check"); status != http.StatusNoContent {
			t.Errorf("status %d", status)
		}
	}
	d.until("Checking for")
	close(wait)
	d.until("The check could not be made")
	if _, body := d.ask(http.MethodGet, ""); strings.Contains(body, "no engine") || d.checks.Load() != 1 || d.told.Load() != "the check could not be made: secret: no engine" {
		t.Errorf("%d checks; the terminal is told %v", d.checks.Load(), d.told.Load())
	}
}

// TestAHintHasItsPriceFirst buys the hints of a task, and none that was not shown.
func TestAHintHasItsPriceFirst(t *testing.T) {
	d := open(t, someLab, "en")
	_, body := d.ask(http.MethodGet, "")
	if !strings.Contains(body, "This hint costs nothing") || strings.Contains(body, "Look at its endpoints") {
		t.Error("the price is not shown, or the hint is")
	}
	for _, wrong := range []string{"hint", "hint?task=1&number=2", "hint?task=9&number=1", "hint?task=1", "hint?task=x&number=1"} {
		if status, _ := d.ask(http.MethodPost, wrong); status != http.StatusConflict {
			t.Errorf("%s: status %d", wrong, status)
		}
	}
	for number, want := range []string{"Look at its endpoints", "Compare the selector", "Only one pair"} {
		if status, _ := d.ask(http.MethodPost, "hint?task=1&number="+string(rune('1'+number))); status != http.StatusNoContent {
			t.Errorf("hint %d: status %d", number+1, status)
		}
		if _, body = d.ask(http.MethodGet, ""); !strings.Contains(body, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
	if bought := d.running().Hints; len(bought) != 3 || bought[2].Cost != 2 || !strings.Contains(body, "no more hints for this task") {
		t.Errorf("bought %v", bought)
	}
}

func TestAStateThatCannotBeReadIsToldOnce(t *testing.T) {
	d := open(t, someLab, "en")
	d.page.Advance(false)
	if err := os.WriteFile(filepath.Join(cluster.StateDir("dev"), "checked.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, body := d.ask(http.MethodGet, ""); !strings.Contains(body, "Let the Service find its pods") || strings.Contains(body, "damaged") {
		t.Error("the page does not keep what was known, or says what is for the terminal")
	}
	said, _ := d.told.Load().(string)
	if !strings.HasPrefix(said, "the page shows an older state: the last check on cluster dev: damaged") {
		t.Errorf("told %q", said)
	}
	d.told.Store("")
	if d.page.Advance(false); d.told.Load() != "" {
		t.Errorf("told again: %v", d.told.Load())
	}
}

// TestTitlesAreThoseOfTheText has a section in the text that belongs to no task.
func TestTitlesAreThoseOfTheText(t *testing.T) {
	l := *load(t, someLab)
	l.Texts = slices.Clone(l.Texts)
	for i := range l.Texts {
		l.Texts[i].Content += "\n## 참고\n\n없음\n"
	}
	d := openLab(t, &l, "ko")
	if _, body := d.ask(http.MethodGet, ""); !strings.Contains(body, "서비스가 파드를 찾게 하기") || strings.Contains(body, "Let the Service find its pods") {
		t.Error("the titles of tasks are not those of the Korean text")
	}
}

func TestAPageOutlivesItsLab(t *testing.T) {
	d := open(t, someLab, "en")
	d.page.Advance(false)
	if err := os.RemoveAll(cluster.StateDir("dev")); err != nil {
		t.Fatal(err)
	}
	if _, body := d.ask(http.MethodGet, "changes?since=1"); !strings.Contains(body, "data-ended") || !strings.Contains(body, "Let the Service find its pods") {
		t.Error("the page does not keep what was known, and say that it has ended")
	}
}
