package junitschema

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// GitLab has no schema: it ignores what it does not know, and drops what it cannot
// show. CheckGitLab holds a document against what it reads (docs.gitlab.com, "Unit
// test reports"; gitlab-org/gitlab, lib/gitlab/ci/parsers/test/junit.rb).

const (
	// gitlabBytes is the maximum size of a report: 30 MB.
	gitlabBytes = 30_000_000
	// gitlabCases is GitLab.com's maximum number of cases of a report.
	gitlabCases = 500_000
)

// attached matches what GitLab takes for the path of a file to show.
var attached = regexp.MustCompile(`\[\[ATTACHMENT\|[^\[\]|]+?\]\]`)

// number matches a time in seconds.
var number = regexp.MustCompile(`^\d+(\.\d+)?$`)

// CheckGitLab returns all that GitLab would drop or show wrongly.
func CheckGitLab(document []byte) error {
	root, err := parse(document)
	if err != nil {
		return err
	}
	g := gitlab{seen: map[string]bool{}}
	if len(document) >= gitlabBytes {
		g.wrong("the document has %d bytes, and GitLab reads less than %d", len(document), gitlabBytes)
	}
	if root.name != "testsuites" && root.name != "testsuite" {
		g.wrong("the root is %s: GitLab finds no case", root.name)
	}
	g.cases(root)
	if len(g.seen) == 0 || len(g.seen) > gitlabCases {
		g.wrong("there are %d cases", len(g.seen))
	}
	return errors.Join(g.errs...)
}

type gitlab struct {
	seen map[string]bool
	errs []error
}

func (g *gitlab) wrong(format string, args ...any) {
	g.errs = append(g.errs, fmt.Errorf("GitLab: "+format, args...))
}

func (g *gitlab) cases(above *node) {
	for _, n := range above.children {
		switch n.name {
		case "testsuite":
			g.cases(n)
		case "testcase":
			g.testcase(n)
		}
	}
}

// testcase checks one case: its identity, its time, and its one status with a text.
func (g *gitlab) testcase(n *node) {
	at := map[string]string{}
	for _, a := range n.attributes {
		at[a.Name.Local] = a.Value
	}
	id := at["classname"] + "\x00" + at["name"] + "\x00" + at["file"]
	switch {
	case at["name"] == "" || at["classname"] == "":
		g.wrong("a case without a name or a classname, which is shown as its suite: %q", at)
	case g.seen[id]:
		g.wrong("two cases are called %q in %q: the second one is dropped", at["name"], at["classname"])
	case !number.MatchString(at["time"]):
		g.wrong("%q: the time is %q, not seconds", at["name"], at["time"])
	}
	g.seen[id] = true
	statuses := 0
	for _, c := range n.children {
		switch c.name {
		case "failure", "error", "skipped":
			statuses++
			if strings.TrimSpace(c.text) == "" && c.name != "skipped" {
				g.wrong("%q: its %s has no text, and the message is not shown", at["name"], c.name)
			}
		case "system-out", "system-err":
			if found := attached.FindString(c.text); found != "" {
				g.wrong("%q: its output attaches a file: %s", at["name"], found)
			}
		}
	}
	if statuses > 1 {
		g.wrong("%q has %d statuses: one is shown", at["name"], statuses)
	}
}
