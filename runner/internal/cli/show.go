package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/report"
	"github.com/gherkube/gherkube/runner/internal/wording"
	"github.com/gherkube/gherkube/steps/spelling"
)

const showLong = `Show scenarios of a record in full: every step, why one did not pass, and the
evidence that gherkube collected. This needs no cluster. By default, the record
is the last one, and the scenarios are those that did not pass.

RECORD is the folder of a record, or its name in the user's state folder. The
scenarios of a grade are its criteria.
SCENARIO is FILE:LINE, or a part of the scenario's name.`

const showExample = `  # Show everything that did not pass in the last run
  gherkube show

  # Show one scenario of the last run
  gherkube show features/faults/worker-kubelet-stopped.feature:12

  # Show one scenario of an earlier run, by its name
  gherkube show ./record 'The node is marked Unknown' | less`

func newShow(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "show [RECORD] [SCENARIO]", Short: "Show the evidence of a scenario from the record of a run",
		Long: showLong, Example: showExample, Args: cobra.MaximumNArgs(2), ValidArgsFunction: completeShow,
		RunE: func(_ *cobra.Command, args []string) error { return a.show(args) },
	}
}

func (a *app) show(args []string) error {
	dir, scenario, err := recordAndScenario(args)
	if err != nil {
		return err
	}
	all, err := recordedRun(dir)
	if err != nil {
		return err
	}
	found, err := scenariosOf(all, dir, scenario)
	if err != nil && len(args) == 1 && isFolder(scenario) {
		_, err = recordedRun(scenario) // says that it is no record
	}
	if err != nil {
		return err
	}
	style := report.Style{Color: a.terminal.Color}
	style.Width, style.Height = a.terminal.Size()
	var errs []error
	for _, s := range found {
		errs = append(errs, report.Scenario(a.terminal.Stdout, s, style))
	}
	if scenario == "" {
		a.tellOthers(all, dir, len(found))
	}
	return errors.Join(errs...)
}

// tellOthers says what a record has besides the scenarios that were shown.
func (a *app) tellOthers(run *model.Run, dir string, shown int) {
	missing := len(keep(run, func(s *model.Scenario) bool { return s.Verdict != verdict.Passed && !s.Reached() }))
	switch {
	case missing > 0:
		a.tell("Not reached in %s: %s.", dir, wording.Counted(missing, "scenario"))
	case shown == 0:
		a.tell("Everything passed in %s.", dir)
	}
}

// recordedRun reads the record of a run, or of the checks of a grade.
func recordedRun(dir string) (*model.Run, error) {
	if grading.IsRecord(dir) {
		dir = grading.ChecksOf(dir)
	}
	kept, err := record.Read(dir)
	if err != nil {
		return nil, err
	}
	return model.Fold(kept), nil
}

// recordAndScenario tells a record from a scenario by what exists.
func recordAndScenario(args []string) (dir, scenario string, err error) {
	switch len(args) {
	case 2:
		dir, err = recordDir(args[:1])
		return dir, args[1], err
	case 1:
		if dir, err = recordDir(args); err == nil && isRecord(dir) {
			return dir, "", nil
		}
		if dir, err = recordDir(nil); err != nil && isFolder(args[0]) {
			return args[0], "", nil
		}
		return dir, args[0], err
	}
	dir, err = recordDir(nil)
	return dir, "", err
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// scenariosOf returns the scenarios that a word means: by FILE:LINE, by the whole
// name, or by a part of it. Without a word, they are those that did not pass.
func scenariosOf(run *model.Run, dir, word string) ([]*model.Scenario, error) {
	matches := []func(*model.Scenario) bool{
		func(s *model.Scenario) bool {
			return s.ID == word || s.Place() == filepath.ToSlash(filepath.Clean(word))
		},
		func(s *model.Scenario) bool { return s.Name == word },
		func(s *model.Scenario) bool {
			return strings.Contains(strings.ToLower(s.Title()), strings.ToLower(word))
		},
	}
	if word == "" {
		return keep(run, func(s *model.Scenario) bool { return s.Verdict != verdict.Passed && s.Reached() }), nil
	}
	for _, match := range matches {
		if found := keep(run, match); len(found) > 0 {
			return found, nil
		}
	}
	var names []string
	for _, s := range run.Scenarios {
		names = append(names, s.Place(), s.Name)
	}
	if meant := spelling.Nearest(word, names); meant != "" {
		return nil, input.Errorf("record %s has no scenario %q; did you mean %q?", dir, word, meant)
	}
	return nil, input.Errorf("record %s has no scenario %q: give FILE:LINE or a part of a scenario's name (gherkube report %s lists them), or the name of a record", dir, word, dir)
}

func keep(run *model.Run, match func(*model.Scenario) bool) (found []*model.Scenario) {
	for _, s := range run.Scenarios {
		if match(s) {
			found = append(found, s)
		}
	}
	return found
}

// completeShow completes records by their names in the store, and scenarios, first
// those that did not pass.
func completeShow(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var all []string
	if len(args) == 0 {
		all = record.Names(record.Store())
	}
	dir, err := recordDir(args)
	if err != nil {
		return all, cobra.ShellCompDirectiveDefault
	}
	run, err := recordedRun(dir)
	if err != nil {
		return all, cobra.ShellCompDirectiveDefault
	}
	open := keep(run, func(s *model.Scenario) bool { return s.Verdict != verdict.Passed })
	passed := keep(run, func(s *model.Scenario) bool { return s.Verdict == verdict.Passed })
	for _, s := range append(open, passed...) {
		all = append(all, fmt.Sprintf("%s\t%s: %s", s.Place(), s.Verdict, s.Title()))
	}
	return all, cobra.ShellCompDirectiveKeepOrder
}
