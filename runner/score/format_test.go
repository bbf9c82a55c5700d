package score

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// readers are those who may read a format.
var readers = map[reader]map[string]Style{
	asked:       {"instructor": {}, "student": {Student: true}},
	instructors: {"instructor": {}},
	students:    {"student": {}, "published": {Moment: Moment{Published: true}}},
}

// TestFormats shows a class in every format to those who may read it: the files
// of testdata/golden are what people and programs get.
func TestFormats(t *testing.T) {
	for _, f := range Formats {
		for name, style := range readers[f.reader] {
			if !f.Single {
				golden(t, f, "class-"+name, class(), style)
				continue
			}
			for _, r := range class() {
				golden(t, f, r.Student+"-"+name, []Result{r}, style)
			}
		}
	}
}

func golden(t *testing.T, f Format, name string, results []Result, style Style) {
	t.Run(f.Name+"/"+name, func(t *testing.T) {
		got := write(t, f, results, style)
		path := filepath.Join("testdata", "golden", name+"."+f.Name)
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: run go test ./runner/score -update", err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the golden file says; look, and run go test ./runner/score -update:\n%s", path, got)
		}
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
