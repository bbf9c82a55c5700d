package scenario

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// Asking wraps the error of a request to the API server. A rejection by a working
// server is an answer. If the server did not answer or did not work, nothing could be
// observed.
func Asking(err error, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	if IsRefusal(err) {
		return fmt.Errorf("%s: %w", what, err)
	}
	return verdict.Unseenf("%s: %w", what, err)
}

// IsRefusal reports whether a working API server itself rejected the request. Errors of
// a server that does not work are no rejections. A webhook's failure to answer is one,
// because the server that reports it works.
func IsRefusal(err error) bool {
	var status apierrors.APIStatus
	if !errors.As(err, &status) {
		return false
	}
	return status.Status().Code < http.StatusInternalServerError || strings.Contains(status.Status().Message, webhookFailed)
}

// webhookFailed begins the API server's message about a failed call to a webhook
// (k8s.io/apiserver/pkg/admission/plugin/webhook/errors).
const webhookFailed = "failed calling webhook "
