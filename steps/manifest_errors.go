package steps

import "github.com/gherkube/gherkube/steps/internal/manifest"

// ManifestError is an error in a field of a manifest, which the API server would reject.
type ManifestError = manifest.Error

// ManifestErrors decodes the objects of a text strictly. It skips kinds that client-go does
// not know, since they may come from a CRD. A ${name} stands for a value of any type. Text
// that is not YAML has no errors here.
func ManifestErrors(text string) []ManifestError { return manifest.Errors(text) }
