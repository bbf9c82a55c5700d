package score

import (
	"strings"
	"testing"
)

func TestASummaryIsNeverTooLargeToBeShown(t *testing.T) {
	rows := map[string]struct {
		found, message int
		want           string
	}{
		"all":           {10, 10, "What stood in the cluster"},
		"much evidence": {summaryLimit, 10, "Evidence is left out"},
		"much of all":   {10, summaryLimit, "Criteria are left out"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			r := result("bob", failed, passed, passed, passed)
			r.Found, r.Criteria[0].Message = strings.Repeat("x", row.found), strings.Repeat("y", row.message)
			got := string(write(t, Named("markdown"), []Result{r}, Style{}))
			if len(got) > summaryLimit || !strings.Contains(got, row.want) || !strings.Contains(got, "| bob | graded | 6 / 10 |") {
				t.Errorf("%d bytes: %.300s", len(got), got)
			}
		})
	}
}
