package feature

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// reader parses the lines of a feature and collects errors.
type reader struct {
	uri      string
	lines    []string
	newID    func() string
	problems []input.Problem
}

// maxErrors is the maximum number of grammar errors that are reported per file.
const maxErrors = 20

// document parses the lines. It drops a line that the parser rejects and parses
// again, so that one error neither hides nor causes others. A wrong or missing
// heading is replaced. The document is nil if lines were dropped.
func (r *reader) document() *messages.GherkinDocument {
	lines, made, whole := slices.Clone(r.lines), heading{}, true
	for range maxErrors {
		document, err := parseDocument(lines, made, r.newID)
		if err == nil {
			if !whole {
				return nil
			}
			return document
		}
		e := firstError(err)
		r.problems = append(r.problems, input.At(r.uri, e.line, "syntax: %s", r.plain(e)))
		switch {
		case e.line == 0 || e.line > len(lines):
			return nil
		case !e.lacksFeature():
			lines[e.line-1] = ""
			whole = whole && e.ofLanguage()
		case len(r.problems) > 1: // in an unknown language, every line is an error
			return nil
		default:
			made = madeUp(lines, e.line)
		}
	}
	return nil
}

// parserError is a parsed error of the parser, such as "(12:3): expected: ...".
type parserError struct {
	line int // 0 if unknown
	text string
}

var located = regexp.MustCompile(`\((\d+):\d+\): (.*)`)

func firstError(err error) parserError {
	if found := located.FindStringSubmatch(err.Error()); found != nil {
		if line, convErr := strconv.Atoi(found[1]); convErr == nil {
			return parserError{line, found[2]}
		}
	}
	return parserError{0, err.Error()}
}

func (e parserError) lacksFeature() bool { return strings.Contains(e.text, "#FeatureLine") }

func (e parserError) ofLanguage() bool { return strings.HasPrefix(e.text, "Language not supported") }

// plain rephrases "expected: #A, #B, got 'x'" for people.
func (r *reader) plain(e parserError) string {
	if strings.HasPrefix(e.text, "unexpected end of file") {
		return r.endOfFile(e)
	}
	expected, got, ok := strings.Cut(strings.TrimPrefix(e.text, "expected: "), ", got ")
	if !ok {
		return e.text
	}
	got = "'" + strings.TrimSpace(strings.Trim(got, "'")) + "'"
	text := got + " cannot stand here; expected " + either(expected)
	if e.lacksFeature() && e.line <= len(r.lines) {
		text += otherLanguage(r.lines[e.line-1])
	}
	return text
}

// endOfFile says what is missing at the end of the file.
func (r *reader) endOfFile(e parserError) string {
	if strings.Contains(e.text, "#DocStringSeparator") {
		if line, delimiter := openDocString(r.lines); line > 0 {
			return "the file ends within the doc string that begins on line " + strconv.Itoa(line) +
				": close it with a line of " + delimiter
		}
	}
	_, expected, _ := strings.Cut(e.text, "expected: ")
	return "the file ends too early; expected " + either(expected)
}

// openDocString returns the line and the delimiter of the doc string in which the
// lines end. The line is 0 if there is none.
func openDocString(lines []string) (line int, delimiter string) {
	for i, text := range lines {
		text = strings.TrimLeft(text, " \t")
		switch {
		case delimiter != "" && strings.HasPrefix(text, delimiter):
			line, delimiter = 0, ""
		case delimiter != "":
		case strings.HasPrefix(text, `"""`), strings.HasPrefix(text, "```"):
			line, delimiter = i+1, text[:3]
		}
	}
	return line, delimiter
}

// either lists token names in words: "a step, tags or the end of the file".
func either(tokens string) string {
	var named []string
	for _, token := range strings.Split(tokens, ", ") {
		if name, ok := tokenNames[token]; ok {
			named = append(named, name)
		}
	}
	if len(named) < 2 {
		return strings.Join(named, "")
	}
	return strings.Join(named[:len(named)-1], ", ") + " or " + named[len(named)-1]
}

// tokenNames maps tokens to words. It leaves out comments and empty lines, which
// are allowed everywhere.
var tokenNames = map[string]string{
	"#EOF": "the end of the file", "#Language": "a language comment", "#TagLine": "tags",
	"#FeatureLine": "Feature:", "#BackgroundLine": "Background:", "#ScenarioLine": "Scenario:",
	"#RuleLine": "Rule:", "#ExamplesLine": "Examples:", "#StepLine": "a step", "#TableRow": "a table row",
	"#DocStringSeparator": `"""`, "#Other": "text",
}
