// Command reference writes runner/README.md: the commands, the keys of lab.yaml, the
// formats of reports, the exit codes and the environment variables. A test fails while
// the page is stale.
package main

//go:generate go run . ../../README.md

import (
	"fmt"
	"os"

	"github.com/gherkube/gherkube/runner/internal/cli"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: reference FILE")
		os.Exit(3)
	}
	content, err := page(cli.Command(), lab.Schema)
	if err == nil {
		err = os.WriteFile(os.Args[1], []byte(content), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "reference:", err)
		os.Exit(2)
	}
}
