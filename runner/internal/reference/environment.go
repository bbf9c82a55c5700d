package main

import (
	"fmt"
	"strings"

	"github.com/docker/go-units"

	"github.com/gherkube/gherkube/fixtures/node/source"
	"github.com/gherkube/gherkube/runner/internal/cli"
	"github.com/gherkube/gherkube/runner/internal/lab/library"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// exitCodes returns the section about exit codes, whose table is also the help topic's.
func exitCodes() string {
	var b strings.Builder
	b.WriteString("## Exit codes\n\n" + head("code", "of a run", "of a grade", "what to do"))
	for _, c := range cli.ExitCodes {
		b.WriteString(row(fmt.Sprint(c.Code), c.Run, c.Grade, c.Fix))
	}
	return b.String() + "\n" + cli.ExitCodesOfOthers + "\n"
}

// variable is an environment variable that gherkube reads.
type variable struct{ name, meaning string }

// variables lists the environment variables for users. A test finds ones of gherkube that
// are missing here.
var variables = []variable{
	{source.Variable, "Where images are pulled from, separated by spaces: registries with a path, names with digests as `gherkube image push` prints them, or `none`. " +
		"The default is the images that the gherkube project publishes."},
	{library.Variable, "Folders with labs of your own, separated like those of `PATH`."},
	{record.RetentionVariable, fmt.Sprintf("How long records are kept. The default is `%s`. Records in a folder that `--record` names are never removed.", retention())},
	{"DOCKER_HOST", "Where the container engine listens."},
	{"XDG_STATE_HOME", "The folder for records and for the access to clusters; `~/.local/state` by default."},
	{"XDG_CACHE_HOME", "The folder for parts of images, and for unpacked labs; `~/.cache` by default."},
	{"NO_COLOR", "Output without color, if it is set to anything."},
	{"TERM", "With `dumb`, output as in a file: no color, and no lines that change."},
	{"LC_ALL, LC_MESSAGES, LANG", "In a Korean locale, `gherkube steps` lists steps in Korean too."},
}

func retention() string {
	r := record.DefaultRetention
	days := func(hours float64) string { return fmt.Sprintf("%.0fd", hours/24) }
	return fmt.Sprintf("passed=%s failed=%s size=%s", days(r.Passed.Hours()), days(r.Failed.Hours()), strings.ReplaceAll(units.BytesSize(float64(r.Size)), ".00", ""))
}

// environment returns the section about environment variables.
func environment() string {
	var b strings.Builder
	b.WriteString("## Environment variables\n\n" + head("variable", "meaning"))
	for _, v := range variables {
		b.WriteString(row("`"+strings.ReplaceAll(v.name, ", ", "`, `")+"`", v.meaning))
	}
	return b.String()
}

const files = `## Files

| path | content |
|---|---|
| ` + "`~/.local/state/gherkube/records/`" + ` | the records of runs and grades; ` + "`gherkube report`" + ` shows the last |
| ` + "`~/.local/state/gherkube/clusters/NAME/kubeconfig`" + ` | the access to a cluster that is up, for your own kubectl |
| ` + "`~/.local/state/gherkube/console_history`" + ` | the sentences that you typed in the console |
| ` + "`~/.cache/gherkube/`" + ` | what images were built from, and labs that come with gherkube; can be removed |
`
