package lab

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/runner/input"
)

// coda is what there is of a scenario of Killercoda that a lab can begin with:
// its index.json (https://killercoda.com/creators), and the files it names.
type coda struct {
	Title   string `json:"title"`
	Details struct {
		Intro codaPage   `json:"intro"`
		Steps []codaPage `json:"steps"`
	} `json:"details"`

	dir  string
	root *os.Root
}

// codaPage is one page of the scenario. All but its title are names of files.
type codaPage struct {
	Title      string `json:"title"`
	Text       string `json:"text"`
	Verify     string `json:"verify"`
	Background string `json:"background"`
	Foreground string `json:"foreground"`
}

const codaIndex = "index.json"

// Import begins a lab with a scenario of Killercoda: a task for each step, with
// its text. What is broken and by what it is judged is for the author to say,
// in sentences; the scripts stand above the places as comments, and lint
// refuses the lab until they are written.
func Import(dir, from string) error {
	at, id, err := vacant(dir)
	if err != nil {
		return err
	}
	c, err := readCoda(from)
	if err != nil {
		return err
	}
	defer c.root.Close()
	files := map[string][]byte{}
	for name, written := range map[string]func() (string, error){
		DocumentFile:              func() (string, error) { return c.document(id), nil },
		"task.md":                 c.task,
		SetupFile:                 c.setup,
		ChecksFile:                c.checks,
		SolutionDir + "/solve.sh": c.solution,
	} {
		content, err := written()
		if err != nil {
			return err
		}
		files[name] = []byte(content)
	}
	return write(at, files)
}

func readCoda(dir string) (*coda, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, input.Errorf("%v", err)
	}
	c := &coda{dir: dir, root: root}
	content, err := c.file(codaIndex)
	if err == nil {
		if wrong := json.Unmarshal([]byte(content), c); wrong != nil {
			err = c.problem(codaIndex, "%v", wrong)
		}
	}
	switch {
	case err != nil:
	case strings.TrimSpace(c.Title) == "":
		err = c.problem(codaIndex, "there is no title")
	case len(c.Details.Steps) == 0:
		err = c.problem(codaIndex, "there are no steps under details: they become the tasks")
	default:
		return c, nil
	}
	_ = root.Close()
	return nil, err
}

func (c *coda) problem(file, format string, args ...any) error {
	return input.Join([]input.Problem{input.At(filepath.Join(c.dir, file), 0, format, args...)})
}

// file is the text of a file of the scenario. No name leads out of its folder.
func (c *coda) file(name string) (string, error) {
	if name == "" {
		return "", nil
	}
	content, err := fs.ReadFile(c.root.FS(), filepath.ToSlash(filepath.Clean(name)))
	if err != nil {
		return "", c.problem(name, "%s names it, and it cannot be read: %v", codaIndex, err)
	}
	return ownVariable.ReplaceAllString(string(content), "$$$1"), nil
}

// ownVariable is how a shell may write a variable, and a lab must not.
var ownVariable = regexp.MustCompile(`\$\{(\w+)\}`)

func (c *coda) document(id string) string {
	var tasks strings.Builder
	for n, step := range c.Details.Steps {
		fmt.Fprintf(&tasks, "  - title: %q\n    points: 1\n", step.title(n))
	}
	return fmt.Sprintf(`# yaml-language-server: $schema=../%s
apiVersion: %s
kind: %s
id: %s
title: %q
domain: TODO
competencies: [TODO]
level: medium
minutes: 15
passMark: 66
topology: {workers: 1}
tasks:
%sexpect:
  untouched: 0
  wrong: {} # TODO: what students get wrong, and what it scores
`, schemaName, APIVersion, Kind, id, c.Title, tasks.String())
}

func (p codaPage) title(n int) string {
	if title := strings.TrimSpace(p.Title); title != "" {
		return title
	}
	return fmt.Sprintf("Step %d", n+1)
}

func (c *coda) task() (string, error) {
	var all strings.Builder
	intro, err := c.file(c.Details.Intro.Text)
	fmt.Fprintf(&all, "# %s\n\n%s", c.Title, codaText(intro))
	for n, step := range c.Details.Steps {
		text, wrong := c.file(step.Text)
		if err == nil {
			err = wrong
		}
		fmt.Fprintf(&all, "## Task %d: %s\n\n%s", n+1, step.title(n), codaText(text))
	}
	return strings.TrimRight(all.String(), "\n") + "\n", err
}

var (
	codaAnswer  = regexp.MustCompile(`(?s)<details>.*?</details>\n?`)
	codaAction  = regexp.MustCompile(`\{\{(?:exec|copy)\b[^}]*\}\}`)
	codaHeading = regexp.MustCompile("(?m)^#+ ")
)

// codaText is a page without what can be clicked and what gives the answer
// away, its headings below that of its task.
func codaText(text string) string {
	text = codaAction.ReplaceAllString(codaAnswer.ReplaceAllString(text, ""), "")
	text = strings.TrimSpace(codaHeading.ReplaceAllString(text, "##$0"))
	if text == "" {
		return ""
	}
	return text + "\n\n"
}

func (c *coda) setup() (string, error) {
	pages := append([]codaPage{c.Details.Intro}, c.Details.Steps...)
	var scripts []string
	for _, p := range pages {
		scripts = append(scripts, p.Background, p.Foreground)
	}
	quoted, err := c.quoted("  ", scripts...)
	return fmt.Sprintf("Feature: %s\n\n%s  Scenario: It is broken\n"+
		"    Given TODO what makes and breaks, in the sentences of gherkube steps\n"+
		"    Then TODO what shows that it is broken\n", c.Title, quoted), err
}

func (c *coda) checks() (string, error) {
	var all strings.Builder
	var err error
	fmt.Fprintf(&all, "Feature: %s\n", c.Title)
	for n, step := range c.Details.Steps {
		quoted, wrong := c.quoted("  ", step.Verify)
		if err == nil {
			err = wrong
		}
		fmt.Fprintf(&all, "\n%s  @task:%d @points:1\n  Scenario: Task %d: %s\n"+
			"    Then TODO what is true then and was not before, and within what time\n", quoted, n+1, n+1, step.title(n))
	}
	return all.String(), err
}

// solution keeps what the pages gave away.
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

// quoted are files of the scenario as comments.
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
