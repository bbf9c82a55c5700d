package steps

import (
	"errors"
	"fmt"
	"net/http"

	apierrors "k8s.io/apimachinery/pkg/api/errors"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// asking words the error of a request to the API server. What the server
// itself refuses is an answer; that it does not answer, or is not itself, means
// that nobody could look.
func asking(err error, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	if isRefusal(err) {
		return fmt.Errorf("%s: %w", what, err)
	}
	return verdict.Unseenf("%s: %w", what, err)
}

// isRefusal tells whether the API server itself answered so. What it says while
// it is not itself is none.
func isRefusal(err error) bool {
	var status apierrors.APIStatus
	return errors.As(err, &status) && status.Status().Code < http.StatusInternalServerError
}
