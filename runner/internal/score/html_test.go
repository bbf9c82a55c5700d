package score_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/score"
)

func html(t *testing.T, style score.Style, results ...score.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := score.Named("html").Write(&b, results, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAStudentsPageHoldsNothingOfTheInstructors fills everything that only the
// instructor sees with words that are searched for in the whole file.
func TestAStudentsPageHoldsNothingOfTheInstructors(t *testing.T) {
	r := score.Of(aLab(), aRun(map[string]verdict.Verdict{"a": failed, "b": failed, "c": passed}), nil)
	var secrets []string
	secret := func(what string) string {
		s := "secret-" + what
		secrets = append(secrets, s)
		return s
	}
	r.Output, r.Found, r.Record, r.Left = secret("output"), secret("found"), "/records/"+secret("record"), secret("left")
	r.Values = map[string]string{"name": secret("value")}
	for i := range r.Criteria {
		c := &r.Criteria[i]
		c.Sentence, c.Evidence, c.Defect = secret(fmt.Sprint("sentence-", i)), []string{secret(fmt.Sprint("evidence-", i))}, secret(fmt.Sprint("defect-", i))
		if c.Name == "b" { // hidden until it is published
			c.Feedback.Text, c.Feedback.Korean = secret("feedback"), secret("피드백")
			c.Name, c.Message = secret("criterion"), "expected "+secret("expectation")+"\n  saw: "+secret("observation")
		}
	}
	instructor, student := html(t, score.Style{}, r), html(t, score.Style{Student: true}, r)
	for _, s := range secrets {
		if strings.Contains(student, s) {
			t.Errorf("the student's file holds %q", s)
		}
	}
	for _, s := range []string{"secret-output", "secret-found", "secret-record", "secret-sentence-0", "secret-evidence-1", "secret-criterion", "secret-observation", "secret-feedback"} {
		if !strings.Contains(instructor, s) {
			t.Errorf("the instructor's file lacks %q: the search proves nothing", s)
		}
	}
	if encoded, err := json.Marshal(r); err != nil || !strings.Contains(string(encoded), "secret-value") {
		t.Errorf("the result itself was changed: %v", err)
	}
}

// TestThePageSpeaksTheLanguageOfTheLab has a lab whose criteria are in Korean.
func TestThePageSpeaksTheLanguageOfTheLab(t *testing.T) {
	l := aLab()
	names := []string{"노드가 준비된다", "파드가 실행된다", "서비스가 응답한다"}
	run := &model.Run{}
	for i, name := range names {
		l.Criteria[i].Name = name
		run.Scenarios = append(run.Scenarios, aRun(map[string]verdict.Verdict{name: []verdict.Verdict{passed, failed, passed}[i]}).Scenarios...)
	}
	r := score.Of(l, run, nil)
	r.Student = "ada"
	other := r
	other.Student = "eve"
	got := html(t, score.Style{}, r, other)
	for _, want := range []string{`<html lang="ko">`, "10점 가운데 8점", "과제 1", "합격", "기대한 것", "변별도", "채점됨", "2개 가운데 0개"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, english := range []string{"points", "Graded", "Evidence", "Submission", "Criterion", ">!"} {
		if strings.Contains(got, english) {
			t.Errorf("the page says %q", english)
		}
	}
}
