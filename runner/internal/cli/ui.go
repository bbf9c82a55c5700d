package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// anyPort is the value of --ui without a port.
const anyPort = "any"

// uiFlag is the value of --ui: whether to serve the page, and at which port; 0 is any.
type uiFlag struct {
	on   bool
	port int
}

// String implements pflag.Value.
func (f *uiFlag) String() string {
	if f.port > 0 {
		return strconv.Itoa(f.port)
	}
	return ""
}

// Type implements pflag.Value.
func (f *uiFlag) Type() string { return "port" }

// Set implements pflag.Value.
func (f *uiFlag) Set(text string) error {
	f.on, f.port = true, 0
	if text == anyPort {
		return nil
	}
	port, err := strconv.ParseUint(text, 10, 16)
	if err != nil || port == 0 {
		return input.Errorf("a port is a number from 1 to 65535, with an equals sign: --ui=8080")
	}
	f.port = int(port)
	return nil
}

// labUIFlag adds the flag --ui to a command for labs.
func labUIFlag(cmd *cobra.Command, to *uiFlag, usage string) {
	cmd.Flags().Var(to, "ui", usage+", on this machine only, at this port or any; the link is on standard error")
	cmd.Flags().Lookup("ui").NoOptDefVal = anyPort
}
