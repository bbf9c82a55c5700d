package steps

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// durationPattern is how sentences say how long: a number with a unit, or the
// time after which a silent node is marked, with or without something more.
const durationPattern = `(\d+(?:\.\d+)?(?:ms|s|m)|the node grace period(?: and \d+s)?)`

const gracePhrase = "the node grace period"

// duration reads a duration of a sentence under the cluster's timings.
func (s *scenario) duration(text string) (time.Duration, error) {
	return durationUnder(text, s.cluster.Topology().Timings)
}

// durationUnder reads a duration of a sentence. The node grace period is that of
// the timings profile, plus one round of the controller that looks.
func durationUnder(text string, t cluster.Timings) (time.Duration, error) {
	more, ofGrace := strings.CutPrefix(text, gracePhrase)
	if !ofGrace {
		return time.ParseDuration(text)
	}
	values, err := t.Values()
	if err != nil {
		return 0, err
	}
	grace := values.NodeGracePeriod + values.NodeMonitorPeriod
	if more == "" {
		return grace, nil
	}
	extra, err := time.ParseDuration(strings.TrimPrefix(more, " and "))
	if err != nil {
		return 0, fmt.Errorf("duration %q: %w", text, err)
	}
	return grace + extra, nil
}

// koreanDuration is durationPattern in Korean.
const koreanDuration = `(\d+(?:\.\d+)?(?:밀리초|초|분)|노드 유예 시간(?:과 \d+초)?)`

var (
	wholeKoreanDuration = regexp.MustCompile("^" + koreanDuration + "$")
	durationWords       = strings.NewReplacer("노드 유예 시간", gracePhrase, "과 ", " and ", "밀리초", "ms", "초", "s", "분", "m")
)

// englishDuration turns a Korean duration into an English one, and leaves
// other words alone.
func englishDuration(word string) string {
	if !wholeKoreanDuration.MatchString(word) {
		return word
	}
	return durationWords.Replace(word)
}
