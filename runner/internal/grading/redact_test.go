package grading

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// holding returns the vault of a cluster whose Secrets hold these values.
func holding(values ...string) *vault {
	data := map[string][]byte{}
	for _, value := range values {
		data[value] = []byte(value)
	}
	return newVault(func() ([]corev1.Secret, error) { return []corev1.Secret{{Data: data}}, nil })
}

func TestSecretsAreHiddenInEvidence(t *testing.T) {
	text := `password: hunter2!
  in base64: aHVudGVyMiEK, and yes, that is all
token: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW0ifQ.c2lnbmF0dXJlMTIz
-----BEGIN EC PRIVATE KEY-----
MHcCAQEE
-----END EC PRIVATE KEY-----
client-key-data: LS0tLS1CRUdJTg==`
	got := holding("hunter2!\n", "yes").redact()(text)
	for _, secret := range []string{"hunter2", "aHVudGVyMiEK", "eyJ", "MHcCAQEE", "LS0t"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is shown:\n%s", secret, got)
		}
	}
	if !strings.Contains(got, "and yes, that is all") {
		t.Errorf("what is no secret is hidden:\n%s", got)
	}
}

func TestSecretsAreHiddenHoweverTheyAreShown(t *testing.T) {
	const lines, quoted = "first secret line\nsecond secret line\n", `with "quotes" and \ more`
	long := strings.Repeat("0123456789abcdefghijklmnopqrstuv", 8)
	v := holding(lines, quoted, long, "hunter2!", "hunter2!!!")
	coded := base64.StdEncoding.EncodeToString([]byte(long))
	rows := map[string]string{
		"indented":            "     saw: first secret line\n          second secret line",
		"quoted":              `saw "first secret line\nsecond secret line\n"`,
		"quotes":              `saw "with \"quotes\" and \\ more"`,
		"a part":              "saw: " + long[:100] + "...",
		"wrapped":             coded[:76] + "\n" + coded[76:152] + "\n" + coded[152:],
		"begins as another":   "hunter2!!!",
		"without its newline": base64.StdEncoding.EncodeToString([]byte(strings.TrimSpace(lines))),
	}
	for name, text := range rows {
		t.Run(name, func(t *testing.T) {
			got := v.redact()(text)
			for _, secret := range []string{"secret line", "quotes", "hunter", "!", long[:12], coded[:12], coded[76:88], base64.StdEncoding.EncodeToString([]byte("first secret"))} {
				if strings.Contains(got, secret) {
					t.Errorf("%q is shown: %s", secret, got)
				}
			}
		})
	}
}

func TestWhatASecretHasHeldStaysHidden(t *testing.T) {
	v := holding("hunter2!")
	_ = v.redact()("learn")
	v.list = func() ([]corev1.Secret, error) { return nil, errors.New("the API server is gone") }
	v.next = time.Time{}
	if got := v.redact()("hunter2!"); got != hidden {
		t.Errorf("got %s", got)
	}
	if asked := time.Until(v.next); asked < lookPutOff/2 {
		t.Errorf("a cluster that does not answer is asked again after %s", asked)
	}
}

func TestWordsOfKubernetesAreNoSecrets(t *testing.T) {
	v := newVault(func() ([]corev1.Secret, error) {
		return []corev1.Secret{{Type: corev1.SecretTypeServiceAccountToken, Data: map[string][]byte{"namespace": []byte("default"), "token": []byte("abcdefgh")}}}, nil
	})
	if got := v.redact()("abcdefgh of default"); got != hidden+" of default" {
		t.Errorf("got %s", got)
	}
}

// TestNoViewShowsWhatASecretHolds puts the value of a Secret wherever a check could
// show it, and searches every format for it.
func TestNoViewShowsWhatASecretHolds(t *testing.T) {
	const secret = "hunter2!<&"
	coded := base64.StdEncoding.EncodeToString([]byte(secret))
	hide := holding(secret).redact()
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
		if strings.Contains(text, "expected it to print") && !strings.Contains(text, hidden) {
			t.Errorf("%s does not say that something is hidden:\n%s", f.Name, text)
		}
	}
}

// TestASecretThatWasMadeAMomentAgoIsHidden shows a Secret that was created after
// the last list.
func TestASecretThatWasMadeAMomentAgoIsHidden(t *testing.T) {
	var there []corev1.Secret
	v := newVault(func() ([]corev1.Secret, error) { return there, nil })
	_ = v.redact()("something")
	there = []corev1.Secret{{Data: map[string][]byte{"password": []byte("hunter2!")}}}
	if got := v.redact()("hunter2!"); got != hidden {
		t.Errorf("got %s", got)
	}
}

// TestTheClusterIsAskedUnderNoLock makes many concurrent calls while the cluster is
// slow. Known values can be redacted meanwhile, and one list serves all waiting
// calls.
func TestTheClusterIsAskedUnderNoLock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		looks := 0
		v := newVault(nil)
		v.list = func() ([]corev1.Secret, error) {
			if v.mu.TryLock() {
				v.mu.Unlock()
				time.Sleep(lookBound)
			} else {
				t.Error("what is known cannot be read while the cluster is asked")
			}
			looks++
			return []corev1.Secret{{Data: map[string][]byte{"password": []byte("hunter2!")}}}, nil
		}
		var asking sync.WaitGroup
		for i := range 8 {
			asking.Go(func() {
				time.Sleep(time.Duration(i) * time.Millisecond)
				if got := v.redact()("hunter2!"); got != hidden {
					t.Errorf("got %s", got)
				}
			})
		}
		asking.Wait()
		if looks != 2 {
			t.Errorf("%d looks: one for the first, and one for all who came while it looked", looks)
		}
	})
}
