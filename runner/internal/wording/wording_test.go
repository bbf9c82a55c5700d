package wording_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/wording"
)

func TestWhatLibrariesSayIsPutPlainly(t *testing.T) {
	expired, cancel := context.WithTimeout(t.Context(), 0)
	defer cancel()
	for err, want := range map[error]string{
		expired.Err(): "asking: the time ran out",
		errors.New("client rate limiter Wait returned an error: rate: Wait(n=1) would exceed context deadline"):           "asking: the time ran out before the API server could be asked again",
		errors.New("error during connect: Get \"http://127.0.0.1:1/v1.55/containers/json?all=1\": interrupted (SIGTERM)"): "asking: interrupted (SIGTERM)",
		errors.New("pods \"web\" not found"): "asking: pods \"web\" not found",
	} {
		if got := wording.Plain(fmt.Sprintf("asking: %v", err)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
