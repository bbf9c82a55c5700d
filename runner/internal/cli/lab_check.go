package cli

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/runner/internal/score"
)

const checkLong = `Check a running lab. For each criterion, show what was expected, what was
observed, and since when. Hidden criteria are only judged by a grade. The last
line shows their number and their points.

Exit codes:
  0  all visible criteria are met; hidden ones may not be
  1  a visible criterion is not met
  2  a visible criterion is undecided; check again
  3  invalid usage, no such lab, or an invalid lab`

func newLabCheck(a *app) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use: "check [NAME]", Short: "Check a running lab", Long: checkLong, Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.showCheck(progress.With(cmd.Context(), a.terminal), args, lang, nextAfterCheck)
		},
	}
	feedbackLanguageFlag(cmd, &lang)
	return cmd
}

// showCheck checks a running lab, and shows the result and what next says of it.
func (a *app) showCheck(ctx context.Context, args []string, lang string, next func(w speech, name string, r score.Result) string) error {
	live, r, err := a.check(ctx, args)
	if err != nil {
		return err
	}
	lang = score.LanguageOf([]score.Result{r.ForStudent(score.Moment{})}, lang)
	show := score.Named("text").Write(a.terminal.Stdout, []score.Result{r}, score.Style{
		Color: a.terminal.Color, Width: a.terminal.Width(), Language: lang, Student: true,
	})
	if r.Problem != "" && !r.Defect { // a problem of the machine, since the setup has passed
		a.tell("%s", r.Problem)
	}
	w := wordsIn(lang)
	a.tell("%s", w.say("since", time.Since(live.Started).Round(time.Second)))
	if r.Defect {
		return errors.Join(show, passedOn(run.CodeInput))
	}
	a.tell("%s", next(w, live.Cluster, r))
	return errors.Join(show, asCode(shownVerdict(r)))
}

// nextAfterCheck says what a student can do after a check.
func nextAfterCheck(w speech, name string, r score.Result) string {
	switch {
	case shownVerdict(r) == verdict.Undecided:
		return w.say("unseen", name)
	case shownVerdict(r) == verdict.Failed:
		return w.say("open", name, cmp.Or(firstOpen(r), 1))
	case r.ForStudent(score.Moment{}).Hidden > 0:
		return w.say("hidden", name)
	}
	return w.say("done", name)
}

// firstOpen returns the first task with a visible criterion that is not met, or 0.
func firstOpen(r score.Result) int {
	for _, c := range r.Criteria {
		if c.Visibility == lab.Always && c.Verdict == verdict.Failed {
			return c.Task
		}
	}
	return 0
}

func (a *app) check(ctx context.Context, args []string) (*grading.Live, score.Result, error) {
	live, env, err := a.environment(ctx, args, nil)
	if err != nil {
		return nil, score.Result{}, err
	}
	defer env.Close(ctx)
	at, err := a.recordIn("")
	if err != nil {
		return nil, score.Result{}, err
	}
	r := live.Check(ctx, env, at)
	if err := errors.Join(live.KeepCheck(r), live.Look(ctx, env.Cluster)); err != nil {
		return nil, r, err
	}
	return live, r, record.Conclude(at, r.Verdict())
}

// shownVerdict returns the verdict of the visible criteria. The exit code must not
// reveal more than the text does.
func shownVerdict(r score.Result) verdict.Verdict {
	if r.Problem != "" {
		return verdict.Undecided
	}
	worst := verdict.Passed
	for _, c := range r.Criteria {
		if c.Visibility == lab.Always {
			worst = verdict.Worst(worst, c.Verdict)
		}
	}
	return worst
}
