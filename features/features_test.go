package features_test

import (
	"io"
	"testing"

	"github.com/gherkube/gherkube/runner"
)

// Every sentence of the features, and of those that must not pass, is in the
// vocabulary; every topology, tag and outline is sound.
func TestTheFeaturesCanBePlanned(t *testing.T) {
	for _, folder := range []string{".", "testdata/negative", "testdata/undecided"} {
		result, err := runner.Run(t.Context(), runner.Options{Paths: []string{folder}, DryRun: true, Stdout: io.Discard})
		if err != nil {
			t.Errorf("%s:\n%v", folder, err)
			continue
		}
		if len(result.Plan.Scenarios) == 0 {
			t.Errorf("%s: no scenarios", folder)
		}
	}
}
