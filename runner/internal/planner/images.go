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

// ails matches what a scenario says of a pod whose image cannot be pulled.
var ails = regexp.MustCompile(`Pending|ImagePull|ErrImage|InvalidImage|[Ff]ailed to pull|pull access|0 ready|no answer|is not |are not |No\b|Waiting|refused|fails|이 아니다|가 아니다|실패|거부`)

// imageWithin rejects an image that is no name, or that resembles one of the cluster's
// registry, unless the scenario says that it cannot be pulled or gives it to the registry.
func (m *maker) imageWithin(s *plan.Scenario, step *plan.Step, image string) {
	for _, other := range s.Steps {
		if other.Line == step.Line && other.Text == step.Text {
			continue
		}
		if text := other.Text + "\n" + other.DocString(); ails.MatchString(text) || strings.Contains(text, image) && !strings.Contains(text, `image "`+image) {
			return
		}
	}
	if err := inventory.ImageError(image); err != nil {
		m.wrongIn(s, step, "%v", err)
		return
	}
	if m.request.Cluster != "" || inventory.HasImage(image, m.request.Images) {
		return
	}
	if meant := inventory.NearImage(image); meant != "" {
		m.wrongIn(s, step, "the cluster's registry has no image %q: did you mean %q? (gherkube image pods lists them; for one of your engine give --image %s)", image, meant, image)
	}
}

// images rejects preparations with an image that no pod of the cluster can pull:
// they would wait in vain. An action may name one, because a missing image can be
// the point of a scenario. A running cluster may have further images, and so may a
// cluster for which an earlier command names the image.
func (m *maker) images(s *plan.Scenario, step *plan.Step, definition steps.Step) {
	found := imageNamed.FindStringSubmatch(step.Text)
	if found == nil {
		return
	}
	image := found[1]
	if !slices.Equal(definition.Kinds, []steps.Kind{steps.Given}) {
		if !definition.Allows(steps.Then) {
			m.imageWithin(s, step, image)
		}
		return
	}
	if m.request.Cluster != "" {
		return
	}
	line := m.lineOf(s, step)
	named := slices.ContainsFunc(line.Before, func(before string) bool { return strings.Contains(before, image) })
	if named || inventory.HasImage(image, m.request.Images) {
		return
	}
	m.wrongIn(s, step, "the cluster's registry has no image %q; it has %s; for one of your engine give --image %s",
		image, strings.Join(inventory.Images(), ", "), image)
}
