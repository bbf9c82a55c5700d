package report

import (
	"bytes"
	"strings"
	"testing"
)

// TestRulesAreNamed checks two scenarios with the same name in different rules.
func TestRulesAreNamed(t *testing.T) {
	run := fold(t, "testdata/records/mixed")
	first, second := run.Scenarios[0], run.Scenarios[1]
	second.File, second.Name = first.File, first.Name
	first.Rule, second.Rule = "By day", "By night"
	for format, want := range map[string][]string{
		"pretty": {"Rule: By day\n", "Rule: By night\n"},
		"junit":  {`name="By day - ` + first.Name, `name="By night - ` + first.Name},
	} {
		var out bytes.Buffer
		if err := Replay(run, formats[format].view(&out, Style{})); err != nil {
			t.Fatal(err)
		}
		for _, line := range want {
			if strings.Count(out.String(), line) != 1 {
				t.Errorf("%s has %q %d times:\n%s", format, line, strings.Count(out.String(), line), out.String())
			}
		}
	}
}
