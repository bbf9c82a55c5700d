package steps

import (
	"testing"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// A path that does not fit an object is a mistake: without the object, "there are no ..."
// would hold.
func TestAPathThatDoesNotFitAnObjectIsNoMismatch(t *testing.T) {
	foo := &unstructured.Unstructured{Object: map[string]any{"kind": "Foo", "spec": map[string]any{"image": "x", "ports": []any{"80"}}}}
	for path, want := range map[string]struct{ is, fails bool }{
		"{.spec.image}":    {true, false},
		"{.spec.missing}":  {false, false},
		"{.spec.ports[7]}": {false, false},
		"{.spec.image[0]}": {false, true},
	} {
		filter, err := fieldIs([]string{path, "is", "x"})
		if err != nil {
			t.Fatal(err)
		}
		if is, err := filter(foo); is != want.is || (err != nil) != want.fails {
			t.Errorf("%s: got %v, %v", path, is, err)
		}
	}
}
