package scenario

import (
	"fmt"
	"maps"
	"slices"

	corev1 "k8s.io/api/core/v1"
)

// Values returns a copy of the values that sentences write as ${name}.
func (s *Scenario) Values() map[string]string { return maps.Clone(s.values) }

// SetValue names a value, for later sentences to write as ${name}.
func (s *Scenario) SetValue(name, value string) error {
	if name == NamespaceValue {
		return fmt.Errorf("${%s} is the scenario's namespace: give the value another name", name)
	}
	s.values[name] = value
	return nil
}

// Remember stores a value for the checks, if this is the setup.
func (s *Scenario) Remember(name, value string) {
	if s.environment == nil || !s.environment.Prepare {
		return
	}
	if s.environment.Outputs == nil {
		s.environment.Outputs = map[string]string{}
	}
	s.environment.Outputs[name] = value
}

// Call gives pods an alias.
func (s *Scenario) Call(alias string, pods ...*corev1.Pod) { s.called[alias] = pods }

// Called returns the pods of an alias.
func (s *Scenario) Called(alias string) (pods []*corev1.Pod, found bool) {
	pods, found = s.called[alias]
	return pods, found
}

// Aliases lists the aliases of pods, sorted.
func (s *Scenario) Aliases() []string { return slices.Sorted(maps.Keys(s.called)) }
