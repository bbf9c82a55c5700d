package scenario

import "testing"

// An output that the setup names is available to the checks. An output that a check
// names stays its own.
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
	(&Scenario{}).Remember("uid", "789") // without an environment, there is nowhere to store it
}
