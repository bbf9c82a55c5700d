package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

const hintLong = `Show the next hint for a task of a running lab. The first hints of a task are
often free; later ones cost points of the task.

On a terminal, the command says what the hint costs, and asks before you pay.
Elsewhere, a hint that costs points needs --yes.`

const hintExample = `  gherkube lab hint 1

  # Take the next hint for task 1 at any price
  gherkube lab hint 1 --yes`

func newLabHint(a *app) *cobra.Command {
	var lang string
	var yes bool
	cmd := &cobra.Command{
		Use: "hint [NAME] TASK", Short: "Show the next hint for a task",
		Long: hintLong, Example: hintExample, Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			task, err := strconv.Atoi(args[len(args)-1])
			if err != nil {
				return input.Errorf("%q is no task: give its number", args[len(args)-1])
			}
			name := args[:len(args)-1]
			return a.hint(cmd.Context(), name, task, lang, a.agreement(cmd.InOrStdin(), yes, wordsIn(lang), append(name, strconv.Itoa(task))))
		},
	}
	cmd.Flags().BoolVarP(&yes, "yes", "y", false, "take the hint without being asked, whatever it costs")
	languageFlag(cmd, &lang)
	return cmd
}

// agreement is asked before a student pays for a hint.
type agreement func(o grading.Offer, price string) (bool, error)

// agreement returns how a command is told to take a hint that costs points: by --yes, by an
// answer at the terminal, or not at all.
func (a *app) agreement(stdin io.Reader, yes bool, w speech, args []string) agreement {
	file, ok := stdin.(*os.File)
	switch {
	case yes:
		return func(grading.Offer, string) (bool, error) { return true, nil }
	case ok && isTerminal(file) && a.terminal.Screen:
		return func(_ grading.Offer, price string) (bool, error) {
			fmt.Fprint(a.terminal.Stdout, w.say("take", price)+" ")
			answer, err := bufio.NewReader(file).ReadString('\n')
			if err != nil && err != io.EOF {
				return false, fmt.Errorf("reading the answer: %w", err)
			}
			answer = strings.ToLower(strings.TrimSpace(answer))
			return answer == "y" || answer == "yes", nil
		}
	}
	return func(_ grading.Offer, price string) (bool, error) {
		return false, input.Errorf("%s", w.say("takeBy", price, "gherkube lab hint "+strings.Join(args, " ")+" --yes"))
	}
}

// hint shows the next hint of a task, if the student agrees to what it costs.
func (a *app) hint(ctx context.Context, name []string, task int, lang string, agreed agreement) error {
	live, l, err := a.live(ctx, name)
	if err != nil {
		return err
	}
	w := wordsIn(lang)
	offer, more, err := live.Offer(l, task)
	if err != nil {
		return err
	}
	if !more {
		_, err := fmt.Fprintln(a.terminal.Stdout, w.say("noHints", task))
		return err
	}
	if offer.Cost > 0 {
		take, err := agreed(offer, w.price(offer, l.Tasks[task-1].Points))
		if err != nil {
			return err
		}
		if !take {
			_, err := fmt.Fprintln(a.terminal.Stdout, w.say("notTaken"))
			return err
		}
	}
	if err := live.Take(offer); err != nil {
		return err
	}
	next, more, err := live.Offer(l, task)
	if err != nil {
		return err
	}
	_, err = io.WriteString(a.terminal.Stdout, terminal.Wrap(l.Filling(live.Student)(offer.In(lang))+"\n"+w.afterHint(offer, next, more)+"\n", a.terminal.Width()))
	return err
}

// price says what a hint costs, before it is taken.
func (w speech) price(o grading.Offer, points int) string {
	return w.say("price", o.Number, o.Of, o.Task, o.Cost, w.points(points))
}

// afterHint says what a hint has cost, and what the next one costs.
func (w speech) afterHint(o, next grading.Offer, more bool) string {
	text := "("
	if o.Cost > 0 {
		text += w.say("cost", w.points(o.Cost))
	}
	switch {
	case !more:
		text += w.say("lastHint", o.Task)
	case next.Cost > 0:
		text += w.say("nextCosts", next.Number, next.Of, w.points(next.Cost))
	default:
		text += w.say("nextFree", next.Number, next.Of)
	}
	return text + ")"
}
