//go:build browser

package page

import (
	"slices"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// What the tests of package page_test use, which may import what imports this package.

// Tab is a page in the browser.
type Tab struct{ *tab }

// Visit opens an address in a window of a size.
func Visit(t *testing.T, url string, width, height int, dark bool) Tab {
	return Tab{visit(t, url, view{width: width, height: height, dark: dark})}
}

func (b Tab) Act(statements string)          { b.T.Helper(); b.act(statements) }
func (b Tab) Click(selector string)          { b.T.Helper(); b.click(selector) }
func (b Tab) Is(expression string) string    { b.T.Helper(); return b.is(expression) }
func (b Tab) MustBe(expression, want string) { b.T.Helper(); b.mustBe(expression, want) }
func (b Tab) Judge()                         { b.T.Helper(); b.judge() }
func (b Tab) Quiet()                         { b.T.Helper(); b.quiet() }
func (b Tab) Press(keys ...string)           { b.T.Helper(); b.press(keys...) }
func (b Tab) Picture(name string)            { b.T.Helper(); b.picture(name) }

// Eventually waits for an expression.
func (b Tab) Eventually(expression, want string) {
	b.T.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if b.is(expression) == want {
			return
		}
	}
	b.mustBe(expression, want)
}

// Recorded returns a record that begins at a time, and what its clusters did until now
// since a time.
func Recorded(t *testing.T, scenarios int, begin time.Time) (*record.Record, func(since time.Time) timeline.Timeline) {
	s := shape{scenarios: scenarios, workers: 3, pods: 10, long: 40 * time.Second, begin: begin}
	return s.record(t), func(since time.Time) timeline.Timeline {
		line, now := s.timeline(since), time.Now()
		line.To = now
		for _, lives := range [][]timeline.Life{line.Nodes, line.Pods} {
			for i := range lives {
				lives[i].States = slices.DeleteFunc(lives[i].States, func(s timeline.State) bool { return s.At.After(now) })
			}
		}
		line.Unseen = slices.DeleteFunc(line.Unseen, func(s timeline.Span) bool { return s.To.After(now) })
		return line
	}
}
