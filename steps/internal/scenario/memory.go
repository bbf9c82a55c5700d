package scenario

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// memoryPrefix is the prefix of remembered objects among the outputs of a lab's setup,
// which its checks get. No value has a name with this prefix.
const memoryPrefix = "object:"

// MemoryName returns the name of a remembered object among the outputs of a lab's
// setup.
func MemoryName(name string) string { return memoryPrefix + name }

// memory is an object at one time, and a time just before it was requested.
type memory struct {
	At     time.Time                  `json:"at"`
	Object *unstructured.Unstructured `json:"object"`
}

// RememberObject stores an object under a name; in the setup, the checks get it too.
// The time is one just before the object was requested.
func (s *Scenario) RememberObject(name string, o *unstructured.Unstructured, at time.Time) error {
	m := memory{At: at, Object: o}
	s.memories[name] = m
	content, err := json.Marshal(m)
	if err != nil {
		return err
	}
	s.Remember(MemoryName(name), string(content))
	return nil
}

// Remembered returns the object that was remembered under a name.
func (s *Scenario) Remembered(name string) (o *unstructured.Unstructured, found bool) {
	m, found := s.memories[name]
	return m.Object, found
}

// RememberedAt returns the time at which an object was remembered under a name.
func (s *Scenario) RememberedAt(name string) (at time.Time, found bool) {
	m, found := s.memories[name]
	return m.At, found
}

// Memories lists the names of remembered objects, sorted.
func (s *Scenario) Memories() []string { return slices.Sorted(maps.Keys(s.memories)) }

// takeOutputs imports the outputs of a lab's setup.
func (s *Scenario) takeOutputs(outputs map[string]string) error {
	for name, value := range outputs {
		of, isMemory := strings.CutPrefix(name, memoryPrefix)
		if !isMemory {
			s.values[name] = value
			continue
		}
		m := memory{Object: &unstructured.Unstructured{}}
		if err := json.Unmarshal([]byte(value), &m); err != nil {
			return fmt.Errorf("reading the remembered object %q: %w", of, err)
		}
		if m.At.IsZero() || m.Object.Object == nil {
			return verdict.Unseenf("the remembered object %q was written by another version of gherkube: set the lab up again", of)
		}
		s.memories[of] = m
	}
	return nil
}
