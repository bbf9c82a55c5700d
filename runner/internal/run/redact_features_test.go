package run_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/trial"
)

// formats are all formats of reports, each with its file.
var formats = []string{"pretty", "html:out/page.html", "junit:out/junit.xml", "cucumber:out/cucumber.json", "messages:out/messages.ndjson", "progress:out/progress.txt"}

// everything returns all that a run of features has written, by its file. The vault knows
// the Secrets of its clusters.
func everything(t *testing.T, feature string, secrets *redact.Vault) map[string]string {
	t.Helper()
	o := executed(t, t.Context(), feature, func(o *run.Options) {
		o.Vocabulary = &trial.Vocabulary{Secrets: secrets}
		o.Formats = formats
		if err := os.Mkdir("out", 0o755); err != nil {
			t.Fatal(err)
		}
	})
	if o.err != nil {
		t.Fatal(o.err)
	}
	all := map[string]string{"standard output": o.stdout, "standard error": o.stderr}
	for _, dir := range []string{"out", o.result.Record} {
		if err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			content, err := os.ReadFile(path)
			all[path] = string(content)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// TestNoReportOfFeaturesShowsASecret has a step that fails with what a Secret holds, and
// evidence that shows another. The author wrote one of them into the feature.
func TestNoReportOfFeaturesShowsASecret(t *testing.T) {
	vault := redact.New(func() ([]corev1.Secret, error) {
		return []corev1.Secret{{Data: map[string][]byte{"message": []byte("rain, since 10:00"), "evidence": []byte("stood in the cluster")}}}, nil
	})
	_ = vault.Look()
	shown, own := 0, 0
	for file, content := range everything(t, "Feature: f\n  Scenario: s\n    When I note:\n      \"\"\"\n      rain, since 10:00\n      \"\"\"\n    Then I fail\n", vault) {
		for _, secret := range []string{"seen: rain", "stood in the cluster"} {
			if strings.Contains(content, secret) {
				t.Errorf("%s shows %q:\n%s", file, secret, content)
			}
		}
		if strings.Contains(content, "seen: "+redact.Mark) {
			shown++
		}
		if strings.Contains(content, "rain, since 10:00") {
			own++
		}
	}
	if shown < len(formats) || own < 3 {
		t.Errorf("%d texts say that something is redacted, %d show what the author wrote", shown, own)
	}
}

func TestAMessageThatMayShowUnknownSecretsIsLeftOut(t *testing.T) {
	vault := redact.New(func() ([]corev1.Secret, error) { return nil, errors.New("they are refused") })
	_ = vault.Look()
	all := everything(t, "Feature: f\n  Scenario: s\n    Then I fail\n", vault)
	for file, content := range all {
		if strings.Contains(content, "sunshine") || strings.Contains(content, "stood in the cluster") {
			t.Errorf("%s shows what may be a Secret:\n%s", file, content)
		}
	}
	if got := all["standard output"]; !strings.Contains(got, "left out, since the Secrets that it may show are not known: they are refused") {
		t.Errorf("it is not said why:\n%s", got)
	}
}
