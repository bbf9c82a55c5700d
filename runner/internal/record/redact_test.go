package record

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestWhatIsHiddenIsNeverStructure redacts words that the record's structure uses:
// students choose the contents of Secrets.
func TestWhatIsHiddenIsNeverStructure(t *testing.T) {
	hide := strings.NewReplacer(`","node":"`, "x", "failed", "x", "kind", "x", "worker-1", "x").Replace
	e := Event{
		Type: Noted, Outcome: Failed, Text: "it failed",
		Data: json.RawMessage(`{"kind":"kubelet","node":"worker-1","n":12345678901234567,"all":["kind",{"deep":"worker-1"}]}`),
	}.Redacted(hide)
	if want := `{"all":["x",{"deep":"x"}],"kind":"kubelet","n":12345678901234567,"node":"x"}`; string(e.Data) != want || e.Text != "it x" || e.Outcome != Failed {
		t.Errorf("%s, %+v", e.Data, e)
	}
	if e := (Event{Text: "x"}).Redacted(hide); e.Data != nil {
		t.Errorf("%q", e.Data)
	}
}
