package steps

import (
	"testing"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
)

func TestASelectorFindsWhatADeploymentMakes(t *testing.T) {
	template := labels.Set{"app": "web", "tier": "front"}
	rows := []struct {
		name     string
		selector map[string]string
		template labels.Set
		whole    bool
	}{
		{"all labels", map[string]string{"app": "web", "tier": "front"}, template, true},
		{"one of them", map[string]string{"app": "web"}, template, true},
		{"a label that only the pods of today carry", map[string]string{"app": "web", "pod-template-hash": "7887"}, template, false},
		{"another value", map[string]string{"app": "db"}, template, false},
		{"no selector", nil, template, false},
		{"no deployment", map[string]string{"app": "web"}, nil, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			s := selection{service: &corev1.Service{Spec: corev1.ServiceSpec{Selector: row.selector}}, template: row.template}
			if s.whole() != row.whole {
				t.Errorf("got %v: %s", s.whole(), s.Describe())
			}
		})
	}
	if (selection{template: template}).whole() {
		t.Error("a service that is not there selects")
	}
}

func TestAServiceLeadsToAllAndOnly(t *testing.T) {
	rows := []struct {
		name         string
		leads, ready []string
		right        bool
	}{
		{"all", []string{"10.0.0.1", "10.0.0.2"}, []string{"10.0.0.1", "10.0.0.2"}, true},
		{"one of two", []string{"10.0.0.1"}, []string{"10.0.0.1", "10.0.0.2"}, false},
		{"a stranger too", []string{"10.0.0.1", "10.0.0.3"}, []string{"10.0.0.1"}, false},
		{"nowhere, and there are none", nil, nil, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			if b := (backends{row.leads, row.ready}); b.right() != row.right {
				t.Errorf("got %v: %s", b.right(), b.Describe())
			}
		})
	}
}

func TestThePodsOfADeploymentByName(t *testing.T) {
	b := bindings{present: []string{"web-1-a", "web-1-b"}, bound: []string{"web-1-a", "web-1-b", "web-0-c"}}
	if !b.all() {
		t.Errorf("got %s", b.Describe())
	}
	if b.present = append(b.present, "web-1-d"); b.all() {
		t.Errorf("one was not bound by the scheduler: %s", b.Describe())
	}
	if (bindings{}).all() {
		t.Error("no pods at all were bound")
	}
}
