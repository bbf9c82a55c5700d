package steps

import (
	"testing"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
)

func TestAmountsAreSharesOfAWorkersRoom(t *testing.T) {
	room := corev1.ResourceList{"cpu": resource.MustParse("2"), "memory": resource.MustParse("8Gi")}
	for _, row := range []struct {
		name       corev1.ResourceName
		text, want string
	}{
		{"cpu", "60%", "1200m"}, {"cpu", "200%", "4"}, {"cpu", "500m", "500m"},
		{"memory", "50%", "4Gi"}, {"memory", "1%", "85899345"}, {"memory", "64Mi", "64Mi"},
	} {
		if got, err := amountOf(row.name, row.text, room); err != nil || got.String() != row.want {
			t.Errorf("%s %s: got %s, %v, want %s", row.name, row.text, got.String(), err, row.want)
		}
	}
	for _, text := range []string{"0%", "-5%", "half%", "%", "much", ""} {
		if got, err := amountOf("cpu", text, room); err == nil {
			t.Errorf("%q was taken for %s", text, got.String())
		}
	}
}
