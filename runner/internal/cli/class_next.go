package cli

import (
	"strings"

	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// tellAfterClass says where the reports of a class are, and which commands show more
// or go on.
func (a *app) tellAfterClass(c class, results []score.Result, o *gradeOptions, interrupted error) {
	dir := plan.Quote(c.record)
	var files []string
	for _, spec := range o.showing.specs {
		if spec.File != "" {
			files = append(files, spec.File)
		}
	}
	if len(files) > 0 {
		a.tell("Reports:\n  %s", strings.Join(files, "\n  "))
	}
	if len(results) > 0 {
		a.tell("One student:\n  gherkube regrade %s --student %s", dir, plan.Quote(oneToShow(results).Student))
	}
	if len(files) == 0 && len(results) > 0 {
		a.tell("A page of the class:\n  gherkube regrade %s --format html:class.html", dir)
	}
	if interrupted != nil || inState(results, score.NotGradable) > 0 { // which --resume can decide
		a.tell("%d of %d are graded. To go on:\n  gherkube grade --resume %s%s", inState(results, score.Graded), len(c.entries), dir, sameFiles(o))
	}
}

// oneToShow returns the first result that is not the full score.
func oneToShow(results []score.Result) score.Result {
	for _, r := range results {
		if r.Points < r.Total {
			return r
		}
	}
	return results[0]
}

// inState counts the results in a state.
func inState(results []score.Result, state score.State) (n int) {
	for _, r := range results {
		if r.State() == state {
			n++
		}
	}
	return n
}

// sameFiles repeats the formats that were written to files.
func sameFiles(o *gradeOptions) string {
	var b strings.Builder
	for _, spec := range o.showing.specs {
		if spec.File != "" {
			b.WriteString(" --format " + plan.Quote(spec.Name+":"+spec.File))
		}
	}
	return b.String()
}
