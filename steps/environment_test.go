package steps

import "testing"

// What a setup calls an output is there for the checks; what a check calls one
// is its own.
func TestTheGroundRemembersWhatThePreparationHasCalled(t *testing.T) {
	environment := &Environment{Prepare: true}
	s := &scenario{environment: environment}
	s.remember("uid", "123")
	if environment.Called["uid"] != "123" {
		t.Errorf("the environment has %v", environment.Called)
	}
	environment.Prepare = false
	s.remember("uid", "456")
	if environment.Called["uid"] != "123" {
		t.Errorf("a check has changed it: %v", environment.Called)
	}
	(&scenario{}).remember("uid", "789") // a scenario without an environment has nothing to keep
}
