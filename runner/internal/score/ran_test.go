package score

import (
	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
)

// ranAs returns a run with one scenario.
func ranAs(name string, v verdict.Verdict) *model.Run {
	return &model.Run{Scenarios: []*model.Scenario{{Scenario: &plan.Scenario{Name: name}, Verdict: v}}}
}

func widthOf(line string) int { return runewidth.StringWidth(line) }
