package feature

import (
	"bufio"
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/input"
)

// maxLine is how many bytes a line may have: the parser reads with a
// bufio.Scanner and crashes on a line that does not fit its buffer.
const maxLine = bufio.MaxScanTokenSize - 1

func longLines(uri string, content []byte) []input.Problem {
	var problems []input.Problem
	for i, line := range bytes.Split(content, []byte("\n")) {
		if len(line) >= maxLine {
			problems = append(problems, input.At(uri, i+1,
				"the line has %d bytes: a line of a feature has less than 64 KiB; put long text into a file", len(line)))
		}
		if !utf8.Valid(line) {
			problems = append(problems, input.At(uri, i+1, "the line is not UTF-8: save the file as UTF-8"))
		}
	}
	return problems
}

// located is how the parser words an error: "(12:3): expected: ...".
var located = regexp.MustCompile(`\((\d+):\d+\): (.*)`)

// syntaxProblems takes the parser's errors apart, one problem for each line.
func syntaxProblems(uri string, err error) []input.Problem {
	var problems []input.Problem
	seen := map[int]bool{}
	for _, found := range located.FindAllStringSubmatch(err.Error(), -1) {
		line, convErr := strconv.Atoi(found[1])
		if convErr != nil || seen[line] {
			continue
		}
		seen[line] = true
		problems = append(problems, input.At(uri, line, "syntax: %s", plain(found[2])))
		if strings.Contains(found[2], "#FeatureLine") {
			break // without it, every line is wrong
		}
	}
	if problems == nil {
		problems = []input.Problem{input.At(uri, 0, "syntax: %s", err)}
	}
	return problems
}

// plain words "expected: #A, #B, got 'x'" for people.
func plain(parserError string) string {
	expected, got, ok := strings.Cut(strings.TrimPrefix(parserError, "expected: "), ", got ")
	if !ok {
		return parserError
	}
	got = "'" + strings.TrimSpace(strings.Trim(got, "'")) + "'"
	return got + " cannot stand here; expected " + words.Replace(expected)
}

var words = strings.NewReplacer(
	"#EOF", "the end of the file", "#Language", "a language comment", "#TagLine", "tags",
	"#FeatureLine", "Feature:", "#Comment", "a comment", "#Empty", "an empty line",
	"#BackgroundLine", "Background:", "#ScenarioLine", "Scenario:", "#RuleLine", "Rule:",
	"#ExamplesLine", "Examples:", "#StepLine", "a step", "#TableRow", "a table row",
	"#DocStringSeparator", `"""`, "#Other", "text",
)

// gluedKeywords finds Korean keywords without a space after them. The parser
// takes any line that begins with the letters of one for a step.
func gluedKeywords(document *messages.GherkinDocument, content []byte) []input.Problem {
	if document.Feature == nil || document.Feature.Language != "ko" {
		return nil
	}
	var problems []input.Problem
	lines := strings.Split(string(content), "\n")
	eachStep(document, func(s *messages.Step) {
		line := strings.TrimSpace(lines[s.Location.Line-1])
		after := strings.TrimPrefix(line, strings.TrimSpace(s.Keyword))
		if after != "" && !strings.ContainsAny(after[:1], " \t") {
			problems = append(problems, input.At(document.Uri, int(s.Location.Line),
				"put a space after %s, or the line is not what it looks like", strings.TrimSpace(s.Keyword)))
		}
	})
	return problems
}
