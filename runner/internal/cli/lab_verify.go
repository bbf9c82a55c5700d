package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/steps/spelling"
)

const verifyLong = `Test the checks of labs on real clusters. Each lab must get these scores:

  untouched     the score that lab.yaml declares
  solution      the full score
  right/NAME    the full score
  wrong/NAME    the score that lab.yaml declares
  emptied       no more than untouched; everything in the lab's namespace is
                scaled to zero and deleted

The tests use the variants of made-up students, which are the same in every run.
The untouched cluster and the solution are tested in one or more variants, until
every value of the variables with proveEach was used. The other tests take turns
with these variants. If no variable has proveEach, they use the variant of a
second student.

--only limits the tests to the named ones, for example while you fix one
submission. The last line of the output says what was not tested. Test the whole
lab in the end, since a changed check may judge other submissions differently.

Exit codes:
  0  all scores are as expected
  1  a score is not as expected
  2  a score could not be determined; run again
  3  invalid usage, or an invalid lab: it is malformed, contradicts itself, or
     has a check that cannot be evaluated`

func newLabVerify(a *app) *cobra.Command {
	var dir string
	var only []string
	var kubernetes []cluster.Version
	parallel := 1
	cmd := &cobra.Command{
		Use: "verify [LAB | FOLDER]...", Short: "Test the checks of labs on real clusters",
		Long: verifyLong, Example: "  gherkube lab verify labs/service-selector\n  gherkube lab verify --parallel 2\n" +
			"  gherkube lab verify labs/service-selector --only wrong/template-hash --only solution",
		RunE: func(cmd *cobra.Command, args []string) error {
			all, err := a.labs(args)
			if err != nil {
				return err
			}
			if all, err = onVersions(all, kubernetes); err != nil {
				return err
			}
			left := leftOut(all, only)
			if all, err = narrow(all, only); err != nil {
				return err
			}
			if dir, err = a.recordIn(dir); err != nil {
				return err
			}
			return a.verify(progress.With(cmd.Context(), a.terminal), all, only, left, parallel, dir)
		},
	}
	cmd.Flags().StringVar(&dir, "record", "", "folder for the record (default a new folder under the user's state folder)")
	a.imageFlag(cmd)
	kubernetesListFlag(cmd, &kubernetes, "run on this version of Kubernetes instead of the labs' own")
	cmd.Flags().StringArrayVar(&only, "only", nil, "only run this test: right/NAME, wrong/NAME, solution, untouched or emptied; can be repeated")
	completeFlag(cmd, "only", a.completeOnly)
	cmd.Flags().Var(countOf(&parallel, 1), "parallel", "use up to N clusters at a time")
	return cmd
}

func (a *app) verify(ctx context.Context, all []*lab.Lab, only, left []string, parallel int, dir string) error {
	if err := a.ready(ctx, all...); err != nil {
		return err
	}
	var verifications []grading.Verification
	err := a.grader().Verify(ctx, all, only, parallel, dir, func(p grading.Verification) {
		verifications = append(verifications, p)
		a.tellVerification(p)
	})
	if err == nil {
		err = a.tellCount(verifications, left)
	}
	a.told(dir)
	return errors.Join(err, record.Conclude(dir, kept(verifications, err)), verificationCode(verifications))
}

// kept returns the verdict that decides how long the record is kept.
func kept(verifications []grading.Verification, cutShort error) verdict.Verdict {
	if cutShort != nil || verificationCode(verifications) != nil {
		return verdict.Failed
	}
	return verdict.Passed
}

// verificationCode returns the exit code of the verifications. A defective lab is
// bad input.
func verificationCode(verifications []grading.Verification) error {
	worst := verdict.Passed
	for _, p := range verifications {
		if p.Result.Defect {
			return passedOn(run.CodeInput)
		}
		worst = verdict.Worst(worst, p.Verdict())
	}
	return asCode(worst)
}

// tellCount repeats what did not pass, and ends with a line that CI can parse, as a
// run does.
func (a *app) tellCount(verifications []grading.Verification, left []string) error {
	text, defects := "\n", 0
	count := map[verdict.Verdict]int{}
	for _, p := range verifications {
		if p.Result.Defect {
			defects++
		} else {
			count[p.Verdict()]++
		}
		if p.Verdict() != verdict.Passed {
			text += fmt.Sprintln(p)
		}
	}
	text += fmt.Sprintf("%d passed, %d failed\n", count[verdict.Passed], count[verdict.Failed])
	if n := count[verdict.Undecided]; n > 0 {
		text += fmt.Sprintf("%d undecided: run them again\n", n)
	}
	if defects > 0 {
		text += fmt.Sprintf("%d met a defect of the lab: correct it at the file and line above; the other verifications of the lab did not run\n", defects)
	}
	if len(left) > 0 {
		text += fmt.Sprintf("Not verified, because --only excludes it: %s\n", strings.Join(left, ", "))
	}
	_, err := io.WriteString(a.terminal.Stdout, text)
	return err
}

// tellVerification shows one score, with details if it is not as declared.
func (a *app) tellVerification(p grading.Verification) {
	fmt.Fprintln(a.terminal.Stdout, p)
	if p.Verdict() != verdict.Passed {
		_ = score.Named("text").Write(a.terminal.Stdout, []score.Result{p.Result}, score.Style{Color: a.terminal.Color})
	}
}

// narrow returns the labs to which at least one of the names applies. A name that
// applies to no lab is an error.
func narrow(all []*lab.Lab, only []string) ([]*lab.Lab, error) {
	if len(only) == 0 {
		return all, nil
	}
	var names []string
	var with []*lab.Lab
	for _, l := range all {
		has := grading.Names(l)
		names = append(names, has...)
		if slices.ContainsFunc(only, func(name string) bool { return slices.Contains(has, name) }) {
			with = append(with, l)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	var problems []error
	for _, name := range only {
		if !slices.Contains(names, name) {
			problems = append(problems, input.Errorf("--only %s: no such submission; %s", name, instead(name, names)))
		}
	}
	return with, input.Merge(problems...)
}

// instead suggests the name that was meant, or lists all names.
func instead(name string, names []string) string {
	for _, n := range names {
		if path.Base(n) == strings.Trim(name, "/") || n == path.Clean(name) {
			return fmt.Sprintf("did you mean %s?", n)
		}
	}
	if meant := spelling.Nearest(name, names); meant != "" {
		return fmt.Sprintf("did you mean %s?", meant)
	}
	return "there are " + strings.Join(names, ", ")
}

// leftOut returns the verifications that only leaves out.
func leftOut(all []*lab.Lab, only []string) []string {
	if len(only) == 0 {
		return nil
	}
	var names []string
	for _, l := range all {
		for _, name := range grading.Names(l) {
			if slices.Contains(only, name) {
				continue
			}
			if len(all) > 1 {
				name = l.ID + " " + name
			}
			names = append(names, name)
		}
	}
	return names
}

// completeOnly completes the verifications of the named labs.
func (a *app) completeOnly(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	all, _ := a.labs(args)
	var names []string
	for _, l := range all {
		names = append(names, grading.Names(l)...)
	}
	slices.Sort(names)
	return slices.Compact(names), cobra.ShellCompDirectiveNoFileComp
}
