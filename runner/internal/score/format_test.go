package score

import (
	"bytes"
	"path/filepath"
	"regexp"
	"testing"

	"gotest.tools/v3/golden"
)

// readers are the readers who may use a format.
var readers = map[reader]map[string]Style{
	asked:       {"instructor": {}, "student": {Student: true}},
	instructors: {"instructor": {}},
	students:    {"student": {}, "published": {Moment: Moment{Published: true}}},
}

// TestFormats compares a class in every format and for every reader with the golden
// files in testdata/golden. A student sees no other student's results.
func TestFormats(t *testing.T) {
	for _, f := range Formats {
		for name, style := range readers[f.reader] {
			if !f.Single && !style.Student {
				compare(t, f, "class-"+name, class(), style)
				continue
			}
			for _, r := range class() {
				compare(t, f, r.Student+"-"+name, []Result{r}, style)
			}
		}
	}
}

// unstyled matches the style sheet of a page, and its hash.
var unstyled = regexp.MustCompile(`(?s)<style>.*?</style>|&#39;sha256-.+?&#39;`)

func compare(t *testing.T, f Format, name string, results []Result, style Style) {
	t.Helper()
	t.Run(f.Name+"/"+name, func(t *testing.T) {
		golden.Assert(t, unstyled.ReplaceAllString(string(write(t, f, results, style)), ""), filepath.Join("golden", name+"."+f.Name))
	})
}

func write(t *testing.T, f Format, results []Result, style Style) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out, results, style); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
