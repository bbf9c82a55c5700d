package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/steps/event"
)

// diagnosed returns the note of a scenario's diagnostics: a log, and one that could not
// be read.
func diagnosed(log string) model.Note {
	data, err := json.Marshal([]diagnostics.Item{
		{Kind: diagnostics.Log, Object: "web", Container: "nginx", Text: log},
		{Kind: diagnostics.Journal, Unit: "kubelet", Node: "worker-1", Missing: "no answer within 3s"},
	})
	if err != nil {
		panic(err)
	}
	return model.Note{Kind: string(event.Diagnostics), Data: data}
}

func TestDiagnosticsAreShownInFullOnlyByShow(t *testing.T) {
	run := fold(t, "testdata/records/mixed")
	s := run.Scenarios[0]
	s.Notes = append(s.Notes, diagnosed("the port is taken\n\x1b]0;title\x07"))
	run.Scenarios = run.Scenarios[:1]
	var shown, ran bytes.Buffer
	if err := Scenario(&shown, s, Style{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Diagnostics", "log of container nginx of pod web", "the port is taken", "journal of kubelet on worker-1", "(no answer within 3s)"} {
		if !strings.Contains(shown.String(), want) {
			t.Errorf("show does not say %q:\n%s", want, shown.String())
		}
	}
	if err := Replay(run, formats["pretty"].on(&ran, Style{Record: func() string { return "record" }})); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(ran.String(), "gherkube show record "+s.ID) || !strings.Contains(ran.String(), "journal of kubelet on worker-1") || strings.Contains(ran.String(), "the port is taken") {
		t.Errorf("a run shows:\n%s", ran.String())
	}
}

// TestDiagnosticsAreInNoFormatForPrograms keeps the files for programs small: what is
// in them has been read by people in the record.
func TestDiagnosticsAreInNoFormatForPrograms(t *testing.T) {
	for _, format := range []string{"junit", "cucumber", "messages"} {
		run := fold(t, "testdata/records/mixed")
		run.Scenarios[0].Notes = append(run.Scenarios[0].Notes, diagnosed("the port is taken"))
		var out bytes.Buffer
		if err := Replay(run, formats[format].on(&out, Style{})); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "the port is taken") {
			t.Errorf("%s has the text of a log", format)
		}
	}
}
