package report

import (
	"bytes"
	"path/filepath"
	"testing"

	"gotest.tools/v3/golden"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// TestReports compares every captured record in every format with the golden files
// in testdata/golden.
func TestReports(t *testing.T) {
	records, err := filepath.Glob("testdata/records/*/plan.json")
	if err != nil || len(records) == 0 {
		t.Fatalf("no captured records: %v", err)
	}
	for _, path := range records {
		dir := filepath.Dir(path)
		for _, name := range Names() {
			if name == "html" {
				continue // package page looks at it, in a browser, too
			}
			t.Run(filepath.Base(dir)+"/"+name, func(t *testing.T) {
				golden.Assert(t, string(show(t, dir, name)), filepath.Join("golden", filepath.Base(dir)+"."+name))
			})
		}
	}
}

// fold returns the model of a captured record.
func fold(t *testing.T, dir string) *model.Run {
	t.Helper()
	kept, err := record.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return model.Fold(kept)
}

// show returns a report with its closing lines.
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

func TestColourIsOnlyAdded(t *testing.T) {
	run := fold(t, "testdata/records/mixed")
	var plain, coloured bytes.Buffer
	for out, style := range map[*bytes.Buffer]Style{&plain: {}, &coloured: {Color: true}} {
		if err := Replay(run, formats["pretty"].on(out, style)); err != nil {
			t.Fatal(err)
		}
	}
	bare := renditions.ReplaceAll(coloured.Bytes(), nil)
	if !bytes.Equal(bare, plain.Bytes()) || bytes.Equal(coloured.Bytes(), plain.Bytes()) {
		t.Errorf("coloured:\n%s", coloured.Bytes())
	}
}
