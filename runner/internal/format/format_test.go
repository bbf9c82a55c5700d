package format_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/input"
)

var choice = format.Choice{Names: []string{"a", "b"}, Aliases: map[string]string{"c": "b"}, Standard: "a"}

func TestFormats(t *testing.T) {
	rows := []struct {
		values []string
		want   []format.Spec
		wrong  string
	}{
		{nil, []format.Spec{{Name: "a"}}, ""},
		{[]string{"b"}, []format.Spec{{Name: "b"}}, ""},
		{[]string{"c:f"}, []format.Spec{{"b", "f"}, {Name: "a"}}, ""},
		{[]string{"b", "a:f:g"}, []format.Spec{{Name: "b"}, {"a", "f:g"}}, ""},
		{[]string{"d"}, nil, `there is no format "d"; choose of a, b`},
		{[]string{"a:"}, nil, "the file's name is missing"},
		{[]string{"a", "b"}, nil, "a goes to standard output already; send one to a file, as a:FILE"},
		{[]string{"a:f", "b:f"}, nil, "a goes to that file already"},
		{[]string{"a:f", "b:./f"}, nil, "a goes to that file already"},
		{[]string{"a:f", "b:" + absolute("f")}, nil, "a goes to that file already"},
	}
	for _, row := range rows {
		t.Run(strings.Join(row.values, " "), func(t *testing.T) {
			specs, err := choice.Parse(row.values)
			if !slices.Equal(specs, row.want) || (err != nil) != (row.wrong != "") {
				t.Errorf("%v, %v", specs, err)
			}
			if err != nil && (!input.Is(err) || !strings.Contains(err.Error(), row.wrong)) {
				t.Error(err)
			}
		})
	}
}

func absolute(path string) string {
	whole, err := filepath.Abs(path)
	if err != nil {
		panic(err)
	}
	return whole
}

func TestPlaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	var stdout bytes.Buffer
	places, err := format.Open([]format.Spec{{Name: "a"}, {Name: "b", File: path}}, &stdout)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range places.Writers {
		if _, err := io.WriteString(w, string(rune('x'+i))); err != nil {
			t.Fatal(err)
		}
	}
	closed := places.Close()
	content, err := os.ReadFile(path)
	if closed != nil || err != nil || stdout.String() != "x" || string(content) != "y" {
		t.Errorf("%q, %q, %v", stdout.String(), content, err)
	}
	if _, err := format.Open([]format.Spec{{Name: "b", File: filepath.Join(path, "g")}}, &stdout); !input.Is(err) {
		t.Errorf("a file below a file: %v", err)
	}
}
