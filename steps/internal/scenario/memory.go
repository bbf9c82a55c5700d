package scenario

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// memoryPrefix is what the names of remembered objects begin with among the outputs of a
// lab's setup, which its checks get. No value has such a name.
const memoryPrefix = "object:"

// MemoryName is the name of a remembered object among the outputs of a lab's setup.
func MemoryName(name string) string { return memoryPrefix + name }

// RememberObject keeps an object under a name, also for the checks if this is the setup.
func (s *Scenario) RememberObject(name string, o *unstructured.Unstructured) error {
	s.memories[name] = o
	content, err := json.Marshal(o)
	if err != nil {
		return err
	}
	s.Remember(MemoryName(name), string(content))
	return nil
}

// Remembered returns the object that was remembered under a name.
func (s *Scenario) Remembered(name string) (o *unstructured.Unstructured, found bool) {
	o, found = s.memories[name]
	return o, found
}

// Memories lists the names of remembered objects, sorted.
func (s *Scenario) Memories() []string { return slices.Sorted(maps.Keys(s.memories)) }

// takeOutputs takes what the setup of a lab has named.
func (s *Scenario) takeOutputs(outputs map[string]string) error {
	for name, value := range outputs {
		of, isMemory := strings.CutPrefix(name, memoryPrefix)
		if !isMemory {
			s.values[name] = value
			continue
		}
		o := &unstructured.Unstructured{}
		if err := json.Unmarshal([]byte(value), o); err != nil {
			return err
		}
		s.memories[of] = o
	}
	return nil
}
