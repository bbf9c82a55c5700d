package inventory

import (
	"fmt"
	"strings"

	"github.com/google/go-containerregistry/pkg/name"

	"github.com/gherkube/gherkube/steps/spelling"
)

// ImageError returns an error if a text is not the name of an image.
func ImageError(ref string) error {
	if _, err := name.ParseReference(ref); err != nil || strings.TrimSpace(ref) != ref {
		return fmt.Errorf("%q is not the name of an image: write one as nginx:1.26, in lower-case letters", ref)
	}
	return nil
}

// NearImage returns an image of a cluster's registry that may have been meant by one that
// it does not have: the same with another tag, or one with a similar name. It returns "" if
// there is none.
func NearImage(ref string) string {
	written, _, _ := strings.Cut(Normal(ref), ":")
	var names []string
	for _, have := range Images() {
		name, _, _ := strings.Cut(have, ":")
		if name == written {
			return name + ":latest"
		}
		names = append(names, name)
	}
	return spelling.Nearest(written, names)
}
