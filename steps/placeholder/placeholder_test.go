package placeholder_test

import (
	"slices"
	"testing"

	"github.com/gherkube/gherkube/steps/placeholder"
)

func TestReplace(t *testing.T) {
	values := map[string]string{"port": "8080", "team-a": "red"}
	for text, row := range map[string]struct {
		want      string
		undefined []string
	}{
		"no value":                       {"no value", nil},
		"${port}, ${team-a} and ${port}": {"8080, red and 8080", nil},
		"${port} of ${pod}, ${node}":     {"8080 of ${pod}, ${node}", []string{"pod", "node"}},
		"$port $(port) ${port:-1} ${1}":  {"$port $(port) ${port:-1} ${1}", nil},
	} {
		got, undefined := placeholder.Replace(text, values)
		if got != row.want || !slices.Equal(undefined, row.undefined) {
			t.Errorf("%s: got %q, undefined %v; want %q, %v", text, got, undefined, row.want, row.undefined)
		}
	}
}
