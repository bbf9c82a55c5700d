package planner_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/planner"
	"github.com/gherkube/gherkube/steps"
)

// A field may say what no sentence says of an object, if every cluster has its type.
func TestAFieldMaySayIt(t *testing.T) {
	const head, korean = "Feature: f\n  Scenario: s\n    Then ", "# language: ko\n기능: f\n  시나리오: s\n    그러면 "
	for text, want := range map[string]string{
		head + `Pod "web" dreams of zebras and of lions`: `a field may say it: within 30s {.status...} of pod "web" is "..."`,
		head + `zebra "web" dreams of lions and of apes`: "",
		korean + `파드 "web"이 얼룩말 같은 것을 늘 꿈꾼다`:             `a field may say it: 30초 안에 파드 "web"의 {.status...}가 "..."이다`,
		korean + `얼룩말 "web"이 사자 같은 것을 늘 꿈꾼다`:             "",
	} {
		path := filepath.Join(t.TempDir(), "x.feature")
		if err := os.WriteFile(path, []byte(text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := planner.Make(planner.Request{Paths: []string{path}}, &steps.Vocabulary{})
		if err == nil || !strings.Contains(err.Error(), want) || want == "" && strings.Contains(err.Error(), "a field may say it") {
			t.Errorf("%s\ngot %v", text, err)
		}
	}
}
