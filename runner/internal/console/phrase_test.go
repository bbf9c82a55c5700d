package console

import (
	"os"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// A phrase of the working folder runs as the steps that it says.
func TestPhrasesOfTheWorkingFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	const words = `Feature: words
  @phrase
  Scenario: the shop "<name>" opens
    Given I run "kubectl create deployment <name> --image=nginx"
    Then within 5s the shop "<name>" is open
    And within 1s pod "<name>" is Ready

  @phrase
  Scenario: the shop "<name>" is open
    * deployment "<name>" has rolled out
    * pod "<name>" is Running
`
	if err := os.WriteFile("words.feature", []byte(words), 0o644); err != nil {
		t.Fatal(err)
	}
	result, printed, ran := serve(t, "the shop \"web\" opens\nfor 2s the shop \"web\" is open\nthe shop \"broken\" opens\nthe shop \"web\" is open\n:save typed.feature\n")
	both := ` false "deployment \"web\" has rolled out\npod \"web\" is Running"` + "\n"
	want := "run I run \"kubectl create deployment web --image=nginx\" false\n" +
		"run within 5s all of these hold:" + both +
		"run within 1s pod \"web\" is Ready false\n" +
		"run for 2s all of these hold:" + both +
		"run I run \"kubectl create deployment broken --image=nginx\" false\n" +
		strings.ReplaceAll("run within 5s all of these hold:"+both, `\"web\"`, `\"broken\"`)
	if want += "run within 1s pod \"broken\" is Ready false\n"; ran != want {
		t.Errorf("ran\n%s\nwant\n%s", ran, want)
	}
	for _, text := range []string{
		"passed  TIME  the shop \"web\" opens\n", "passed  TIME  for 2s the shop \"web\" is open\n",
		"failed  TIME  the shop \"broken\" opens\n  within 1s pod \"broken\" is Ready\n  expected another state",
		"an expectation says when: within 30s the shop \"web\" is open",
	} {
		if !strings.Contains(printed, text) {
			t.Errorf("not printed: %q\n%s", text, printed)
		}
	}
	saved, err := os.ReadFile("typed.feature")
	if err != nil || !strings.Contains(string(saved), "    And the shop \"web\" opens\n    Then for 2s the shop \"web\" is open\n") || strings.Contains(printed, "gherkube lint has this to say") {
		t.Errorf("saved: %v\n%s", err, saved)
	}
	if result.Verdict != verdict.Failed || !result.Invalid {
		t.Errorf("result: %+v", result)
	}
}
