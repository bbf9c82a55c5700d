package score

import (
	"bytes"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/junitschema"
)

func TestJUnitIsInBothSchemas(t *testing.T) {
	results := class()
	for _, text := range hostile {
		results = append(results, hostileResult(text))
	}
	for _, r := range results {
		document := write(t, Named("junit"), []Result{r}, Style{})
		for _, schema := range []junitschema.Schema{junitschema.Jenkins, junitschema.Surefire} {
			if err := schema.Check(document); err != nil {
				t.Errorf("%s: %v", r.Student, err)
			}
		}
	}
	if err := junitschema.CheckGitLab(write(t, Named("junit"), class(), Style{})); err != nil {
		t.Error(err)
	}
	all := write(t, Named("junit"), results, Style{})
	for _, schema := range []junitschema.Schema{junitschema.Jenkins, junitschema.Surefire} {
		if err := schema.Check(all); err != nil {
			t.Error(err)
		}
	}
}

// A submission that could not be graded must not look like a success with zero
// tests.
func TestJUnitTellsOfWhatWasNotGraded(t *testing.T) {
	r := Result{Lab: "l", Student: "ada", Problem: "the lab could not be set up"}
	if document := write(t, Named("junit"), []Result{r}, Style{}); !bytes.Contains(document, []byte(`tests="1" failures="0" errors="1"`)) {
		t.Errorf("%s", document)
	}
}
