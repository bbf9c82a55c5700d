package cli

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/inventory"
)

func TestImagePodsListsEveryImageAndSaysWhatItIs(t *testing.T) {
	got := onPretend("image pods")
	tags := 0
	for _, image := range inventory.PodImages() {
		tags += len(image.Tags)
		if image.Meaning == "" || !strings.Contains(got.stdout, image.Meaning) || !strings.Contains(got.stdout, strings.Join(image.Tags, " ")) {
			t.Errorf("%s is not explained: %+v", image.Name, got)
		}
	}
	if tags != len(inventory.Images()) {
		t.Errorf("%d tags are listed, of %d", tags, len(inventory.Images()))
	}
}
