// Package duration parses the durations in sentences.
package duration

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Pattern matches a duration: a number with a unit, or the node grace period,
// optionally with more seconds. The grace period is the time after which Kubernetes
// marks a silent node.
const Pattern = `(\d+(?:\.\d+)?(?:ms|s|m)|the node grace period(?: and \d+s)?)`

// Korean matches a duration in Korean.
const Korean = `(\d+(?:\.\d+)?(?:밀리초|초|분)|노드 유예 시간(?:과 \d+초)?)`

const gracePhrase = "the node grace period"

// Longest is the longest duration that a sentence may have. A scenario does not wait for
// days: a longer duration is a typo.
const Longest = 24 * time.Hour

// Units describes the units and the longest duration to authors.
const Units = "durations are numbers with ms, s or m (milliseconds, seconds, minutes), at most 1440m, which is 24 hours"

// Parse parses what Pattern matches. grace returns the node grace period.
func Parse(text string, grace func() (time.Duration, error)) (time.Duration, error) {
	more, ofGrace := strings.CutPrefix(text, gracePhrase)
	if !ofGrace {
		return bounded(text)
	}
	base, err := grace()
	if err != nil || more == "" {
		return base, err
	}
	extra, err := bounded(strings.TrimPrefix(more, " and "))
	return base + extra, err
}

func bounded(text string) (time.Duration, error) {
	d, err := time.ParseDuration(text)
	if err != nil {
		return 0, fmt.Errorf("duration %q: %s", text, Units)
	}
	if d > Longest {
		return 0, fmt.Errorf("duration %q is too long: %s", text, Units)
	}
	return d, nil
}

var (
	wholeKorean = regexp.MustCompile("^" + Korean + "$")
	words       = strings.NewReplacer("노드 유예 시간", gracePhrase, "과 ", " and ", "밀리초", "ms", "초", "s", "분", "m")
)

// English translates a Korean duration into English. It returns other words unchanged.
func English(word string) string {
	if !wholeKorean.MatchString(word) {
		return word
	}
	return words.Replace(word)
}

var korean = strings.NewReplacer(gracePhrase, "노드 유예 시간", " and ", "과 ", "ms", "밀리초", "s", "초", "m", "분")

// InKorean translates an English duration into Korean.
func InKorean(text string) string { return korean.Replace(text) }
