package steps

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/cucumber/godog"
	"sigs.k8s.io/yaml"

	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var answerFileSteps = []Step{
	{
		Topic:   "submissions",
		Kinds:   anExpectation,
		Pattern: `^the answer "([^"]+)" (is|is in any order|is as JSON|is as YAML):$`,
		Meaning: "The file under answers/ has the lines of the doc string, in this or in any order, or the same content as JSON or YAML. White space at the ends of lines and of the file does not count. For checks of labs.",
		Example: `the answer "ips.txt" is in any order:`,
		Korean: Sentence{
			Pattern: `^답안 "([^"]+)"{은/는/이/가} (다음과 같다|순서와 상관없이 다음과 같다|JSON으로서 다음과 같다|YAML로서 다음과 같다):$`,
			Example: `답안 "ips.txt"는 순서와 상관없이 다음과 같다:`,
			Words: map[string]string{
				"다음과 같다": "is", "순서와 상관없이 다음과 같다": "is in any order", "JSON으로서 다음과 같다": "is as JSON", "YAML로서 다음과 같다": "is as YAML",
			},
		},
		Func: answerIs,
		check: func(in Line, words []string) error {
			if err := in.answers(words[0]); err != nil {
				return err
			}
			if strings.TrimSpace(*in.DocString) == "" {
				return errors.New("the doc string is empty: an empty answer would be right")
			}
			if grammar.Placeholder.MatchString(*in.DocString) {
				return nil
			}
			_, err := answered(words[1], *in.DocString)
			return err
		},
	},
}

func answerIs(ctx context.Context, name, how string, want *godog.DocString) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	content, err := s.Answer(name)
	if err != nil {
		return err
	}
	right, err := answered(how, want.Content)
	if err != nil {
		return err
	}
	have, err := answered(how, string(content))
	if err != nil {
		return fmt.Errorf("%s%s: %w", scenario.AnswersDir, name, err)
	}
	if reflect.DeepEqual(have, right) {
		return nil
	}
	return fmt.Errorf("%s%s is not as expected\nwant:\n%s\nhave:\n%s", scenario.AnswersDir, name, indented(want.Content), indented(string(content)))
}

// answered parses an answer in the format that the sentence names.
func answered(how, text string) (any, error) {
	switch how {
	case "is as JSON":
		var value any
		if err := json.Unmarshal([]byte(text), &value); err != nil {
			return nil, fmt.Errorf("it is no JSON: %w", err)
		}
		return value, nil
	case "is as YAML":
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			return nil, fmt.Errorf("it is no YAML: %w", err)
		}
		return value, nil
	}
	all := lines(text)
	if how == "is in any order" {
		slices.Sort(all)
	}
	return all, nil
}

// lines splits a text into lines, without trailing white space and without empty lines at
// the end.
func lines(text string) []string {
	all := strings.Split(strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), " \t\n"), "\n")
	for i := range all {
		all[i] = strings.TrimRight(all[i], " \t")
	}
	return all
}

// indented indents a text and truncates it after 20 lines.
func indented(text string) string {
	const enough = 20
	all := lines(text)
	if more := len(all) - enough; more > 0 {
		all = append(all[:enough], fmt.Sprintf("... and %d lines more", more))
	}
	return "    " + strings.Join(all, "\n    ")
}
