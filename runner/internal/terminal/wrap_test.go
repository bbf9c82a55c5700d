package terminal_test

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

func TestWrap(t *testing.T) {
	rows := []struct {
		name, text string
		width      int
		want       string
	}{
		{"fits", "a line", 20, "a line"},
		{"no limit", strings.Repeat("word ", 40), 0, strings.Repeat("word ", 40)},
		{"at spaces", "expected the service to answer", 20, "expected the service\nto answer"},
		{"keeps the indentation", "   saw: nobody is behind it", 20, "   saw: nobody is\n   behind it"},
		{"each line by itself", "one\nexpected the service to answer", 20, "one\nexpected the service\nto answer"},
		{"a long word stays whole", "see https://example.org/a/long/address now", 20, "see\nhttps://example.org/a/long/address\nnow"},
		{"Korean letters take two columns", "서비스의 셀렉터와 파드의 레이블", 20, "서비스의 셀렉터와\n파드의 레이블"},
		{"an escape takes the columns that are drawn", "a title \x1b]0;x\x07 and more", 20, `a title \x1b]0;x\x07` + "\nand more"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			if got := terminal.Wrap(row.text, row.width); got != row.want {
				t.Errorf("got\n%q, want\n%q", got, row.want)
			}
		})
	}
}

func TestWrappedTextFits(t *testing.T) {
	text := "      " + strings.Repeat("파드가 없다 and web-1 is Pending ", 20)
	for line := range strings.Lines(terminal.Wrap(text, 80)) {
		if got := runewidth.StringWidth(strings.TrimRight(line, "\n")); got > 80 {
			t.Errorf("%d columns: %q", got, line)
		}
	}
}

func TestRows(t *testing.T) {
	if got := terminal.Rows("one\n"+strings.Repeat("x", 161)+"\n\n", 80); got != 5 {
		t.Errorf("got %d rows, want 5", got)
	}
}
