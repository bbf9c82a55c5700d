package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/input"
	"github.com/gherkube/gherkube/steps"
)

const stepsExample = `  # All sentences that features can be written in
  gherkube steps

  # Those about the kubelet
  gherkube steps kubelet`

func newSteps(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "steps [WORD]...", Short: "Find the sentences that features are written in",
		Example: stepsExample,
		RunE: func(_ *cobra.Command, words []string) error {
			found := about(words)
			if len(found) == 0 {
				return input.Errorf("no sentence has to do with %q; gherkube steps lists them all", strings.Join(words, " "))
			}
			return list(a, found)
		},
	}
}

// about are the steps in which all words occur.
func about(words []string) []steps.Step {
	var found []steps.Step
	for _, s := range steps.All() {
		text := s.Topic + "\n" + s.Meaning
		for _, said := range s.Sentences() {
			text += "\n" + said.Pattern + "\n" + said.Example
		}
		text = strings.ToLower(text)
		has := true
		for _, w := range words {
			has = has && strings.Contains(text, strings.ToLower(w))
		}
		if has {
			found = append(found, s)
		}
	}
	return found
}

func list(a *app, found []steps.Step) error {
	topic := ""
	table := tabwriter.NewWriter(a.terminal.Stdout, 0, 0, 2, ' ', 0)
	for _, s := range found {
		if s.Topic != topic {
			topic = s.Topic
			fmt.Fprintf(table, "%s\n", topic)
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\n", kinds(s), s.Example, s.Meaning)
		for _, said := range s.Sentences()[1:] {
			fmt.Fprintf(table, "  \t%s\t\n", said.Example)
		}
	}
	return table.Flush()
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
