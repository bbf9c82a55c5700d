package grading

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// TestNoViewShowsWhatASecretHolds puts the value of a Secret wherever a check could
// show it, and searches every format for it.
func TestNoViewShowsWhatASecretHolds(t *testing.T) {
	const secret = "hunter2!<&"
	coded := base64.StdEncoding.EncodeToString([]byte(secret))
	hide := redact.Of([]corev1.Secret{{Data: map[string][]byte{"password": []byte(secret)}}})
	said := "expected it to print \"x\"\n     saw: password: " + secret + "\n          data: " + coded
	step := &model.Step{Step: plan.Step{Keyword: "Then", Text: hide("it prints " + secret)}, Outcome: record.Failed, Message: hide(said)}
	run := &model.Run{Scenarios: []*model.Scenario{{
		Scenario: &plan.Scenario{Name: "a"}, Verdict: verdict.Failed, Steps: []*model.Step{step},
		Notes: []model.Note{{Kind: "evidence", Text: hide(said)}},
	}}}
	l := &lab.Lab{Document: lab.Document{ID: "x", Title: "X", PassMark: 66, Tasks: []lab.Task{{Points: 4}}},
		Criteria: []lab.Criterion{{Name: "a", Task: 1, Points: 4, Visibility: lab.Always}}}
	r := score.Of(l, run, nil)
	r.Student = "ada"
	for _, f := range score.Formats {
		var out bytes.Buffer
		if err := f.Write(&out, []score.Result{r}, score.Style{}); err != nil {
			t.Fatal(err)
		}
		text := out.String()
		if content, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text)); err == nil {
			text = string(content)
		}
		if strings.Contains(text, "hunter2") || strings.Contains(text, coded) {
			t.Errorf("%s shows it:\n%s", f.Name, text)
		}
		if strings.Contains(text, "expected it to print") && !strings.Contains(text, redact.Mark) {
			t.Errorf("%s does not say that something is redacted:\n%s", f.Name, text)
		}
	}
}
