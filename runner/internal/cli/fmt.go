package cli

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/aymanbagabas/go-udiff"
	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/layout"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

const fmtLong = `Format features in the layout of Cucumber's own formatter: two spaces per level,
an empty line between scenarios, tables in columns. Numbers in tables are
aligned to the right, and East Asian characters count as two columns.

Only white space changes. Comments stay beside what they comment on; doc
strings, steps and the language of the file stay as they are. Before a file is
replaced, gherkube parses the old and the new text and compares them: if they
differed in meaning, the file would stay as it is.

The command prints the names of the files that it changed. With "-", it formats
standard input to standard output. Folders named testdata are skipped unless you
name them. The default path is "features".

Exit codes:
  0  all files are formatted now (with --check: were formatted)
  3  a file is not a feature, or not formatted (--check); nothing was changed`

const fmtExample = `  # Format all features in the folder "features"
  gherkube fmt

  # In CI: list the files that are not formatted, and show what would change
  gherkube fmt --check --diff features labs

  # In an editor
  gherkube fmt - < x.feature`

// standardInput names standard input on the command line, and in errors.
const standardInput = "-"

type fmtOptions struct{ check, diff bool }

func newFmt(a *app) *cobra.Command {
	var o fmtOptions
	cmd := &cobra.Command{
		Use: "fmt [FILE | FOLDER | -]...", Short: "Format features", Long: fmtLong, Example: fmtExample,
		ValidArgsFunction: a.completeFeatures,
		RunE:              func(cmd *cobra.Command, paths []string) error { return a.format(cmd.InOrStdin(), paths, o) },
	}
	cmd.Flags().BoolVar(&o.check, "check", false, "change nothing, and fail if a file is not formatted")
	cmd.Flags().BoolVar(&o.diff, "diff", false, "change nothing, and print what would change")
	return cmd
}

func (a *app) format(stdin io.Reader, paths []string, o fmtOptions) error {
	if slices.Contains(paths, standardInput) {
		return a.formatInput(stdin, paths, o)
	}
	files, err := readAll(paths)
	if err != nil {
		return err
	}
	files = slices.DeleteFunc(files, func(f *layout.File) bool { return !f.Changed() })
	if o.check || o.diff {
		return a.compare(files, o)
	}
	for _, f := range files {
		if err := f.Write(); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(a.terminal.Stdout, f.Path); err != nil {
			return err
		}
	}
	return nil
}

// readAll reads all files before any is written, so that an error leaves all files
// unchanged.
func readAll(paths []string) ([]*layout.File, error) {
	if len(paths) == 0 {
		paths = []string{"features"}
	}
	targets, problems := feature.Find(paths)
	errs := []error{input.Join(problems)}
	var files []*layout.File
	for _, t := range targets {
		if len(t.Lines) > 0 {
			errs = append(errs, input.Join([]input.Problem{input.At(t.Path, t.Lines[0], "fmt formats whole files: leave out the line")}))
			continue
		}
		f, err := layout.Read(t.Path)
		errs = append(errs, err)
		files = append(files, f)
	}
	return files, input.Merge(errs...)
}

// compare prints the differences between the files and their formatted text.
func (a *app) compare(files []*layout.File, o fmtOptions) error {
	var problems []input.Problem
	for _, f := range files {
		if o.diff {
			text := udiff.Unified(f.Path, f.Path+" (formatted)", string(f.Content), string(f.Formatted))
			if _, err := io.WriteString(terminal.Data(a.terminal.Stdout), text); err != nil {
				return err
			}
		}
		problems = append(problems, input.At(f.Path, f.Line(), "not formatted: run gherkube fmt"))
	}
	if !o.check {
		return nil
	}
	return input.Join(problems)
}

// readInput reads a feature from standard input.
func (a *app) readInput(stdin io.Reader) ([]byte, error) {
	if file, ok := stdin.(*os.File); ok && isTerminal(file) {
		fmt.Fprintln(a.terminal.Stderr, "Reading a feature from standard input, until Ctrl-D.")
	}
	content, err := io.ReadAll(stdin)
	if err != nil {
		return nil, fmt.Errorf("reading standard input: %w", err)
	}
	return content, nil
}

// formatInput formats standard input to standard output.
func (a *app) formatInput(stdin io.Reader, paths []string, o fmtOptions) error {
	if len(paths) > 1 {
		return input.Errorf("- is standard input, and cannot be formatted together with files")
	}
	content, err := a.readInput(stdin)
	if err != nil {
		return err
	}
	formatted, err := layout.Format(standardInput, content)
	if err != nil {
		return err
	}
	f := &layout.File{Path: standardInput, Content: content, Formatted: formatted}
	if !o.check && !o.diff {
		_, err = terminal.Data(a.terminal.Stdout).Write(formatted)
		return err
	}
	if !f.Changed() {
		return nil
	}
	return a.compare([]*layout.File{f}, o)
}
