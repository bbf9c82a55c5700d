package grading

import (
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
)

func TestSecretsAreHiddenInEvidence(t *testing.T) {
	hide := hiding([]corev1.Secret{{Data: map[string][]byte{"password": []byte("hunter2!\n"), "on": []byte("yes")}}})
	text := `password: hunter2!
  in base64: aHVudGVyMiEK, and yes, that is all
token: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW0ifQ.c2lnbmF0dXJlMTIz
-----BEGIN EC PRIVATE KEY-----
MHcCAQEE
-----END EC PRIVATE KEY-----
client-key-data: LS0tLS1CRUdJTg==`
	got := hide(text)
	for _, secret := range []string{"hunter2", "aHVudGVyMiEK", "eyJ", "MHcCAQEE", "LS0t"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is shown:\n%s", secret, got)
		}
	}
	if !strings.Contains(got, "and yes, that is all") {
		t.Errorf("what is no secret is hidden:\n%s", got)
	}
}
