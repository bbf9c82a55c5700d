package cli

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// The forms of a command's result.
const (
	textOutput = "text"
	wideOutput = "wide"
	jsonOutput = "json"
)

// listing is the result of a command that lists things.
type listing struct {
	text  [][]string // the rows for people, heading first
	wide  [][]string // the same with more columns
	items any        // the same for programs
}

// outputFlag adds --output to a command that lists things.
func outputFlag(cmd *cobra.Command, output *string) {
	cmd.Flags().StringVarP(output, "output", "o", textOutput, "how to print the list: text, wide (text with more columns) or json")
	choices(cmd, "output", textOutput, wideOutput, jsonOutput)
}

// knownOutput returns an error if a list has no such form.
func knownOutput(output string) error {
	switch output {
	case textOutput, wideOutput, jsonOutput:
		return nil
	}
	return input.Errorf("--output %q: use %s, %s or %s", output, textOutput, wideOutput, jsonOutput)
}

// print prints the list in a form.
func (a *app) print(l listing, output string) error {
	switch output {
	case jsonOutput:
		return a.encode(l.items)
	case wideOutput:
		return a.table(l.wide)
	}
	return a.table(l.text)
}

// table prints rows of cells, the last one wrapped to the terminal.
func (a *app) table(rows [][]string) error {
	_, err := io.WriteString(a.terminal.Stdout, terminal.Table(rows, a.terminal.Width()))
	return err
}

// encode prints a value for programs.
func (a *app) encode(value any) error {
	to := json.NewEncoder(a.terminal.Stdout)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	return to.Encode(value)
}
