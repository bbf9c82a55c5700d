package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner"
	"github.com/gherkube/gherkube/runner/grading"
	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/runner/lab"
	"github.com/gherkube/gherkube/runner/score"
)

// language is the one of the user's locale, where texts have it.
func language() string {
	if strings.HasPrefix(os.Getenv("LC_ALL")+os.Getenv("LANG"), "ko") {
		return "ko"
	}
	return "en"
}

func languageFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "language", language(), "en, or ko where a lab has it")
	choices(cmd, "language", "en", "ko")
}

func newLabShow(a *app) *cobra.Command {
	var student, lang string
	cmd := &cobra.Command{
		Use: "show LAB", Short: "Show the text of a lab", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := lab.Load(args[0], runner.Steps{})
			if err != nil {
				return err
			}
			_, err = io.WriteString(a.terminal.Stdout, l.Values(student).Fill(l.Text(lang).Content))
			return err
		},
	}
	cmd.Flags().StringVar(&student, "student", "", "whose variant")
	languageFlag(cmd, &lang)
	return cmd
}

const startLong = `Start a lab: a cluster of its own, broken as the lab says. It returns when every
fault has bitten. The lab stays up until "gherkube lab stop".`

const startExample = `  gherkube lab start labs/service-selector
  gherkube lab shell
  gherkube lab check
  gherkube lab stop`

func newLabStart(a *app) *cobra.Command {
	var student, name, lang string
	cmd := &cobra.Command{
		Use: "start LAB", Short: "Start a lab to work on", Long: startLong, Example: startExample, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := lab.Load(args[0], runner.Steps{})
			if err != nil {
				return err
			}
			if name == "" {
				name = l.ID
			}
			return a.startLab(progress.With(cmd.Context(), a.terminal), l, student, name, lang)
		},
	}
	cmd.Flags().StringVar(&student, "student", "", "whose variant of the lab")
	cmd.Flags().StringVar(&name, "name", "", "what to call its cluster (default as the lab)")
	languageFlag(cmd, &lang)
	return cmd
}

func (a *app) startLab(ctx context.Context, l *lab.Lab, student, name, lang string) error {
	if err := a.platform.Ready(ctx, a.tell); err != nil {
		return err
	}
	if err := a.unused(ctx, name); err != nil {
		return err
	}
	c, err := a.platform.Up(ctx, l.Topology.Cluster(), name)
	if err != nil {
		return err
	}
	if _, err := a.quiet().Start(ctx, c, l, student); err != nil {
		return errors.Join(err, c.Close(ctx))
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, `%s
Lab %s is up, for %d minutes or so of your time.
  work on it  gherkube lab shell %s
  check it    gherkube lab check %s
  get a hint  gherkube lab hint %s TASK
  end it      gherkube lab stop %s
`, l.Values(student).Fill(l.Text(lang).Content), l.ID, l.Minutes, name, name, name, name)
	return err
}

// quiet is a grader whose progress shows no sentences: those of a setup give
// away what is broken, and those of checks what is hidden.
func (a *app) quiet() *grading.Grader { return &grading.Grader{Platform: a.platform.Platform} }

// live finds a lab that is up: the one of a name, or the only one.
func (a *app) live(ctx context.Context, args []string) (*grading.Live, *lab.Lab, error) {
	if len(args) > 0 {
		return grading.OpenLive(args[0], runner.Steps{})
	}
	all, err := a.platform.List(ctx)
	if err != nil {
		return nil, nil, err
	}
	var names []string
	for _, c := range all {
		if grading.IsLive(c.Name) {
			names = append(names, c.Name)
		}
	}
	switch len(names) {
	case 0:
		return nil, nil, input.Errorf("no lab is up (gherkube lab start LAB)")
	case 1:
		return grading.OpenLive(names[0], runner.Steps{})
	}
	return nil, nil, input.Errorf("several labs are up: name one of %s", strings.Join(names, ", "))
}

// stage attaches to a lab that is up.
func (a *app) stage(ctx context.Context, args []string) (*grading.Live, *grading.Stage, error) {
	live, l, err := a.live(ctx, args)
	if err != nil {
		return nil, nil, err
	}
	c, err := a.platform.Attach(ctx, live.Cluster)
	if err != nil {
		return nil, nil, input.Errorf("%v", err)
	}
	stage, err := a.quiet().Attach(ctx, c, l, live.Student)
	return live, stage, err
}

func newLabShell(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "shell [NAME] [-- COMMAND...]", Short: "Open the workstation of a lab, or run a command there",
		Long: `Open the workstation of a lab that is up: kubectl, ssh to the nodes, an editor,
and the lab's text. With a command after "--", run that instead.`,
		Example: "  gherkube lab shell\n  gherkube lab shell service-selector -- kubectl get pods",
		RunE: func(cmd *cobra.Command, args []string) error {
			at := cmd.ArgsLenAtDash()
			if at < 0 {
				at = len(args)
			}
			return a.labShell(cmd.Context(), args[:at], args[at:], cmd.InOrStdin())
		},
	}
}

