package create

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// coda is what there is of a scenario of Killercoda that a lab can begin with:
// its index.json (https://killercoda.com/creators), and the files it names.
type coda struct {
	Title   string `json:"title"`
	Details struct {
		Intro codaPage   `json:"intro"`
		Steps []codaPage `json:"steps"`
		// Assets are files for a host, by the host's name.
		Assets map[string][]codaAsset `json:"assets"`
	} `json:"details"`
	Backend struct {
		Image string `json:"imageid"`
	} `json:"backend"`

	dir   string
	root  *os.Root
	used  map[string]bool // the files that were imported
	notes []string        // what the author has to know
}

// codaPage is one page of the scenario. All but its title are names of files.
type codaPage struct {
	Title      string `json:"title"`
	Text       string `json:"text"`
	Verify     string `json:"verify"`
	Background string `json:"background"`
	Foreground string `json:"foreground"`
	CourseData string `json:"courseData"`
	Code       string `json:"code"`
}

// scripts are those that prepare the page.
func (p codaPage) scripts() []string {
	return []string{p.CourseData, p.Code, p.Background, p.Foreground}
}

const codaIndex = "index.json"

// FromKillercoda begins a lab with a scenario of Killercoda: a task for each step,
// with
// its text. What is broken and by what it is judged is for the author to say,
// in sentences; the scripts stand above the places as comments, and lint
// refuses the lab until they are written. It returns what the author has to
// know: what is called otherwise, and what was not imported.
func FromKillercoda(dir, from string) (notes []string, err error) {
	at, id, err := vacant(dir)
	if err != nil {
		return nil, err
	}
	c, err := readCoda(from)
	if err != nil {
		return nil, err
	}
	defer c.root.Close()
	files := map[string][]byte{}
	for _, part := range []struct {
		name    string
		written func() (string, error)
	}{
		{"task.md", c.task}, {lab.SetupFile, c.setup}, {lab.ChecksFile, c.checks}, {lab.SolutionDir + "/solve.sh", c.solution},
		{lab.DocumentFile, func() (string, error) { return c.document(id), nil }},
	} {
		content, err := part.written()
		if err != nil {
			return nil, err
		}
		files[part.name] = []byte(content)
	}
	c.starters(files)
	c.tellRest()
	return c.notes, write(at, files)
}

func readCoda(dir string) (*coda, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, input.Errorf("%v", err)
	}
	c := &coda{dir: dir, root: root, used: map[string]bool{}}
	content, err := c.raw(codaIndex)
	if err == nil {
		if wrong := json.Unmarshal(bytes.TrimPrefix(content, []byte("\ufeff")), c); wrong != nil {
			err = c.problem(codaIndex, "%s", input.JSON(wrong))
		}
	}
	switch {
	case err != nil:
	case strings.TrimSpace(c.Title) == "":
		err = c.problem(codaIndex, "there is no title")
	case len(c.Details.Steps) == 0 && len(c.courses()) > 0:
		err = c.problem(codaIndex, "this is a course of several scenarios: give the folder of one, such as %s", filepath.Join(dir, c.courses()[0]))
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

// raw is the content of a file of the scenario. No name leads out of its folder.
func (c *coda) raw(name string) ([]byte, error) {
	name = filepath.ToSlash(filepath.Clean(name))
	content, err := fs.ReadFile(c.root.FS(), name)
	switch {
	case err != nil:
		return nil, c.problem(name, "%s names it, and it cannot be read: %v", codaIndex, err)
	case !utf8.Valid(content):
		return nil, c.problem(name, "%s names it, and it is no text in UTF-8", codaIndex)
	}
	c.used[name] = true
	return content, nil
}

// file is the text of a file of the scenario, as a lab can hold it.
func (c *coda) file(name string) (string, error) {
	if name == "" {
		return "", nil
	}
	content, err := c.raw(name)
	if err != nil {
		return "", err
	}
	return c.adapted(string(content)), nil
}

func (c *coda) document(id string) string {
	var tasks strings.Builder
	for n, step := range c.Details.Steps {
		fmt.Fprintf(&tasks, "  - title: %s\n    points: 1\n", yamlText(c.title(step, n)))
	}
	return fmt.Sprintf(`# yaml-language-server: $schema=../%s
apiVersion: %s
kind: %s
id: %s
title: %s
domain: TODO
competencies: [TODO]
level: medium
minutes: 15
passMark: 66
topology: {workers: %d}
tasks:
%sexpect:
  untouched: 0
  wrong: {} # TODO: what students get wrong, and what it scores
`, schemaName, lab.APIVersion, lab.Kind, id, yamlText(c.name()), c.workers(), tasks.String())
}

func (c *coda) title(p codaPage, n int) string {
	return cmp.Or(oneLine(c.adapted(p.Title)), fmt.Sprintf("Step %d", n+1))
}

// name is the scenario's title.
func (c *coda) name() string { return oneLine(c.adapted(c.Title)) }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// yamlText is a text as a scalar of YAML.
func yamlText(text string) string {
	quoted, err := json.Marshal(text) // a string of JSON is one of YAML
	if err != nil {
		return strconv.Quote(text)
	}
	return string(quoted)
}
