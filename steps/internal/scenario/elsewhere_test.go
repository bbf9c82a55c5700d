package scenario

import (
	"strings"
	"testing"
)

func TestObjectsElsewhereAreRemovedIfTheyBearTheScenariosNamespace(t *testing.T) {
	s := &Scenario{namespace: "blue-1"}
	s.AppliesElsewhere("v1", "Secret", "kube-system", "token-blue-1")
	s.AppliesElsewhere("v1", "Secret", "kube-system", "token")
	s.AppliesElsewhere("v1", "Secret", "other-blue-1", "token-blue-1")
	s.AppliesElsewhere("v1", "Secret", "", "token-blue-1")
	if len(s.elsewhere) != 1 || s.elsewhere[0].Metadata.Name != "token-blue-1" || s.elsewhere[0].Metadata.Namespace != "kube-system" {
		t.Errorf("got %+v", s.elsewhere)
	}
}

func TestNothingInAnObjectElsewhereEndsItsHereDocument(t *testing.T) {
	s := &Scenario{namespace: "blue-1"}
	s.AppliesElsewhere("v1", "Secret", "a\n---\nrm -rf /\n", "b-blue-1")
	script, err := elsewhereScript(s.elsewhere)
	if err != nil || strings.Contains(script, "\nrm -rf") || !strings.Contains(script, `a\n---\nrm -rf /`) {
		t.Errorf("got %v\n%s", err, script)
	}
}
