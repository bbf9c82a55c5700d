package report

import "testing"

func TestAFormatHasTheNamesItHasElsewhere(t *testing.T) {
	specs, err := Parse([]string{"json:report.json"})
	if err != nil || specs[0] != (Spec{Name: "cucumber", File: "report.json"}) {
		t.Errorf("%v, %v", specs, err)
	}
}
