package scenario

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Asking words the error of a request to the API server. What the server
// itself refuses is an answer; that it does not answer, or is not itself, means
// that nobody could look.
func Asking(err error, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	if IsRefusal(err) {
		return fmt.Errorf("%s: %w", what, err)
	}
	return verdict.Unseenf("%s: %w", what, err)
}

// IsRefusal reports whether the API server itself answered so. What it says while
// it is not itself is none; that a webhook which it was told to ask does not
// answer is the answer of a server that works.
func IsRefusal(err error) bool {
	var status apierrors.APIStatus
	if !errors.As(err, &status) {
		return false
	}
	return status.Status().Code < http.StatusInternalServerError || strings.Contains(status.Status().Message, webhookFailed)
}

// webhookFailed is how the API server words that it could not ask a webhook
// (k8s.io/apiserver/pkg/admission/plugin/webhook/errors).
const webhookFailed = "failed calling webhook "
