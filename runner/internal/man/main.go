// Command man writes what a release has beside the program: a page of the manual for each
// command, and completions of shells.
package main

import (
	"fmt"
	"os"

	"github.com/gherkube/gherkube/runner/internal/cli"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: man FOLDER")
		os.Exit(3)
	}
	if err := write(os.Args[1], cli.Command()); err != nil {
		fmt.Fprintln(os.Stderr, "man:", err)
		os.Exit(2)
	}
}
