package steps

import "github.com/gherkube/gherkube/steps/internal/manifest"

// ManifestError is a field of a manifest that the API server would refuse.
type ManifestError = manifest.Error

// ManifestErrors decodes the objects of a text strictly, as far as client-go
// knows their kinds; kinds of other groups may come from a CRD. A ${name} stands
// for a value of any type. Text that is no YAML has no errors here.
func ManifestErrors(text string) []ManifestError { return manifest.Errors(text) }
