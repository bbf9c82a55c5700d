package scenario

import "testing"

// Labs that are up may outlast an upgrade of gherkube.
func TestARememberedObjectOfAnotherVersionIsNoObject(t *testing.T) {
	old := map[string]string{MemoryName("before"): `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"web"}}`}
	s := Fake{}.Scenario()
	if err := s.takeOutputs(old); err == nil {
		t.Error("it is taken for an empty object")
	}
}