func (a *app) labShell(ctx context.Context, name, command []string, stdin io.Reader) error {
	_, stage, err := a.stage(ctx, name)
	if err != nil {
		return err
	}
	if len(command) == 0 {
		command = []string{"bash", "--login"}
	}
	run := cluster.Command{Args: command, Stdin: stdin, Stdout: a.terminal.Stdout, Stderr: a.terminal.Stderr}
	if file, ok := stdin.(*os.File); ok && isTerminal(file) && isTerminal(os.Stdout) {
		sizes, restore, err := raw(file)
		if err != nil {
			return err
		}
		defer restore()
		run.Sizes = sizes
	}
	code, err := stage.Workstation.Shell(ctx, run)
	if err == nil && code != 0 {
		return passedOn(code)
	}
	return err
}

const checkLong = `Check a lab that is up, as it is now: for each criterion what was expected, what
is, and since when. Some criteria are shown only later, and are counted here.

Exit codes:
  0  all criteria that are shown are met
  1  one is not
  2  one could not be decided; check again
  3  bad usage, or no such lab`

func newLabCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "check [NAME]", Short: "Check a lab that is up", Long: checkLong, Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			live, r, err := a.check(progress.With(cmd.Context(), a.terminal), args)
			if err != nil {
				return err
			}
			show := score.Named("text").Write(a.terminal.Stdout, []score.Result{r}, score.Style{Color: a.terminal.Color, Student: true})
			a.tell("%s since the lab began.", time.Since(live.Started).Round(time.Second))
			return errors.Join(show, asCode(shownVerdict(r)))
		},
	}
}

func (a *app) check(ctx context.Context, args []string) (*grading.Live, score.Result, error) {
	live, stage, err := a.stage(ctx, args)
	if err != nil {
		return nil, score.Result{}, err
	}
	defer stage.Close(ctx)
	return live, live.Check(ctx, stage, recordIn("")), nil
}

// shownVerdict is that of the criteria that a student is shown: the code must
// not tell what the text does not.
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

func newLabHint(a *app) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use: "hint [NAME] TASK", Short: "Get the next hint for a task",
		Long:    "Get the next hint for a task of a lab that is up. Some cost points, as they say.",
		Example: "  gherkube lab hint 1", Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			task, err := strconv.Atoi(args[len(args)-1])
			if err != nil {
				return input.Errorf("%q is no task: give its number", args[len(args)-1])
			}
			return a.hint(cmd.Context(), args[:len(args)-1], task, lang)
		},
	}
	languageFlag(cmd, &lang)
	return cmd
}

func (a *app) hint(ctx context.Context, name []string, task int, lang string) error {
	live, l, err := a.live(ctx, name)
	if err != nil {
		return err
	}
	hint, more, err := live.NextHint(l, task)
	if err != nil {
		return err
	}
	if !more {
		_, err := fmt.Fprintf(a.terminal.Stdout, "There are no more hints for task %d.\n", task)
		return err
	}
	text := hint.Text
	if lang == "ko" && hint.Korean != "" {
		text = hint.Korean
	}
	_, err = fmt.Fprintf(a.terminal.Stdout, "%s\n(%d points)\n", l.Values(live.Student).Fill(text), -hint.Cost)
	return err
}

func newLabReset(a *app) *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use: "reset [NAME]", Short: "Begin a lab that is up anew, on a new cluster", Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.reset(progress.With(cmd.Context(), a.terminal), args, lang)
		},
	}
	languageFlag(cmd, &lang)
	return cmd
}

// reset takes the lab out of the cluster's state before that goes.
func (a *app) reset(ctx context.Context, args []string, lang string) error {
	live, kept, err := a.live(ctx, args)
	if err != nil {
		return err
	}
	copied, err := os.MkdirTemp("", "gherkube-lab-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(copied)
	dir := copied + "/" + kept.ID
	if err := os.CopyFS(dir, os.DirFS(kept.Dir)); err != nil {
		return err
	}
	l, err := lab.Load(dir, runner.Steps{})
	if err != nil {
		return err
	}
	if err := a.down(ctx, live.Cluster); err != nil {
		return err
	}
	return a.startLab(ctx, l, live.Student, live.Cluster, lang)
}

func newLabStop(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "stop [NAME]", Short: "Remove a lab that is up", Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			live, _, err := a.live(cmd.Context(), args)
			if err != nil {
				return err
			}
			return a.down(cmd.Context(), live.Cluster)
		},
	}
}
