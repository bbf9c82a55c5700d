package input_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// document has a field of each type that our files use.
type document struct {
	Due   time.Time             `yaml:"due" json:"due"`
	Shown bool                  `yaml:"shown" json:"shown"`
	Late  struct{ Per float64 } `yaml:"late" json:"late"`
	Grace time.Duration         `yaml:"grace" json:"grace"`
	Names []string              `yaml:"names" json:"names"`
	Count int                   `yaml:"count" json:"count"`
}

// leak matches words that only Go programmers understand.
var leak = regexp.MustCompile(`unmarshal|!!|struct|time\.|float64|\bint\b|\[\]|type |Go |yaml:|json:|input_test`)

func TestYAMLErrorsAreForPeople(t *testing.T) {
	rows := map[string]string{
		"dueto: x":                           `f:1: unknown key "dueto"`,
		"shown: maybe":                       `f:1: expected true or false, found "maybe"`,
		"late: 10":                           `f:1: expected keys with values, found "10"`,
		"late: {per: ten}":                   `f:1: expected a number, found "ten"`,
		"late:\n  perday: 1":                 `f:2: unknown key "perday"`,
		"grace: soon":                        `f:1: expected a duration, as 15m, found "soon"`,
		"names: ada":                         `f:1: expected a list, found "ada"`,
		"shown: true\ndue: 2026-11-20T17:00": `f:2: "2026-11-20T17:00" is no time; write one with seconds`,
		"count: [1]":                         `f:1: expected a whole number, found a list`,
		"due: soon":                          `f:1: "soon" is no time; write one with seconds and its zone, as 2026-11-20T17:00:00+01:00`,
		"count: 1\ncount: 2":                 `f:2: key "count" stands in line 1 already`,
		"a: b: c":                            "f: mapping values are not allowed in this context",
		"count: 99999999999999999999":        `f:1: expected a whole number, found "9999999..."`,
	}
	for text, want := range rows {
		decoder := yaml.NewDecoder(strings.NewReader(text))
		decoder.KnownFields(true)
		err := decoder.Decode(&document{})
		if err == nil {
			t.Errorf("%q is taken", text)
			continue
		}
		got := input.Join(input.YAML("f", []byte(text), err)).Error()
		if !strings.HasPrefix(got, want) || leak.MatchString(got) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestJSONErrorsAreForPeople(t *testing.T) {
	rows := map[string]string{
		`{"shown": "yes"}`: `"shown": expected true or false, found text`,
		`{"names": {}}`:    `"names": expected a list, found keys with values`,
		`{"count": "x"}`:   `"count": expected a whole number, found text`,
		`[]`:               `expected keys with values, found a list`,
		`{"due": "soon"}`:  `"soon" is no time`,
		`{"count": 1.5}`:   `"count": expected a whole number, found a number 1.5`,
		`{"count": 1`:      `not JSON at byte 11: it ends too early`,
		`{count: 1}`:       `not JSON at byte 2: 'c' cannot stand there`,
	}
	for text, want := range rows {
		err := json.Unmarshal([]byte(text), &document{})
		if err == nil {
			t.Errorf("%q is taken", text)
			continue
		}
		if got := input.JSON(err); !strings.HasPrefix(got, want) || leak.MatchString(got) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
