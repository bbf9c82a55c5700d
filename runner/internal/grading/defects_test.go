package grading

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	defectRow  = regexp.MustCompile(`(?m)^\| (\d+) \|.*\| (.*) \|$`)
	testedIn   = regexp.MustCompile("`([a-z/]+)`([^`]*)")
	testCalled = regexp.MustCompile(`Test\w+`)
)

// TestTheDefectsOfGradersHaveTests checks that all tests that the table in
// ARCHITECTURE.md names exist.
func TestTheDefectsOfGradersHaveTests(t *testing.T) {
	page, err := os.ReadFile("../../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := defectRow.FindAllStringSubmatch(string(page), -1)
	if len(rows) != 12 {
		t.Fatalf("there are %d rows of 12", len(rows))
	}
	for _, row := range rows {
		named := 0
		for _, in := range testedIn.FindAllStringSubmatch(row[2], -1) {
			tests := testsIn(t, in[1])
			for _, name := range testCalled.FindAllString(in[2], -1) {
				if named++; !strings.Contains(tests, "func "+name+"(t *testing.T)") {
					t.Errorf("defect %s: %s has no %s", row[1], in[1], name)
				}
			}
		}
		if named == 0 {
			t.Errorf("defect %s has no test", row[1])
		}
	}
}

// testsIn returns the text of a package's tests.
func testsIn(t *testing.T, folder string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../../..", folder, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(content)
	}
	return all.String()
}
