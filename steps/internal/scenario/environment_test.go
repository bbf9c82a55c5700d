package scenario

import "testing"

// What a setup calls an output is there for the checks; what a check calls one
// is its own.
func TestTheGroundRemembersWhatThePreparationHasCalled(t *testing.T) {
	environment := &Environment{Prepare: true}
	s := &Scenario{environment: environment}
	s.Remember("uid", "123")
	if environment.Outputs["uid"] != "123" {
		t.Errorf("the environment has %v", environment.Outputs)
	}
	environment.Prepare = false
	s.Remember("uid", "456")
	if environment.Outputs["uid"] != "123" {
		t.Errorf("a check has changed it: %v", environment.Outputs)
	}
	(&Scenario{}).Remember("uid", "789") // a scenario without an environment has nothing to keep
}
