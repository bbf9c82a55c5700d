package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps/event"
)

// long makes a failed scenario long in every way.
func long(run *model.Run) *model.Scenario {
	s := run.Scenarios[0]
	passed := *s.Steps[0]
	for range 30 {
		s.Steps = append([]*model.Step{&passed}, s.Steps...)
	}
	for i := range 60 {
		s.Notes = append(s.Notes, model.Note{Kind: string(event.Evidence), Text: fmt.Sprintf("line %d of the evidence", i)})
	}
	s.Notes = append(s.Notes, diagnosed(strings.Repeat("a line of a log\n", 100)))
	step := s.FailedStep()
	step.Message = "expected the reason\n" + strings.Repeat("파드가 없다 and the pod is Pending ", 40) + "\x1b]0;title\x07" + strings.Repeat("\nanother line", 40)
	run.Scenarios = run.Scenarios[:1]
	return s
}

// TestAFailedScenarioFitsOnAScreen draws it at 80x24, with its closing lines.
func TestAFailedScenarioFitsOnAScreen(t *testing.T) {
	run := fold(t, "testdata/records/mixed")
	s := long(run)
	if s.Steps[len(s.Steps)-1].Outcome == record.Passed {
		t.Fatal("the scenario passed")
	}
	var out bytes.Buffer
	style := Style{Width: 80, Height: 24, Record: func() string { return "record" }}
	if err := Replay(run, formats["pretty"].on(&out, style)); err != nil {
		t.Fatal(err)
	}
	if err := Closing(&out, run); err != nil {
		t.Fatal(err)
	}
	shown := out.String()
	if rows := terminal.Rows(shown, 80); rows > 22 { // the path of the record and the prompt follow
		t.Errorf("%d rows:\n%s", rows, shown)
	}
	for _, want := range []string{"Then I fail", "expected the reason", "gherkube show record " + s.ID, "Evidence (1", "Repeat: "} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is missing:\n%s", want, shown)
		}
	}
	if strings.Contains(shown, "of the evidence") || strings.Contains(shown, "of a log") || strings.Contains(shown, "\x1b") {
		t.Errorf("evidence or a control character:\n%q", shown)
	}
}
