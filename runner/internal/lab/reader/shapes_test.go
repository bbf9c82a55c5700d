package reader_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/lab/labtest"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
	"github.com/gherkube/gherkube/steps"
)

// shape is one kind of exam task, and how a lab's checks grade it.
type shape struct {
	id, task string
	says     string // the checks: one sentence per line, with doc strings and tables
	part     string // a part that clusters lack, without which the task is incomplete
	wants    string // sentences that the task needs but the vocabulary lacks
}

// partsToCome lists the parts that clusters lack.
var partsToCome = []string{
	"another CNI", "another version", "CSI snapshots", "empty node", "gateway", "helm", "images", "ingress", "load balancer",
	"metrics", "network policies", "operator", "packages", "storage", "vertical autoscaler",
}

// TestShapesOfTheCurriculum matches the sentences of every shape against the
// vocabulary, and lints them as the checks of a lab.
func TestShapesOfTheCurriculum(t *testing.T) {
	checks, said, points := strings.Builder{}, map[string]bool{}, 0
	checks.WriteString("Feature: checks\n")
	for _, s := range shapes {
		if said[s.id] {
			t.Errorf("%s is there twice", s.id)
		}
		said[s.id] = true
		sound(t, s)
		if s.says != "" {
			points++
			fmt.Fprintf(&checks, "\n  @task:1 @points:1\n  Scenario: %s %s\n%s", s.id, s.task, stepsOf(s.says))
		}
	}
	for letter, last := range map[string]int{"A": 26, "B": 27, "C": 17, "D": 10, "E": 45} {
		for n := range last {
			if id := fmt.Sprint(letter, n+1); !said[id] {
				t.Errorf("%s is missing", id)
			}
		}
	}
	if _, err := reader.Load(labOf(t, checks.String(), points), &steps.Vocabulary{}); err != nil {
		t.Error(err)
	}
}

// sound reports errors in the definition of a shape.
func sound(t *testing.T, s shape) {
	t.Helper()
	for _, sentence := range sentencesIn(s.says) {
		found := steps.Match(sentence)
		if len(found) != 1 {
			t.Errorf("%s: %d steps match %q", s.id, len(found), sentence)
			continue
		}
		if found[0].Topic == "commands" {
			t.Errorf("%s: %q is a command: say it in a sentence", s.id, sentence)
		}
	}
	for _, sentence := range sentencesIn(s.wants) {
		if len(steps.Match(sentence)) > 0 {
			t.Errorf("%s: %q is in the vocabulary: move it to what the checks say", s.id, sentence)
		}
	}
	switch {
	case s.part != "" && !slices.Contains(partsToCome, s.part):
		t.Errorf("%s: there is no part %q: choose of %q", s.id, s.part, partsToCome)
	case s.says == "" && s.part == "" && s.wants == "":
		t.Errorf("%s: nothing checks it", s.id)
	}
}

// isSentence reports whether a line is a step and not part of a doc string or
// table.
func isSentence(line string, within *bool) bool {
	if strings.HasPrefix(line, `"""`) {
		*within = !*within
		return false
	}
	return !*within && line != "" && !strings.HasPrefix(line, "|")
}

func sentencesIn(text string) []string {
	var all []string
	within := false
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); isSentence(line, &within) {
			all = append(all, line)
		}
	}
	return all
}

// stepsOf returns sentences as the steps of a scenario.
func stepsOf(text string) string {
	var b strings.Builder
	within, keyword := false, "Then "
	for line := range strings.Lines(strings.Trim(text, "\n") + "\n") {
		sentence := strings.TrimSpace(line)
		if !isSentence(sentence, &within) {
			b.WriteString("      " + strings.TrimPrefix(strings.TrimRight(line, "\n"), "\t\t") + "\n")
			continue
		}
		b.WriteString("    " + keyword + sentence + "\n")
		keyword = "And "
	}
	return b.String()
}

var shapeName = regexp.MustCompile(`[a-z0-9][-a-z0-9.]*`)

// labOf returns the good lab with other checks, and with a text that names
// everything that they observe.
func labOf(t *testing.T, checks string, points int) string {
	t.Helper()
	dir := copied(t)
	for file, content := range map[string]string{
		"checks.feature": checks + "\n  @task:2 @points:4\n  Scenario: The viewer may look\n    Then within 5s service account \"viewer\" may list pods\n",
		"setup.feature":  shapesSetup,
	} {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	labtest.Replace(t, filepath.Join(dir, "lab.yaml"), "points: 6", fmt.Sprint("points: ", points))
	labtest.Replace(t, filepath.Join(dir, "lab.yaml"), "topology: {workers: 1}", "topology: {controlPlanes: 3, workers: 2}")
	names := shapeName.FindAllString(checks, -1)
	slices.Sort(names)
	for _, task := range []string{"task.md", "task.ko.md"} {
		labtest.Replace(t, filepath.Join(dir, task), "## ", strings.Join(slices.Compact(names), " ")+"\n\n## ")
	}
	return dir
}

const shapesSetup = `Feature: setup
  Scenario: what is there
    Given I run "kubectl create deployment web --image=nginx"
    And I run "kubectl create deployment ${app} --image=nginx"
    And I run "kubectl create serviceaccount viewer"
    And I run "kubectl get service kubernetes --namespace=default --output=jsonpath={.spec.clusterIP}"
    And the output is called "address"
    And deployment "web" is remembered as "before"
    And role "reader" is remembered as "the role"
    And configmap "default/sentinel" is remembered as "the sentinel"
    And service "web" is remembered as "the service"
    And resourcequota "team" is remembered as "the quota"
    And networkpolicy "web" is remembered as "the policy"
    And pvc "data" is remembered as "the claim"
    And namespace "blue" is remembered as "the neighbour"
    And poddisruptionbudget "web" is remembered as "the budget"
    And validatingwebhookconfiguration "guard" is remembered as "the webhook"
    Then within 30s the pods of deployment "web" are Running
`
