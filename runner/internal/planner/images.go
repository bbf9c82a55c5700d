package planner

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/inventory"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// imageNamed matches the image in a sentence, unless it contains a placeholder.
var imageNamed = regexp.MustCompile(`(?:image|이미지) "([^"$<]+)"`)

// images rejects preparations with an image that no pod of the cluster can pull:
// they would wait in vain. An action may name one, because a missing image can be
// the point of a scenario. A running cluster may have further images, and so may a
// cluster for which an earlier command names the image.
func (m *maker) images(s *plan.Scenario, step *plan.Step, definition steps.Step) {
	found := imageNamed.FindStringSubmatch(step.Text)
	if found == nil || !slices.Equal(definition.Kinds, []steps.Kind{steps.Given}) || m.request.Cluster != "" {
		return
	}
	image := found[1]
	line := m.lineOf(s, step)
	named := slices.ContainsFunc(line.Before, func(before string) bool { return strings.Contains(before, image) })
	if named || inventory.HasImage(image, m.request.Images) {
		return
	}
	m.wrongIn(s, step, "the cluster's registry has no image %q; it has %s; for one of your engine give --image %s",
		image, strings.Join(inventory.Images(), ", "), image)
}
