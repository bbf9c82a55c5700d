package page

import (
	"strconv"
	"time"

	"github.com/gherkube/gherkube/fixtures/clock"
)

// scale maps times to percentages of a timeline's width, so that the browser can
// stretch a drawing without changing it.
type scale struct {
	from  time.Time
	total time.Duration
}

// share returns a time as a part of the whole, from 0 to 1.
func (s scale) share(t time.Time) float64 {
	if s.total <= 0 {
		return 0
	}
	return min(1, max(0, float64(t.Sub(s.from))/float64(s.total)))
}

func (s scale) x(t time.Time) string { return percent(s.share(t)) }

func (s scale) width(from, to time.Time) string { return percent(max(0, s.share(to)-s.share(from))) }

func percent(share float64) string {
	return strconv.FormatFloat(share*100, 'f', precision(share), 64) + "%"
}

func precision(share float64) int {
	if share == 0 || share == 1 {
		return 0
	}
	return 2
}

// clock returns a time as people compare it with logs, and since the beginning.
func (s scale) clock(t time.Time) string {
	return clock.Millis(t) + " (" + span(t.Sub(s.from)) + ")"
}

// tick is a label on the time axis.
type tick struct{ X, Text string }

// steps are the distances between ticks.
var distances = []time.Duration{
	time.Millisecond, 2 * time.Millisecond, 5 * time.Millisecond, 10 * time.Millisecond, 20 * time.Millisecond, 50 * time.Millisecond,
	100 * time.Millisecond, 200 * time.Millisecond, 500 * time.Millisecond, time.Second, 2 * time.Second, 5 * time.Second, 10 * time.Second,
	30 * time.Second, time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 30 * time.Minute, time.Hour,
}

// ticks returns at most six ticks. The script makes finer ones when it zooms.
func (s scale) ticks() (all []tick) {
	distance := distances[len(distances)-1]
	for _, d := range distances {
		if s.total <= 6*d {
			distance = d
			break
		}
	}
	for at := time.Duration(0); at < s.total; at += distance {
		if share := float64(at) / float64(s.total); share < 0.93 {
			all = append(all, tick{percent(share), short(at)})
		}
	}
	return all
}

// short formats the time of a tick.
func short(d time.Duration) string {
	switch {
	case d == 0:
		return "0"
	case d < time.Second:
		return strconv.FormatInt(d.Milliseconds(), 10) + "ms"
	case d < time.Minute:
		return strconv.FormatFloat(d.Seconds(), 'f', -1, 64) + "s"
	}
	text := strconv.Itoa(int(d.Minutes())) + "m"
	if rest := d % time.Minute; rest > 0 {
		text += strconv.Itoa(int(rest.Seconds())) + "s"
	}
	return text
}
