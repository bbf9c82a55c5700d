package shell

import "mvdan.cc/sh/v3/syntax"

// assigned returns the values of variables that a script only sets to literal
// words, by assignment or in a loop. A variable that may get another value is
// missing.
func assigned(file *syntax.File) map[string][]string {
	a := assignments{values: map[string][]string{}, open: map[string]bool{}}
	for node := range syntax.Preorder(file) {
		switch n := node.(type) {
		case *syntax.CallExpr:
			a.call(n)
		case *syntax.DeclClause:
			for _, one := range n.Args {
				a.assign(one)
			}
		case *syntax.WordIter:
			a.loop(n)
		case *syntax.ParamExp:
			if n.Param != nil && n.Exp != nil && (n.Exp.Op == syntax.AssignUnset || n.Exp.Op == syntax.AssignUnsetOrNull) {
				a.open[n.Param.Value] = true
			}
		}
	}
	for name := range a.open {
		delete(a.values, name)
	}
	return a.values
}

type assignments struct {
	values map[string][]string
	open   map[string]bool // with values that are only known at run time
}

func (a assignments) call(c *syntax.CallExpr) {
	for _, one := range c.Assigns {
		a.assign(one)
	}
	if len(c.Args) == 0 {
		return
	}
	switch c.Args[0].Lit() {
	case "read", "mapfile", "readarray", "getopts", "printf":
		for _, w := range c.Args[1:] {
			a.open[w.Lit()] = true
		}
	}
}

func (a assignments) assign(one *syntax.Assign) {
	if one.Name == nil || one.Naked {
		return
	}
	text, known := static(one.Value)
	if !known || one.Append || one.Index != nil || one.Array != nil {
		a.open[one.Name.Value] = true
		return
	}
	a.values[one.Name.Value] = append(a.values[one.Name.Value], text)
}

func (a assignments) loop(l *syntax.WordIter) {
	if len(l.Items) == 0 {
		a.open[l.Name.Value] = true
	}
	for _, item := range l.Items {
		if text, known := static(item); known {
			a.values[l.Name.Value] = append(a.values[l.Name.Value], text)
		} else {
			a.open[l.Name.Value] = true
		}
	}
}

// static returns the text of a word without expansions.
func static(w *syntax.Word) (string, bool) {
	r := &reader{}
	read := r.word(w)
	return read.Text, read.Known
}
