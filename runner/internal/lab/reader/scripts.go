package reader

import (
	"errors"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/shell"
	"github.com/gherkube/gherkube/steps/placeholder"
	"github.com/gherkube/gherkube/steps/spelling"
)

// environment lists the variables that a shell in a lab has.
var environment = strings.Fields(`HOME PATH USER PWD OLDPWD HOSTNAME KUBECONFIG LANG TERM SHELL RANDOM SECONDS LINENO UID EUID
	IFS PPID REPLY PIPESTATUS FUNCNAME BASHPID BASH BASH_VERSION BASH_SOURCE BASH_REMATCH EPOCHSECONDS EPOCHREALTIME OPTARG
	OPTIND EDITOR KUBE_EDITOR TMPDIR LC_ALL COLUMNS LINES SHLVL`)

// unset returns the variables that a script expands but nothing sets.
func unset(script string, known func(string) bool) []string {
	var names []string
	for _, v := range unsetIn(script, known) {
		if !slices.Contains(names, v.Name) {
			names = append(names, v.Name)
		}
	}
	return names
}

func unsetIn(script string, known func(string) bool) []shell.Variable {
	variables, err := shell.Variables(script)
	if err != nil {
		return nil
	}
	set := map[string]bool{}
	for _, v := range variables {
		set[v.Name] = set[v.Name] || v.Set
	}
	return slices.DeleteFunc(variables, func(v shell.Variable) bool {
		return set[v.Name] || slices.Contains(environment, v.Name) || known(v.Name)
	})
}

// submissionScripts checks the scripts of the lab's own submissions.
func (r *reader) submissionScripts() {
	fill := r.lab.Filling(samples[0])
	for _, dir := range r.submissionDirs() {
		for _, name := range r.filesBelow(dir) {
			content, err := r.content(name)
			wrong := strings.HasPrefix(name, lab.WrongDir+"/")
			switch ext := path.Ext(name); {
			case err != nil || !utf8.ValidString(content):
			case ext == ".sh":
				r.acts(name, content)
				r.script(name, 0, content, fill(content), wrong)
			case !wrong && (ext == ".yaml" || ext == ".yml") && !strings.Contains(name, "/"+answersDir+"/"):
				r.manifest(name, 0, fill(content))
			}
		}
	}
}

// scriptFile is the file that runs a submission.
const scriptFile = "solve.sh"

// acts reports a right submission whose script has no command: it cannot score
// full, since an untouched cluster does not.
func (r *reader) acts(name, content string) {
	if path.Base(name) != scriptFile || path.Base(path.Dir(name)) == answersDir || strings.HasPrefix(name, lab.WrongDir+"/") {
		return
	}
	unfinished := slices.ContainsFunc(strings.Split(content, "\n"), todoComment.MatchString) // reported elsewhere
	if commands, err := shell.Parse(content); err == nil && len(commands) == 0 && !unfinished {
		r.problem(name, 0, "there is no command in it: a right submission solves the lab")
	}
}

// script checks a script's syntax and variables and, unless the script is wrong on
// purpose, its programs, nodes and images. before is the line before the script's
// first line.
func (r *reader) script(file string, before int, written, filled string, wrong bool) {
	commands, err := shell.Parse(filled)
	var broken *shell.Error
	if errors.As(err, &broken) {
		r.problem(file, before+broken.Line, "bash cannot read the script: %s", broken.Text)
		return
	}
	for _, v := range unsetIn(filled, r.given) {
		r.problem(file, before+v.Line, "nothing sets $%s: %s", v.Name, r.variablesThere())
	}
	r.misspelt(file, before, written, filled)
	for _, c := range commands {
		line := before + c.Line
		if why := r.installed(c); why != "" {
			r.problem(file, line, "%s", why)
		}
		if wrong {
			continue
		}
		for _, why := range r.strangers(c) {
			r.problem(file, line, "%s", why)
		}
		r.pulls(file, line, c)
		r.documents(file, before, c)
	}
}

// misspelt reports ${name} that no shell expands, for example in a patch in single
// quotes, if it resembles the name of a variable. Other names may be part of the
// text.
func (r *reader) misspelt(file string, before int, written, filled string) {
	variables, err := shell.Variables(filled)
	if err != nil {
		return
	}
	for i, line := range strings.Split(written, "\n") {
		for _, found := range placeholder.Pattern.FindAllStringSubmatch(line, -1) {
			name := found[1]
			inShell := slices.ContainsFunc(variables, func(v shell.Variable) bool { return v.Name == name })
			if !inShell && !r.given(name) && r.nearly(name) {
				r.problem(file, before+i+1, "${%s} is no variable: %s", name, r.variablesThere())
			}
		}
	}
}

func (r *reader) submissionDirs() []string {
	dirs := []string{lab.SolutionDir}
	for _, name := range r.lab.Right {
		dirs = append(dirs, path.Join(lab.RightDir, name))
	}
	for _, name := range r.lab.Wrong() {
		dirs = append(dirs, path.Join(lab.WrongDir, name))
	}
	return dirs
}

// filesBelow returns the files in a folder of the lab and its subfolders.
func (r *reader) filesBelow(dir string) []string {
	var files []string
	entries, err := os.ReadDir(r.lab.Path(dir))
	if err != nil {
		return nil // reported elsewhere
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.IsDir() {
			files = append(files, r.filesBelow(name)...)
		} else {
			files = append(files, name)
		}
	}
	return files
}

// nearly reports whether a word differs from the name of a variable by at most two
// letters.
func (r *reader) nearly(word string) bool {
	for name := range r.lab.Variables {
		if d := spelling.Distance(word, name); d > 0 && d <= min(2, len(name)/2) {
			if _, there := r.lab.Variables[word]; !there {
				return true
			}
		}
	}
	return false
}
