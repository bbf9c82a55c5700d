package main

import (
	"strings"

	"github.com/gherkube/gherkube/runner/internal/report"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// reports says what the formats of "gherkube run" and "gherkube report" are. A test compares
// the names with those that there are.
var reports = map[string]string{
	"pretty":   "for people: each scenario with its steps; failures with expectation, observation, and since when",
	"progress": "for people: a character for each scenario, then the failures",
	"html":     "one page, offline: failures first, and a timeline of each scenario",
	"junit":    "one test case for each scenario, for CI systems",
	"cucumber": "Cucumber's JSON, for tools that read it (also called `json`)",
	"messages": "Cucumber Messages, one JSON object a line",
}

// formats returns the section about --format.
func formats() string {
	var b strings.Builder
	b.WriteString("## Formats\n\n`--format NAME` writes to standard output, and `--format NAME:FILE` to a file. Repeat the flag for several.\n" +
		"`gherkube report` and `gherkube regrade` create all formats later, from a record.\n\n" +
		"### Formats of runs\n\n" + head("format", "content"))
	for _, name := range report.Names() {
		b.WriteString(row("`"+name+"`", reports[name]))
	}
	b.WriteString("\n### Formats of grades\n\n" + head("format", "content", "submissions in a file"))
	for _, f := range score.Formats {
		many := "one or more"
		if f.Single {
			many = "one"
		}
		b.WriteString(row("`"+f.Name+"`", f.Meaning, many))
	}
	return b.String()
}
