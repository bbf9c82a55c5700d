package run_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// Control characters in features and clusters are escaped in every format for
// people, so that they cannot control a terminal.
func TestControlCharactersAreShown(t *testing.T) {
	evil := "\x1b[2J\x1b]0;owned\x07\u202e\u009b"
	words := &trial.Vocabulary{Before: func() error { return errors.New("saw " + evil) }}
	o := executed(t, t.Context(), "Feature: f"+evil+"\n  Scenario: s"+evil+"\n    Then I pass\n", func(o *run.Options) {
		o.Vocabulary, o.Retry = words, 1
		o.Formats = []string{"pretty", "progress:dots"}
	})
	for name, text := range map[string]string{"standard output": o.stdout, "standard error": o.stderr, "a file": read(t, "dots")} {
		if i := strings.IndexFunc(text, acts); i >= 0 {
			t.Errorf("%s has %q", name, text[i:])
		}
	}
	if want := `\x1b[2J\x1b]0;owned\x07\u202e\u009b`; !strings.Contains(o.stdout, "s"+want) || !strings.Contains(read(t, "dots"), "saw "+want) {
		t.Errorf("not shown: %s", o.stdout)
	}
}

func acts(r rune) bool {
	return r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
}
