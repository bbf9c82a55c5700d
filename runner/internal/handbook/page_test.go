package handbook

import (
	"reflect"
	"testing"
)

const example = "# Page\n\n<!-- file: web.feature -->\n```gherkin\nFeature: Web\n```\n\n<!-- cluster -->\n\n```console\n$ gherkube run \\\n  web.feature\n1 passed\n" +
	"$ gherkube console\ndev> node worker-1 is Ready\npassed  1.2s\n```\n\nText.\n\n- item\n  ```sh\n  # all\n  make build # it\n  ```\n"

func TestBlocks(t *testing.T) {
	want := []Block{
		{Line: 4, Language: "gherkin", Text: "Feature: Web\n", File: "web.feature"},
		{Line: 10, Language: "console", Cluster: true, Text: "$ gherkube run \\\n  web.feature\n1 passed\n$ gherkube console\ndev> node worker-1 is Ready\npassed  1.2s\n"},
		{Line: 22, Language: "sh", Text: "# all\nmake build # it\n"},
	}
	have := Blocks(example)
	if !reflect.DeepEqual(have, want) {
		t.Fatalf("got %+v", have)
	}
	if have := have[1].Session(); !reflect.DeepEqual(have, []Typed{
		{Line: 11, Command: "gherkube run \\\n  web.feature", Output: "1 passed\n"},
		{Line: 14, Command: "gherkube console", Input: "node worker-1 is Ready\n", Output: "passed  1.2s\n"},
	}) {
		t.Errorf("got %+v", have)
	}
	if have := have[2].Commands(); !reflect.DeepEqual(have, []Typed{{Line: 24, Command: "make build # it"}}) {
		t.Errorf("got %+v", have)
	}
}

func TestDifferent(t *testing.T) {
	for name, row := range map[string]struct{ shown, real, want string }{
		"equal":              {"a\nb\n", "a\nb\n", ""},
		"another":            {"a\nb\n", "a\nc\n", "b"},
		"missing":            {"a\nb\n", "a\n", "b"},
		"more":               {"a\n", "a\nb\n", "the end, instead of: b"},
		"left out":           {"a\n...\nd\n", "a\nb\nc\nd\n", ""},
		"none left out":      {"a\n...\nd\n", "a\nd\n", ""},
		"left out, and none": {"a\n...\nd\n", "a\nb\n", "d"},
		"the rest":           {"a\n...\n", "a\nb\n", ""},
		"within":             {"a ... c\n", "a b c\n", ""},
		"not within":         {"a ... d\n", "a b c\n", "a ... d"},
		"durations":          {"passed  1.2s  x", "passed  471ms  x", ""},
		"whole seconds":      {"  passed 12s  Given x", "  passed   9.1s Given x", ""},
		"other sentences":    {"within 30s x", "within 20s x", "within 30s x"},
		"times and names":    {"12:00:01 web-7887448d46-6g75q in scenario-2x29s", "13:01:00.4 web-5c4f9b7d8-x8k2q in scenario-abcde", "TIME web-POD in NAMESPACE"},
	} {
		if have := Different(row.shown, row.real); (have == "") != (row.want == "") || have != "" && row.want != have {
			t.Errorf("%s: got %q, want %q", name, have, row.want)
		}
	}
}
