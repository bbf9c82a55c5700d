package shell_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/shell"
)

// TestWhatSedDoes compares the analysis of each script with its execution: scripts
// that run or write something create a file.
func TestWhatSedDoes(t *testing.T) {
	effects(t, "sed", shell.Sed, map[string]string{
		"1e touch hit":            "runs",
		"s/x/touch hit/e":         "runs",
		"/x/ s,x,touch hit,e":     "runs",
		"p;s/x/touch hit/ge":      "runs",
		"$!d;e touch hit":         "runs",
		"w hit":                   "writes",
		"s/x/y/w hit":             "writes",
		"/[/]x/!{p;w hit\n}":      "writes",
		"s/e/w/;s/w hit/e/":       "",
		"s,.*,e touch hit,":       "",
		"/e/d;/w hit/d":           "",
		"s/[/]/e/g":               "",
		"a e touch hit":           "",
		"y/xe/ew/":                "",
		"1,3p;$!N;P;D":            "",
		":a;s/x/e/;ta;b end;:end": "",
		"s/a/\\/e/p":              "",
		"r hit":                   "",
		"":                        "",
	})
}

func TestWhatAwkDoes(t *testing.T) {
	effects(t, "awk", shell.Awk, map[string]string{
		`{system("touch hit")}`:                                            "runs",
		`{ if (system ("touch hit") == 0) print }`:                         "runs",
		`{print "touch hit" | "sh"}`:                                       "runs",
		`BEGIN {"touch hit" | getline x}`:                                  "runs",
		`{print $1 > "hit"}`:                                               "writes",
		`{printf "%s", $1 >> "hit"}`:                                       "writes",
		`{print ($1 > "hit")}`:                                             "",
		`$1 > 2 || $2 > 1 {print "a | sh"}`:                                "",
		`/a|b/ {print}`:                                                    "",
		`$0 ~ /system("x")|y/ {print $1 / 2}`:                              "",
		`{x = $1 > 1 ? "a" : "b"; print x}`:                                "",
		`{getline; print}`:                                                 "",
		`BEGIN {while ((getline l < "hit") > 0) print l}`:                  "",
		`{print} # system("touch hit")`:                                    "",
		`function f(a) {return a / 2} {print f(4) / 2; if ($1 > 1) print}`: "",
		`END {print NR}`:                                                   "",
	})
}

func effects(t *testing.T, program string, read func(string) shell.Effects, scripts map[string]string) {
	t.Helper()
	for script, want := range scripts {
		found, dir := read(script), t.TempDir()
		got := ""
		switch {
		case len(found.Runs) > 0:
			got = "runs"
		case len(found.Writes) > 0:
			got = "writes"
		}
		if got != want {
			t.Errorf("%s %q: %q, want %q (%+v)", program, script, got, want, found)
		}
		cmd := exec.Command(program, script)
		cmd.Dir, cmd.Stdin = dir, strings.NewReader("x\n")
		said, _ := cmd.CombinedOutput()
		if _, err := os.Stat(filepath.Join(dir, "hit")); (err == nil) != (want != "") {
			t.Errorf("%s %q really left a file: %v, want %q\n%s", program, script, err == nil, want, said)
		}
	}
}
