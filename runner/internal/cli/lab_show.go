package cli

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
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

// feedbackLanguageFlag is the language of authors' feedback in results.
func feedbackLanguageFlag(cmd *cobra.Command, to *string) {
	standard := ""
	if language() == "ko" {
		standard = "ko"
	}
	cmd.Flags().StringVar(to, "language", standard, "language of the lab's feedback: en, or ko if the lab has it (default that of the criteria)")
	choices(cmd, "language", "en", "ko")
}

func newLabShow(a *app) *cobra.Command {
	var student, lang string
	cmd := &cobra.Command{
		Use: "show LAB", Short: "Show the text of a lab", Example: "  gherkube lab show labs/service-selector --student ada", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := a.lab(args[0])
			if err != nil {
				return err
			}
			_, err = io.WriteString(a.terminal.Stdout, l.Filling(student)(l.Text(lang).Content))
			return err
		},
	}
	studentFlag(cmd, &student, "student whose variant to show")
	languageFlag(cmd, &lang)
	return cmd
}
