package steps

import (
	"context"
	"strings"
	"testing"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const (
	aKubeconfig = `{"apiVersion": "v1", "kind": "Config", "current-context": "dev",
		"contexts": [{"name": "prod", "context": {"cluster": "b"}}, {"name": "dev", "context": {"cluster": "a", "namespace": "blue"}}]}`
	aChart = `# Source: shop
---
# nothing but a comment
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80, name: http}, {port: 443, name: https}]}
---
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web}
  spec: {replicas: 3, template: {spec: {containers: [{name: side, image: nginx}, {name: web, image: "nginx:1.22"}]}}}
---
apiVersion: example.com/v1
kind: Backup
metadata: {name: nightly}
`
)

// withAnswers returns the context of a check whose submission has a few answers.
func withAnswers(t *testing.T) context.Context {
	t.Helper()
	var answers []cluster.File
	for name, content := range map[string]string{
		"config": aKubeconfig, "shop.yaml": aChart, "empty.yaml": "---\n# nothing\n", "broken.yaml": "a: [", "words.txt": "web\n", "half.yaml": "kind: Service\n",
	} {
		answers = append(answers, cluster.File{Path: name, Content: []byte(content)})
	}
	s := scenario.Fake{Environment: &Environment{Submission: &Submission{Answers: answers}}}.Scenario()
	return scenario.NewContext(t.Context(), s)
}

func TestPartsOfAnswers(t *testing.T) {
	ctx := withAnswers(t)
	for name, c := range map[string]struct{ answer, part, wrong string }{
		"an entry of a list by its name":          {"config", "{current-context: dev, contexts: [{name: dev, context: {namespace: blue}}]}", ""},
		"another value":                           {"config", "current-context: prod", `.current-context: want "prod", have "dev"`},
		"an entry that is not there":              {"config", "contexts: [{name: test}]", `.contexts[?(@.name=="test")]`},
		"one of several documents":                {"shop.yaml", "{kind: Service, spec: {ports: [{port: 443}]}}", ""},
		"an item of a list":                       {"shop.yaml", "{kind: Deployment, spec: {template: {spec: {containers: [{name: web}]}}}}", ""},
		"a custom object":                         {"shop.yaml", "{kind: Backup, metadata: {name: nightly}}", ""},
		"the document that comes nearest is told": {"shop.yaml", "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: 2}}", "item 2 of document"},
		"all documents have a part of it":         {"shop.yaml", "{kind: Service, metadata: {name: nightly}}", "no document of answers/shop.yaml matches"},
		"no documents":                            {"empty.yaml", "a: b", "it is empty"},
		"no YAML":                                 {"broken.yaml", "a: b", "neither YAML nor JSON"},
		"no keys":                                 {"words.txt", "a: b", "has no keys"},
		"no file":                                 {"none.yaml", "a: b", "there is no file answers/none.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			complains(t, answerMatches(ctx, c.answer, &godog.DocString{Content: c.part}), c.wrong)
		})
	}
}

// complains asserts that an error contains a text; an empty text means no error.
func complains(t *testing.T, err error, wrong string) {
	t.Helper()
	if (err == nil) != (wrong == "") || err != nil && !strings.Contains(err.Error(), wrong) {
		t.Errorf("got %v, want %q", err, wrong)
	}
}

func TestObjectsInAnswersAreCounted(t *testing.T) {
	ctx := withAnswers(t)
	for name, c := range map[string]struct{ answer, number, typ, wrong string }{
		"an object":                      {"shop.yaml", "1", "service", ""},
		"items of a list":                {"shop.yaml", "1", "deploy", ""},
		"none":                           {"shop.yaml", "no", "crds", ""},
		"a custom type":                  {"shop.yaml", "at least 1", "backups.example.com", ""},
		"a custom type of another group": {"shop.yaml", "no", "backups.example.org", ""},
		"another number":                 {"shop.yaml", "no", "services", `was to have no services, and has 1: it holds Service "web"`},
		"an answer without objects":      {"empty.yaml", "no", "crds", "it is empty"},
		"a document that is no object":   {"half.yaml", "no", "crds", "document 1 is no object"},
	} {
		t.Run(name, func(t *testing.T) { complains(t, answerHas(ctx, c.answer, c.number, c.typ), c.wrong) })
	}
}

func TestFieldsOfAnswers(t *testing.T) {
	ctx := withAnswers(t)
	is, includes := fieldForms[0], fieldForms[1]
	for name, c := range map[string]struct {
		form  fieldClaim
		args  []string
		wrong string
	}{
		"a value":                      {is, []string{"{.current-context}", "config", "is", "dev"}, ""},
		"another value":                {is, []string{"{.current-context}", "config", "is", "prod"}, `{.current-context} of answers/config was to be "prod", and is "dev"`},
		"nothing there":                {is, []string{"{.clusters}", "config", "is", "x"}, "and is unset"},
		"values of several documents":  {includes, []string{"{.kind}", "shop.yaml", "includes", "Backup"}, ""},
		"not among several documents":  {includes, []string{"{.kind}", "shop.yaml", "does not include", "CustomResourceDefinition"}, ""},
		"one among several documents":  {includes, []string{"{.kind}", "shop.yaml", "does not include", "Backup"}, "was to not include"},
		"an answer that is no YAML":    {is, []string{"{.kind}", "broken.yaml", "is not", "x"}, "neither YAML nor JSON"},
		"an answer that is not there":  {is, []string{"{.kind}", "none.yaml", "is not", "x"}, "there is no file"},
		"an answer that has no fields": {is, []string{"{.kind}", "words.txt", "is not", "x"}, "has no keys"},
	} {
		t.Run(name, func(t *testing.T) { complains(t, c.form.judgeAnswer(ctx, c.args), c.wrong) })
	}
}

func TestSentencesAboutAnswersAreHeldAgainstTheirWords(t *testing.T) {
	for text, want := range map[string]string{
		`{.a} of the answer "config" is "b"`:          "",
		`{.a[} of the answer "config" is "b"`:         "{.a[}",
		`{.a} of the answer "config" matches /(/`:     "is not a regular expression",
		`{.a} of the answer "answers/config" is "b"`:  "name the file by its path",
		`the answer "shop.yaml" has no widgets`:       `no resource type "widgets"`,
		`the answer "shop.yaml" has at least 0 crds`:  "always true",
		`the answer "shop.yaml" has at most 2 deploy`: "",
	} {
		in := Line{Text: text, Checks: true}
		found := Match(text)
		if len(found) != 1 {
			t.Errorf("%s: %d steps match", text, len(found))
			continue
		}
		complains(t, found[0].Complaint(in), want)
		if in.Checks = false; found[0].Complaint(in) == nil {
			t.Errorf("%s is accepted outside of checks", text)
		}
	}
	for part, want := range map[string]string{
		"current-context: dev": "",
		"":                     "says nothing",
		"- a":                  "no part of an object",
		"a: 1\na: 2":           "already set",
		"a: b\n---\na: c":      "2 documents",
		"{apiVersion: apps/v1, kind: Deployment, spec: {replica: 3}}":           "replica",
		"{apiVersion: apps/v1, kind: Deployment, spec: {replicas: '${count}'}}": "",
		"{apiVersion: v1, kind: Config, current-context: dev}":                  "",
	} {
		complains(t, partOfDocument(part), want)
	}
}
