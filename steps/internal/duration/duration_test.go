package duration

import (
	"errors"
	"regexp"
	"testing"
	"time"
)

func grace() (time.Duration, error) { return 6 * time.Second, nil }

func TestParse(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"30s": 30 * time.Second, "1.5m": 90 * time.Second, "200ms": 200 * time.Millisecond, "0s": 0, "1440m": Longest,
		"the node grace period": 6 * time.Second, "the node grace period and 4s": 10 * time.Second,
	} {
		if got, err := Parse(text, grace); err != nil || got != want {
			t.Errorf("%q: got %v, %v", text, got, err)
		}
	}
	for _, wrong := range []string{"99999999999999999999s", "9000000000s", "the node grace period and 9999999999s", "soon", "1441m", "5999940m"} {
		if got, err := Parse(wrong, grace); err == nil {
			t.Errorf("%q is %v", wrong, got)
		}
	}
	if _, err := Parse("the node grace period", func() (time.Duration, error) { return 0, errors.New("no such profile") }); err == nil {
		t.Error("the error of the profile is lost")
	}
}

// FuzzParse parses what the patterns match: the result is never negative, and the same
// in both languages.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"30s", "1.5m", "200ms", "the node grace period and 4s", "30초", "노드 유예 시간과 4초", "1.5분"} {
		f.Add(text)
	}
	english, korean := regexp.MustCompile("^"+Pattern+"$"), regexp.MustCompile("^"+Korean+"$")
	f.Fuzz(func(t *testing.T, text string) {
		if korean.MatchString(text) {
			text = English(text)
			if !english.MatchString(text) {
				t.Fatalf("%q is no English duration", text)
			}
		}
		if !english.MatchString(text) {
			return
		}
		if d, err := Parse(text, grace); err == nil && d < 0 {
			t.Errorf("%q is %v", text, d)
		}
	})
}
