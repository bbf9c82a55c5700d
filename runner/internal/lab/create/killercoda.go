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

// coda is the importable part of a Killercoda scenario: its index.json
// (https://killercoda.com/creators), and the files that it names.
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
	notes []string        // notes for the author
}

// codaPage is one page of the scenario. All fields but the title are file names.
type codaPage struct {
	Title      string `json:"title"`
	Text       string `json:"text"`
	Verify     string `json:"verify"`
	Background string `json:"background"`
	Foreground string `json:"foreground"`
	CourseData string `json:"courseData"`
	Code       string `json:"code"`
}

// scripts returns the scripts that prepare the page.
func (p codaPage) scripts() []string {
	return []string{p.CourseData, p.Code, p.Background, p.Foreground}
}

const codaIndex = "index.json"

// FromKillercoda creates a lab from a Killercoda scenario, with a task and its text
// for each step. The author has to write the setup and the checks as sentences. The
// scenario's scripts are comments above these places, and lint rejects the lab
// until the sentences are written. FromKillercoda returns notes for the author:
// what was renamed, and what was not imported.
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

// raw returns the content of a file of the scenario. It rejects names that lead out
// of the scenario's folder.
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

// file returns the text of a file of the scenario, adapted to a lab.
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

// name returns the scenario's title.
func (c *coda) name() string { return oneLine(c.adapted(c.Title)) }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// yamlText returns a text as a YAML scalar.
func yamlText(text string) string {
	quoted, err := json.Marshal(text) // a JSON string is a YAML scalar
	if err != nil {
		return strconv.Quote(text)
	}
	return string(quoted)
}
