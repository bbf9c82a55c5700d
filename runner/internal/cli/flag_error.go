package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// flagError returns a readable error for an invalid flag value. The library's
// message quotes the error of a Go function.
func flagError(cmd *cobra.Command, err error) error {
	var wrong *pflag.InvalidValueError
	if !errors.As(err, &wrong) {
		return fmt.Errorf("%w\nSee '%s --help'", err, cmd.CommandPath())
	}
	flag := wrong.GetFlag()
	expected, known := map[string]string{
		"bool": "expected true or false", "int": "expected a whole number", "duration": "expected a duration, as 90s or 15m",
	}[flag.Value.Type()]
	if !known {
		expected = wrong.Unwrap().Error()
	}
	return input.Errorf("--%s %s: %s\nSee '%s --help'", flag.Name, wrong.GetValue(), expected, cmd.CommandPath())
}
