package reader

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/runner/internal/effect"
	"github.com/gherkube/gherkube/runner/internal/inventory"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps"
)

// answersDir is the folder of a submission for answers, which are data.
const answersDir = "answers"

// image reports an image that pods cannot pull.
func (r *reader) image(file string, line int, ref string) {
	if ref == "" || strings.Contains(ref, "$") || inventory.HasImage(ref, r.lab.Images) {
		return
	}
	r.problem(file, line, "no cluster's registry has the image %q: there are %s; say of one that lab start --image puts there, images: [%s] in %s",
		ref, strings.Join(inventory.Images(), ", "), ref, lab.DocumentFile)
}

// pulls reports images in a kubectl command that pods cannot pull.
func (r *reader) pulls(file string, line int, c shell.Command) {
	for _, ref := range imagesOf(c) {
		r.image(file, line, ref)
	}
}

func imagesOf(c shell.Command) []string {
	if len(c.Words) < 3 || c.Words[0].Text != "kubectl" {
		return nil
	}
	var refs []string
	words := c.Words[1:]
	call, err := effect.ReadKubectl(words)
	setsImage := err == nil && call.Verb == "set image"
	for i, w := range words {
		before, after, found := strings.Cut(w.Text, "=")
		switch {
		case found && before == "--image" && w.Known:
			refs = append(refs, after)
		case w.Text == "--image" && i+1 < len(words) && words[i+1].Known:
			refs = append(refs, words[i+1].Text)
		case found && setsImage && w.Known && !strings.HasPrefix(before, "-"):
			refs = append(refs, after)
		}
	}
	return refs
}

// documents validates the manifests in a command's here-documents, if the shell
// expands nothing in them.
func (r *reader) documents(file string, before int, c shell.Command) {
	if len(c.Words) == 0 || c.Words[0].Text != "kubectl" {
		return
	}
	for _, from := range c.Redirects {
		if strings.HasPrefix(from.Operator, "<<") && from.Operator != "<<<" && !strings.Contains(from.Text, "$") {
			r.manifest(file, before+from.Line-1, from.Text)
		}
	}
}

// manifest validates objects against the API, and their images against the
// registry. before is the line before the text's first line.
func (r *reader) manifest(file string, before int, text string) {
	for _, wrong := range steps.ManifestErrors(text) {
		r.problem(file, before+wrong.Line, "%s", wrong.Text)
	}
	for _, found := range imagesIn(text) {
		r.image(file, before+found.Line, found.Value)
	}
}

// imagesIn returns the images of containers in manifests.
func imagesIn(text string) []*yaml.Node {
	var all []*yaml.Node
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for {
		var doc yaml.Node
		if err := decoder.Decode(&doc); errors.Is(err, io.EOF) || err != nil {
			return all
		}
		all = append(all, imagesBelow(&doc)...)
	}
}

func imagesBelow(at *yaml.Node) []*yaml.Node {
	var all []*yaml.Node
	for i, below := range at.Content {
		if at.Kind == yaml.MappingNode && i%2 == 1 {
			if name := at.Content[i-1].Value; name == "containers" || name == "initContainers" {
				all = append(all, ofItems(below, "image")...)
			}
		}
		all = append(all, imagesBelow(below)...)
	}
	return all
}

// ofItems returns the values of a key in the items of a sequence.
func ofItems(list *yaml.Node, key string) []*yaml.Node {
	var all []*yaml.Node
	for _, item := range list.Content {
		if _, value := child(item, key); value != nil && value.Kind == yaml.ScalarNode {
			all = append(all, value)
		}
	}
	return all
}

// ails matches sentences by which a setup says that pods do not run, for example
// because of a broken image.
var ails = regexp.MustCompile(`Pending|ImagePull|ErrImage|InvalidImage|0 ready|no answer|is not |are not |No\b|Waiting|이 아니다|가 아니다`)

// made checks what a setup runs and applies. An image that no registry has is
// accepted if the setup says that pods do not run.
func (r *reader) made(scenarios []*plan.Scenario) {
	broken := false
	for _, s := range scenarios {
		for _, step := range s.Steps {
			broken = broken || r.definition(step).Allows(steps.Then) && ails.MatchString(step.Text)
		}
	}
	for _, s := range scenarios {
		for _, step := range s.Steps {
			r.madeBy(step, broken)
		}
	}
}

func (r *reader) madeBy(step plan.Step, broken bool) {
	for _, one := range r.alone(step) {
		for _, script := range scriptsOf(one) {
			r.setupScript(step, script, broken)
		}
	}
	if broken || step.DocString() == "" {
		return
	}
	for _, found := range imagesIn(step.DocString()) {
		r.image(lab.SetupFile, step.Line+1+found.Line, found.Value)
	}
}

var running = regexp.MustCompile(`^I (?:run|try) "(.+)"(?: on \S+)?$|^(?:\S+에서 )?"(.+)"[을를] 실행`)

// scriptsOf returns the command lines that a step of a setup runs.
func scriptsOf(step plan.Step) []string {
	var all []string
	if found := running.FindStringSubmatch(step.Text); found != nil {
		all = append(all, found[1]+found[2])
	}
	for _, a := range steps.AskedIn(step.Text) {
		all = append(all, a.Command)
	}
	if step.Topic == "commands" && step.DocString() != "" && !strings.HasPrefix(step.Text, "the command ") {
		all = append(all, step.DocString())
	}
	return all
}

func (r *reader) setupScript(step plan.Step, script string, broken bool) {
	commands, err := shell.Parse(script)
	if err != nil {
		return // planning the setup has reported it
	}
	if names := unset(script, r.given); len(names) > 0 {
		r.problem(lab.SetupFile, step.Line, "nothing sets $%s", strings.Join(names, ", $"))
	}
	for _, c := range commands {
		if why := r.installed(c); why != "" {
			r.problem(lab.SetupFile, step.Line, "%s", why)
		}
		for _, why := range r.strangers(c) {
			r.problem(lab.SetupFile, step.Line, "%s", why)
		}
		if !broken {
			r.pulls(lab.SetupFile, step.Line, c)
		}
	}
}
