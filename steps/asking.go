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
	var status apierrors.APIStatus
	if errors.As(err, &status) && status.Status().Code < http.StatusInternalServerError {
		return fmt.Errorf("%s: %w", what, err)
	}
	return verdict.Unseenf("%s: %w", what, err)
}
