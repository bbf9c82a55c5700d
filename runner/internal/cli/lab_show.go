package cli

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/lab/sheet"
)

// language returns the language of the user's locale, if texts exist in it.
func language() string {
	if strings.HasPrefix(os.Getenv("LC_ALL")+os.Getenv("LANG"), "ko") {
		return "ko"
	}
	return "en"
}

func languageFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "language", language(), "language of the lab: en, or ko if the lab has it")
	choices(cmd, "language", "en", "ko")
}

// feedbackLanguageFlag is the language of results, and of authors' feedback in them.
func feedbackLanguageFlag(cmd *cobra.Command, to *string) {
	standard := ""
	if language() == "ko" {
		standard = "ko"
	}
	cmd.Flags().StringVar(to, "language", standard, "language of the result and its feedback: en, or ko if the lab has it (default that of the criteria)")
	choices(cmd, "language", "en", "ko")
}

const labShowLong = `Show the text of a lab, with the points of each task. On a terminal, it is drawn
for it; elsewhere, it is Markdown. With --ui, LAB is the name of a running lab.

` + labUILong

func newLabShow(a *app) *cobra.Command {
	var student, lang string
	var ui uiFlag
	cmd := &cobra.Command{
		Use: "show LAB", Short: "Show the text of a lab, or the page of a running one", Long: labShowLong, Args: cobra.ExactArgs(1),
		Example: "  gherkube lab show labs/service-selector --student ada\n  gherkube lab show service-selector --ui",
		RunE: func(cmd *cobra.Command, args []string) error {
			if ui.on {
				return a.withPage(cmd.Context(), ui, lang, func() (string, error) { return args[0], nil })
			}
			l, err := a.lab(args[0])
			if err != nil {
				return err
			}
			return a.showTask(sheet.Sheet{Lab: l, Student: student, Language: lang}, 0)
		},
	}
	studentFlag(cmd, &student, "student whose variant to show")
	languageFlag(cmd, &lang)
	labUIFlag(cmd, &ui, "serve the page of the running lab of this name")
	return cmd
}

// showTask shows a task of a sheet, or all of it if the number is 0.
func (a *app) showTask(s sheet.Sheet, task int) error {
	paper := sheet.Paper{Width: a.terminal.Width(), Color: a.terminal.Color}
	draw := s.Whole
	if task != 0 {
		draw = func(p sheet.Paper) (string, error) { return s.Task(task, p) }
	}
	text, err := draw(paper)
	if err == nil {
		_, err = io.WriteString(a.terminal.Stdout, text)
	}
	return err
}
