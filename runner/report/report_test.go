package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/gherkube/gherkube/runner/model"
	"github.com/gherkube/gherkube/runner/record"
)

var update = flag.Bool("update", false, "write the golden files")

// TestReports shows every captured record in every format: the files of
// testdata/golden are what people and their tools get.
func TestReports(t *testing.T) {
	records, err := filepath.Glob("testdata/records/*/plan.json")
	if err != nil || len(records) == 0 {
		t.Fatalf("no captured records: %v", err)
	}
	for _, path := range records {
		dir := filepath.Dir(path)
		for _, name := range Names() {
			t.Run(filepath.Base(dir)+"/"+name, func(t *testing.T) {
				golden(t, filepath.Base(dir)+"."+name, show(t, dir, name))
			})
		}
	}
}

// fold reads a captured record.
func fold(t *testing.T, dir string) *model.Run {
	t.Helper()
	kept, err := record.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return model.Fold(kept)
}

// show is a report with the closing lines that come with it.
func show(t *testing.T, dir, name string) []byte {
	t.Helper()
	run := fold(t, dir)
	var out bytes.Buffer
	if err := Replay(run, formats[name].view(&out, Style{})); err != nil {
		t.Fatal(err)
	}
	if formats[name].human {
		if err := Closing(&out, run); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
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
		t.Fatalf("%v: run go test ./runner/report -update", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the golden file says; look, and run go test ./runner/report -update:\n%s", name, got)
	}
}

func TestColourIsOnlyAdded(t *testing.T) {
	run := fold(t, "testdata/records/mixed")
	var plain, coloured bytes.Buffer
	for out, style := range map[*bytes.Buffer]Style{&plain: {}, &coloured: {Color: true}} {
		if err := Replay(run, newPretty(out, style)); err != nil {
			t.Fatal(err)
		}
	}
	bare := renditions.ReplaceAll(coloured.Bytes(), nil)
	if !bytes.Equal(bare, plain.Bytes()) || bytes.Equal(coloured.Bytes(), plain.Bytes()) {
		t.Errorf("coloured:\n%s", coloured.Bytes())
	}
}
