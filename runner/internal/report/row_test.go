package report

import (
	"testing"

	"github.com/gherkube/gherkube/runner/internal/record"
)

func TestARowContinuesBelowItsText(t *testing.T) {
	for width, want := range map[int]string{
		0: "  passed       16.4s  A node that was switched off has the same name and key\n",
		50: "  passed       16.4s  A node that was switched off\n" +
			"                      has the same name and key\n",
	} {
		p := pen{Style: Style{Width: width}}
		if got := p.row("  ", string(record.Passed), "16.4s", "A node that was switched off has the same name and key"); got != want {
			t.Errorf("%d columns:\n%s\nwant\n%s", width, got, want)
		}
	}
}
