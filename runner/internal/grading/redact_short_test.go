package grading

import (
	"errors"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
)

// door returns a Secret with a short value.
func door() ([]corev1.Secret, error) {
	return []corev1.Secret{{Data: map[string][]byte{"admin-pin": []byte("4321\n"), "open": []byte("yes")}}}, nil
}

func TestShortSecretsAreHiddenBesideTheirKeysAndWhereTheyAreRead(t *testing.T) {
	rows := map[string]struct{ text, want string }{
		"an environment":    {"ADMIN_PIN=4321\nPORT=4321", "ADMIN_PIN=[redacted]\nPORT=4321"},
		"a longer name":     {"DOOR_ADMIN_PIN=4321", "DOOR_ADMIN_PIN=[redacted]"},
		"JSON":              {`{"admin-pin": "4321"}`, `{"admin-pin": "[redacted]"}`},
		"JSON in a string":  {`{\"admin-pin\":\"4321\"}`, `{\"admin-pin\":\"[redacted]\"}`},
		"a map of Go":       {"map[admin-pin:4321 open:yes]", "map[admin-pin:[redacted] open:[redacted]]"},
		"in base64":         {"it is NDMyMQo= or NDMyMQ==", "it is [redacted] or [redacted]"},
		"by a path of JSON": {"\"kubectl get secret door -o jsonpath={.data.open} | base64 -d\"\n     saw: yes", "\"kubectl get secret door -o jsonpath={.data.open} | base64 -d\"\n     saw: [redacted]"},
		"by a template":     {`{{index .data "admin-pin"}} said 4321`, `{{index .data "admin-pin"}} said [redacted]`},
		"from a volume":     {"cat /etc/door/admin-pin prints 4321, and 43210, 4321-a", "cat /etc/door/admin-pin prints [redacted], and 43210, 4321-a"},
		"another word":      {"admin-pin: 43211", "admin-pin: 43211"},
		"another key":       {"openly=yes, reopened: yes", "openly=yes, reopened: yes"},
		"elsewhere":         {"yes, on port 4321", "yes, on port 4321"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			if got := newVault(door).redact()(row.text); got != row.want {
				t.Errorf("got  %s\nwant %s", got, row.want)
			}
		})
	}
}

// TestWhatAShownSecretHoldsIsHiddenByItsPlace uses a cluster that no longer returns
// its Secrets: everything in the place of a Secret's values is redacted.
func TestWhatAShownSecretHoldsIsHiddenByItsPlace(t *testing.T) {
	rows := map[string]struct{ text, want string }{
		"YAML": {
			"     saw: apiVersion: v1\n          data:\n            pin: eA==\n            more: |\n              x: y\n              z\n          kind: Secret\n",
			"     saw: apiVersion: v1\n          data:\n            pin: [redacted]\n            more: [redacted]\n          kind: Secret\n",
		},
		"a list":         {"- apiVersion: v1\n  stringData:\n    a: x\n  kind: Secret\n", "- apiVersion: v1\n  stringData:\n    a: [redacted]\n  kind: Secret\n"},
		"data first":     {"items:\n- data:\n    a: x\n  kind: Secret\n", "items:\n- data:\n    a: [redacted]\n  kind: Secret\n"},
		"the command":    {"kubectl get secret a -o yaml\ndata:\n  pin: x", "kubectl get secret a -o yaml\ndata:\n  pin: [redacted]"},
		"JSON":           {`{"data": {"a": "}x", "b": "\"y"}, "kind": "Secret"}`, `{"data": {[redacted]}, "kind": "Secret"}`},
		"JSON, cut off":  {`kubectl get secret: {"data": {"a": "xy`, `kubectl get secret: {"data": {[redacted]`},
		"the annotation": {`{\"stringData\":{\"a\":\"x\"},\"kind\":\"Secret\"}`, `{\"stringData\":{[redacted]},\"kind\":\"Secret\"}`},
		"a ConfigMap":    {"data:\n  a: x\nkind: ConfigMap", "data:\n  a: x\nkind: ConfigMap"},
		"beside it":      {"kind: Secret\ndata:\n  a: x\ntype: Opaque", "kind: Secret\ndata:\n  a: [redacted]\ntype: Opaque"},
		"nothing in it":  {"kind: Secret\ndata: {}\ntype: Opaque", "kind: Secret\ndata: {}\ntype: Opaque"},
	}
	gone := func() ([]corev1.Secret, error) { return nil, errors.New("the API server is gone") }
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			if got := newVault(gone).redact()(row.text); got != row.want {
				t.Errorf("got  %s\nwant %s", got, row.want)
			}
		})
	}
}

func TestATextOfAnySizeIsHiddenInTime(t *testing.T) {
	long := strings.Repeat("secret data:\n  open: yes\n", 1<<15)
	if got := newVault(door).redact()(long); strings.Contains(got, "yes") {
		t.Error("not all is hidden")
	}
}

// TestAValueThatIsTheKeyOfAnotherHidesIt uses a value that equals the key of
// another Secret. Redacting that value first would hide the other one's key.
func TestAValueThatIsTheKeyOfAnotherHidesIt(t *testing.T) {
	secrets := []corev1.Secret{{Data: map[string][]byte{"open": []byte("pin"), "pin": []byte("4321")}}}
	for range 50 {
		v := newVault(func() ([]corev1.Secret, error) { return secrets, nil })
		if got, want := v.redact()("{.data.open} says pin=4321"), "{.data.open} says [redacted]=[redacted]"; got != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
	}
}
