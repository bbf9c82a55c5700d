package run_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/run"
)

func withImages(o *run.Options) { o.Images = []string{"shop:dev", "till:2"} }

func TestEveryClusterIsGivenTheImages(t *testing.T) {
	log := &platformLog{}
	o := executed(t, t.Context(), twoScenarios, on(fake(log)), withImages)
	want := []string{"publish shop:dev to c4", "publish till:2 to c4", "close c4"}
	if o.code != 0 || !slices.Equal(log.calls[len(log.calls)-3:], want) {
		t.Errorf("calls %q, code %d: %s", log.calls, o.code, o.stderr)
	}
	if !strings.Contains(o.stdout, "--image shop:dev --image till:2") {
		t.Errorf("the command that repeats the run leaves them out: %s", o.stdout)
	}
}

func TestANamedClusterIsGivenTheImages(t *testing.T) {
	log := &platformLog{}
	o := executed(t, t.Context(), twoScenarios, on(fake(log)), withImages, func(o *run.Options) { o.Cluster = "dev" })
	want := []string{"preflight", "attach dev", "publish shop:dev to dev", "publish till:2 to dev"}
	if o.code != 0 || !slices.Equal(log.calls, want) {
		t.Errorf("calls %q, code %d: %s", log.calls, o.code, o.stderr)
	}
}

func TestAnImageThatTheEngineDoesNotHaveIsBadInput(t *testing.T) {
	log := &platformLog{}
	p := fake(log)
	p.HasImage = func(_ context.Context, ref string) error {
		if ref == "till:2" {
			return errors.New("there is none")
		}
		return nil
	}
	o := executed(t, t.Context(), twoScenarios, on(p), withImages)
	if o.code != run.CodeInput || o.err == nil || o.err.Error() != "--image till:2: there is none" || !slices.Equal(log.calls, []string{"preflight"}) {
		t.Errorf("calls %q, code %d: %v", log.calls, o.code, o.err)
	}
}
