package create

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/lab"
)

func (c *coda) task() (string, error) {
	var all strings.Builder
	intro, err := c.file(c.Details.Intro.Text)
	fmt.Fprintf(&all, "# %s\n\n%s", c.name(), codaText(intro))
	for n, step := range c.Details.Steps {
		text, wrong := c.file(step.Text)
		if err == nil {
			err = wrong
		}
		fmt.Fprintf(&all, "## Task %d: %s\n\n%s", n+1, c.title(step, n), codaText(text))
	}
	return strings.TrimRight(all.String(), "\n") + "\n", err
}

var (
	codaAnswer = regexp.MustCompile(`(?s)<details>.*?</details>\n?`)
	codaAction = regexp.MustCompile(`\{\{(?:exec|execute|copy|open)\b[^}]*\}\}`)
)

// codaText returns a page without interactive elements and solutions. Its headings
// are moved below the heading of its task.
func codaText(text string) string {
	text = codaAction.ReplaceAllString(codaAnswer.ReplaceAllString(text, ""), "")
	var all strings.Builder
	for line, prose := range lab.Prose(strings.TrimSpace(text)) {
		if prose && strings.HasPrefix(line, "#") && lab.Heading.MatchString(line) {
			line = "##" + line
		}
		all.WriteString(line + "\n")
	}
	text = strings.TrimSpace(all.String())
	if text == "" {
		return ""
	}
	return text + "\n\n"
}

func (c *coda) setup() (string, error) {
	pages := append([]codaPage{c.Details.Intro}, c.Details.Steps...)
	var scripts []string
	for _, p := range pages {
		scripts = append(scripts, p.scripts()...)
	}
	quoted, err := c.quoted("  ", scripts...)
	return fmt.Sprintf("Feature: %s\n\n%s  Scenario: It is broken\n"+
		"    Given TODO what makes and breaks, in the sentences of gherkube steps\n"+
		"    Then TODO what shows that it is broken\n", c.name(), quoted), err
}

func (c *coda) checks() (string, error) {
	var all strings.Builder
	var err error
	fmt.Fprintf(&all, "Feature: %s\n", c.name())
	for n, step := range c.Details.Steps {
		quoted, wrong := c.quoted("  ", step.Verify)
		if err == nil {
			err = wrong
		}
		fmt.Fprintf(&all, "\n%s  @task:%d @points:1\n  Scenario: Task %d: %s\n"+
			"    Then TODO what is true then and was not before, and within what time\n", quoted, n+1, n+1, c.title(step, n))
	}
	return all.String(), err
}

// solution returns the solutions that were removed from the pages.
func (c *coda) solution() (string, error) {
	all := "# TODO: what scores all.\n"
	for _, step := range c.Details.Steps {
		text, err := c.file(step.Text)
		if err != nil {
			return "", err
		}
		for _, answer := range codaAnswer.FindAllString(text, -1) {
			all += comment("", answer)
		}
	}
	return all, nil
}

// quoted returns files of the scenario as comments.
func (c *coda) quoted(indent string, names ...string) (string, error) {
	all := ""
	for _, name := range names {
		content, err := c.file(name)
		if err != nil {
			return "", err
		}
		if name != "" {
			all += indent + "# " + name + ":\n" + comment(indent, content)
		}
	}
	return all, nil
}

func comment(indent, text string) string {
	all := ""
	for line := range strings.Lines(strings.TrimSpace(text) + "\n") {
		all += strings.TrimRight(indent+"#   "+line, " \n") + "\n"
	}
	return all
}
