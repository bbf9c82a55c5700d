package cli

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/terminal"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/catalogue"
)

const stepsLong = `List the steps that contain all the given words, or all steps.

Phrases that the features of the working folder define (scenarios tagged
@phrase) are listed too.

Text in brackets is optional; parentheses hold alternatives. "!" marks
disruptive steps. Steps are listed in English. They are also listed in Korean
with --language ko, in a Korean locale, or if a word is Korean.

--snippet prints Go code to start a new step from. --markdown and --editor write
the vocabulary to files. To complete steps, set cucumber.glue of the official
Cucumber extension for Visual Studio Code to the --editor file.`

const stepsExample = `  # List all steps
  gherkube steps

  # List the steps about the kubelet
  gherkube steps kubelet

  # List them in Korean too
  gherkube steps kubelet --language ko

  # Write the file with which editors complete steps and mark undefined ones
  gherkube steps --editor editor_steps.go`

func newSteps(a *app) *cobra.Command {
	var pages, editor, language, sentence string
	cmd := &cobra.Command{
		Use: "steps [WORD]...", Short: "List the steps that features can use",
		Long: stepsLong, Example: stepsExample,
		RunE: func(_ *cobra.Command, words []string) error {
			if pages != "" || editor != "" {
				return a.writeDown(pages, editor)
			}
			if sentence != "" {
				_, err := fmt.Fprint(a.terminal.Stdout, snippet(sentence))
				return err
			}
			also, err := languageOf(language, words)
			if err != nil {
				return err
			}
			found := a.about(words)
			if len(found) == 0 {
				return input.Errorf("%s", a.unsaid(words))
			}
			return list(a, found, also)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var topics []string
			for _, t := range catalogue.Topics(a.vocabulary().All()) {
				topics = append(topics, t.Name)
			}
			return topics, cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().StringVar(&pages, "markdown", "", "write one page per topic to this folder")
	cmd.Flags().StringVar(&language, "language", "", "also list steps in this language: en or ko (default from the locale)")
	cmd.Flags().StringVar(&sentence, "snippet", "", "print Go code for a new step with this sentence")
	choices(cmd, "language", string(steps.English), string(steps.Korean))
	cmd.Flags().StringVar(&editor, "editor", "", "write step definitions for editors to this file")
	return cmd
}

// about returns the steps that contain all words.
func (a *app) about(words []string) []steps.Step {
	var found []steps.Step
	for _, s := range a.vocabulary().All() {
		text := s.Topic + "\n" + s.Meaning
		for _, said := range s.Sentences() {
			text += "\n" + said.Pattern + "\n" + said.Example
		}
		if hasAll(text, words) {
			found = append(found, s)
		}
	}
	return append(found, a.phrases(words)...)
}

// hasAll reports whether all words are in a text, in any case of letters.
func hasAll(text string, words []string) bool {
	text = strings.ToLower(text)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, strings.ToLower(w)) })
}

// list prints steps by topic, in English and the language also, with their
// meanings.
func list(a *app, found []steps.Step, also steps.Language) error {
	var b strings.Builder
	for _, topic := range catalogue.Topics(found) {
		fmt.Fprintf(&b, "%s\n", topic.Name)
		for _, s := range topic.Steps {
			describe(&b, s, also, a.terminal.Width())
		}
	}
	_, err := fmt.Fprint(a.terminal.Stdout, b.String())
	return err
}

// describe writes a step for a terminal with so many columns: its sentences, and below
// them what it does.
func describe(b *strings.Builder, s steps.Step, also steps.Language, columns int) {
	const sentence, meaning = 16, 20 // the columns where they begin
	keywords := kinds(s)
	for _, said := range s.Sentences() {
		if said.Language != steps.English && said.Language != also {
			continue
		}
		fmt.Fprintf(b, "  %-12s  %s\n", keywords, terminal.Hanging(catalogue.Form(steps.Outline(said)), sentence, columns))
		keywords = ""
	}
	below := strings.Repeat(" ", meaning)
	b.WriteString(below + terminal.Hanging(s.Meaning, meaning, columns) + "\n")
	if s.Example != catalogue.Form(s.Pattern) {
		b.WriteString(below + terminal.Hanging("For example: "+s.Example, meaning, columns) + "\n")
	}
}

func kinds(s steps.Step) string {
	words := make([]string, len(s.Kinds))
	for i, k := range s.Kinds {
		words[i] = string(k)
	}
	text := strings.Join(words, "/")
	if s.Disruptive {
		text += " !"
	}
	return text
}

// writeDown writes the catalogue's pages and the file for editors, if requested.
func (a *app) writeDown(pages, editor string) error {
	files := map[string]string{}
	if editor != "" {
		files[editor] = catalogue.Editor(a.vocabulary().All())
	}
	if pages != "" {
		if err := os.MkdirAll(pages, 0o755); err != nil {
			return input.Errorf("--markdown: %v", err)
		}
		for name, page := range catalogue.Pages(a.vocabulary().All()) {
			files[filepath.Join(pages, name)] = page
		}
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if err := os.WriteFile(path, []byte(files[path]), 0o644); err != nil {
			return input.Errorf("%v", err)
		}
	}
	return nil
}
