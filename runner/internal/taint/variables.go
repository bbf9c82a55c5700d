package taint

import (
	"fmt"
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// value is the known beginning of a variable's value, and whether it is complete.
type value struct {
	lead  string
	known bool
}

// settings matches variables that change what programs do. bash evaluates
// assignments to RANDOM and OPTIND as arithmetic, and expands PS4 and
// PROMPT_COMMAND.
var settings = regexp.MustCompile(`^(?:PATH|HOME|ENV|IFS|CDPATH|SHELLOPTS|BASH_.*|BASHOPTS|PROMPT_COMMAND|PS\d|RANDOM|OPTIND|LD_.*|GCONV_PATH|LOCPATH|TERMINFO|` +
	`KUBE.*|KUBERC|ETCD.*|CRI_.*|CONTAINER.*|CURL_HOME|SSLKEYLOGFILE|SSL_CERT_.*|OPENSSL_.*|AWK.*|MAWK.*|JQ_.*|PERL.*|PYTHON.*|GIT_.*|LESS.*|` +
	`PAGER|EDITOR|VISUAL|XDG_.*|TAR_.*|TMPDIR|DIFF_.*|GREP_.*|(?i:\w+_proxy))$`)

// set records the value of a variable.
func (f *flow) set(name string, to word) {
	from := max(to.path, to.text)
	if from > author && settings.MatchString(name) {
		f.refuse("sets %s from %s, by which programs are configured", name, from)
	}
	if f.integers[name] {
		f.evaluates(to)
	}
	f.paths[name] = max(f.paths[name], to.path)
	f.texts[name] = max(f.texts[name], to.text)
	now := value{to.lead, to.known}
	if before, there := f.values[name]; there && before != now {
		now = value{common(before.lead, now.lead), false}
	}
	f.values[name] = now
}

func common(a, b string) string {
	for !strings.HasPrefix(b, a) {
		a = a[:len(a)-1]
	}
	return a
}

func (f *flow) assign(a *syntax.Assign) word {
	all := word{known: a.Value != nil || a.Naked}
	if a.Value != nil {
		all = f.word(a.Value)
	}
	name := ""
	if a.Name != nil {
		name = a.Name.Value
	}
	f.subscript(name, a.Index)
	if a.Array != nil {
		for _, e := range a.Array.Elems {
			f.subscript(name, e.Index)
			all = all.and(f.word(e.Value))
		}
	}
	if a.Append || a.Index != nil {
		all.lead, all.known = "", false
	}
	if name != "" && !a.Naked {
		f.set(name, all)
	}
	return all
}

// subscript checks the index of an array: bash evaluates it as arithmetic, unless
// the array was declared with -A.
func (f *flow) subscript(array string, index syntax.ArithmExpr) {
	if index == nil {
		return
	}
	if w, ok := index.(*syntax.Word); ok && (f.keyed[array] || w.Lit() == "@" || w.Lit() == "*") {
		f.word(w)
		return
	}
	f.arithmetic(index)
}

// declare analyses declare, local, export and the like, whose options make bash
// evaluate assignments.
func (f *flow) declare(c *syntax.DeclClause) {
	options := ""
	if c.Variant.Value == "nameref" {
		options = "n"
	}
	for _, a := range c.Args {
		if a.Name != nil {
			f.keyed[a.Name.Value] = f.keyed[a.Name.Value] || strings.Contains(options, "A")
			f.integers[a.Name.Value] = f.integers[a.Name.Value] || strings.Contains(options, "i")
		}
		to := f.assign(a)
		switch {
		case a.Name == nil && strings.HasPrefix(to.lead, "-"):
			options += to.lead[1:]
		case to.text == author && to.path == author:
		case a.Name == nil && to.text > author:
			f.refuse("has %s say which variable is declared: write its name", to.text)
		case to.text > author && (strings.ContainsAny(options, "in") || strings.ContainsAny(options, "aA") && a.Array == nil):
			f.refuse("gives a variable that was declared by %q something from %s, which bash evaluates: declare it without", fmt.Sprintf("%s -%s", c.Variant.Value, options), to.text)
		case to.path >= node && c.Variant.Value == "export":
			f.refuse("gives all programs a variable with %s", to.path)
		}
	}
}

// arithmetic rejects everything that a student wrote: bash runs commands in
// subscripts during evaluation, as in x[$(command)].
func (f *flow) arithmetic(node syntax.Node) {
	switch node.(type) {
	case nil:
		return
	}
	syntax.Walk(node, func(inside syntax.Node) bool {
		if w, ok := inside.(*syntax.Word); ok {
			f.evaluates(f.word(w))
			return false
		}
		return true
	})
}

func (f *flow) evaluates(w word) {
	from := w.text
	for _, name := range names.FindAllString(w.shape, -1) {
		from = max(from, f.holds(name, 4))
	}
	if from > author {
		f.refuse("calculates with %s: in bash's arithmetic a text like x[$(command)] runs the command; compare with [ \"$x\" -gt 1 ] or == instead", from)
	}
}

var names = regexp.MustCompile(`[A-Za-z_]\w*`)

// holds returns the origin of a variable in arithmetic. bash evaluates a variable's
// value again, including names in it.
func (f *flow) holds(name string, depth int) origin {
	from := f.texts[name]
	if v := f.values[name]; v.known && depth > 0 {
		for _, next := range names.FindAllString(v.lead, -1) {
			from = max(from, f.holds(next, depth-1))
		}
	}
	return from
}
