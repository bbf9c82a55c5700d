package grammar

import (
	"strings"
	"testing"
)

var someValues = map[string]string{"namespace": "scenario-1", "ip": "10.244.1.7"}

func TestValuesStandInThePlaceOfTheirNames(t *testing.T) {
	for given, want := range map[string]string{
		"curl http://${ip}/":       "curl http://10.244.1.7/",
		"blue-${namespace}/${ip}":  "blue-scenario-1/10.244.1.7",
		"echo $HOME $(date) $ip":   "echo $HOME $(date) $ip",
		"echo ${x:-1} ${#x} ${x%}": "echo ${x:-1} ${#x} ${x%}",
	} {
		if got, err := Fill(given, someValues); err != nil || got != want {
			t.Errorf("%s: got %q, %v, want %q", given, got, err, want)
		}
	}
}

func TestAnUnknownNameListsThoseThereAre(t *testing.T) {
	_, err := Fill("curl ${adress}", someValues)
	if err == nil || !strings.Contains(err.Error(), "${adress}; defined: ${ip}, ${namespace}") {
		t.Errorf("got %v", err)
	}
}
