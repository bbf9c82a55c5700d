package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

const regradeLong = `Recompute scores from grade records, without a cluster.

By default, the recorded lab and policy apply. --lab uses the points, tags and
pass mark of another version of the lab. Flags override parts of the recorded
policy; the output says which. Verdicts do not change: if a check itself was
wrong, grade again. An unreadable record does not stop the others from being
shown.

Exit codes:
  for one record, those of "gherkube grade"; for several, or a class:
  0  all submissions are gradable
  2  a criterion is undecided
  3  invalid usage, record, submission or lab

`

const regradeExample = `  # Recompute one grade, and a class with corrected points
  gherkube regrade grades/ada
  gherkube regrade grades/* --lab labs/service-selector --format csv:class.csv

  # Show a student of a class only what the student may see
  gherkube regrade grades --student ada --for student --format markdown:ada.md

  # After the due date, deduct points for lateness and show hidden criteria
  gherkube regrade grades/* --policy class.yaml --published --format canvas:canvas.csv`

func newRegrade(a *app) *cobra.Command {
	var named, student string
	var s showing
	cmd := &cobra.Command{
		Use: "regrade RECORD...", Short: "Recompute scores from grade records",
		Long: regradeLong + formatTable(), Example: regradeExample, Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, records []string) error { return a.regrade(records, named, student, &s) },
	}
	cmd.Flags().StringVar(&named, "lab", "", "lab to score by (default the recorded one)")
	studentFlag(cmd, &student, "only show results of this student")
	s.flags(cmd)
	return cmd
}

func (a *app) regrade(records []string, named, student string, s *showing) error {
	var other *lab.Lab
	var labErr error
	if named != "" {
		other, labErr = a.lab(named)
	}
	inputs := []format.Input{{Name: "lab " + named, Path: labDir(other)}}
	for _, dir := range records {
		inputs = append(inputs, format.Input{Name: "record " + dir, Path: dir})
	}
	alone := len(records) == 1 && !batch.Is(records[0])
	records, classErr := eachRecord(records)
	if student != "" {
		records, classErr = recordsOf(student, records, classErr)
	}
	if err := input.Merge(s.parse(len(records)), labErr); err != nil {
		return err
	}
	if err := s.apart(inputs...); err != nil {
		return err
	}
	if err := s.open(a); err != nil {
		return err
	}
	var results []score.Result
	errs := []error{classErr}
	for _, dir := range records {
		r, err := grading.Regrade(dir, other, a.vocabulary())
		if err == nil {
			results = append(results, r)
		}
		errs = append(errs, err)
	}
	shown := s.show(results)
	for _, difference := range s.replacements() {
		a.tell("Not by the recorded policy: %s.", difference)
	}
	if err := errors.Join(shown, input.Merge(errs...)); err != nil {
		return err
	}
	if alone && !results[0].Refused {
		return resultCode(&results[0])
	}
	return classCode(results, nil)
}

// labDir returns the folder of a lab, if there is one.
func labDir(l *lab.Lab) string {
	if l == nil {
		return ""
	}
	return l.Dir
}

// recordsOf returns the records of one student. Errors in other records are only
// reported if the student has none.
func recordsOf(student string, records []string, err error) ([]string, error) {
	var own []string
	for _, dir := range records {
		whose, unreadable := grading.StudentOf(dir)
		if whose == student {
			own = append(own, dir)
		}
		err = input.Merge(err, unreadable)
	}
	if len(own) > 0 {
		return own, nil
	}
	return nil, input.Merge(input.Errorf("--student %s: there is no result of this student", student), err)
}

// eachRecord replaces the record of a class with the records of its submissions.
func eachRecord(dirs []string) (all []string, err error) {
	var errs []error
	for _, dir := range dirs {
		if !batch.Is(dir) {
			all = append(all, dir)
			continue
		}
		within, err := batch.Records(dir)
		all, errs = append(all, within...), append(errs, err)
	}
	return all, input.Merge(errs...)
}
