package cli

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/inventory"
)

func TestImagePodsListsEveryImageAndSaysWhatItIs(t *testing.T) {
	got := onPretend("image pods")
	for _, ref := range inventory.Images() {
		repository, tag, _ := strings.Cut(ref, ":")
		if podImages[repository] == "" || !strings.Contains(got.stdout, podImages[repository]) || !strings.Contains(got.stdout, tag) {
			t.Errorf("%s is not explained: %+v", ref, got)
		}
	}
}
