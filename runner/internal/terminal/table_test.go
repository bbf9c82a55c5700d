package terminal_test

import (
	"testing"

	"github.com/gherkube/gherkube/runner/internal/terminal"
)

func TestTableWrapsItsLastColumn(t *testing.T) {
	rows := [][]string{
		{"CHECK", "STATUS", "FOUND"},
		{"memory", "ok", "21061 MiB, for 10 clusters"},
		{"메모리", "ok", "한국어"},
		{"esc", "ok", "a\x1b[31mb"},
	}
	for name, row := range map[string]struct {
		width int
		want  string
	}{
		"no terminal": {0, "CHECK   STATUS  FOUND\n" +
			"memory  ok      21061 MiB, for 10 clusters\n" +
			"메모리  ok      한국어\n" +
			"esc     ok      a\\x1b[31mb\n"},
		"a narrow terminal": {36, "CHECK   STATUS  FOUND\n" +
			"memory  ok      21061 MiB, for 10\n" +
			"                clusters\n" +
			"메모리  ok      한국어\n" +
			"esc     ok      a\\x1b[31mb\n"},
		"a terminal with too little room beside": {32, "CHECK   STATUS  FOUND\n" +
			"memory  ok\n" +
			"    21061 MiB, for 10 clusters\n" +
			"메모리  ok      한국어\n" +
			"esc     ok      a\\x1b[31mb\n"},
		"a terminal too narrow to wrap": {18, "CHECK   STATUS\n" +
			"    FOUND\n" +
			"memory  ok\n" +
			"    21061 MiB, for 10 clusters\n" +
			"메모리  ok\n" +
			"    한국어\n" +
			"esc     ok\n" +
			"    a\\x1b[31mb\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := terminal.Table(rows, row.width); got != row.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, row.want)
			}
		})
	}
}
