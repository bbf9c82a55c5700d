package steps

import "testing"

// What a setup calls an output is there for the checks; what a check calls one
// is its own.
func TestTheGroundRemembersWhatThePreparationHasCalled(t *testing.T) {
	ground := &Ground{Prepare: true}
	s := &scenario{ground: ground}
	s.remember("uid", "123")
	if ground.Called["uid"] != "123" {
		t.Errorf("the ground has %v", ground.Called)
	}
	ground.Prepare = false
	s.remember("uid", "456")
	if ground.Called["uid"] != "123" {
		t.Errorf("a check has changed it: %v", ground.Called)
	}
	(&scenario{}).remember("uid", "789") // a scenario without a ground has nothing to keep
}
