package page

import (
	"cmp"
	"html/template"
	"io"
	"slices"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// comparison is the data of a page that compares two runs.
type comparison struct {
	texts
	CSS    template.CSS
	Policy string
	Runs   []compared
	Worse  []change
	Better []change
	Slower []change
	Faster []change
	Only   []onlyIn
	Same   int
}

// changes is one list of changes.
type changes struct {
	Key, Heading string
	Changes      []change
}

// List returns a list with its heading.
func (c *comparison) List(key string, all []change) changes { return changes{key, c.T(key), all} }

// compared is one of the runs.
type compared struct {
	Name   string
	Counts []count
	Facts  []fact
}

// change is a scenario that differs.
type change struct {
	Title, Place    string
	Before, After   string // verdicts
	Took, Takes     string
	By              string // how much longer or shorter
	Message         []part // why the worse one did not pass
	Pre             string
	ratio           float64
	BeforeT, AfterT string
}

// onlyIn is a scenario that one run lacks.
type onlyIn struct{ Title, Place, In string }

// A scenario is slower or faster if its duration changed by half and by more than
// noticeable: less is noise.
const (
	half       = 1.5
	noticeable = 2 * time.Second
)

// Compare writes a page that compares a run with an earlier one.
func Compare(out io.Writer, before, after *model.Run, names [2]string) error {
	css, err := files.ReadFile("page.css")
	if err != nil {
		return err
	}
	in := textsOf(after.Plan)
	c := &comparison{texts: in, CSS: template.CSS(css), Policy: policyOf("'none'", css)} //nolint:gosec // a file of this package
	for i, run := range []*model.Run{before, after} {
		one := compared{Name: names[i], Facts: factsOf(run, in)}
		for _, v := range []verdict.Verdict{verdict.Failed, verdict.Undecided, verdict.Passed} {
			one.Counts = append(one.Counts, count{in.T(string(v)), run.Count(v)})
		}
		c.Runs = append(c.Runs, one)
	}
	c.compare(before, after)
	made, err := template.New("page").ParseFS(files, "*.tmpl")
	if err != nil {
		return err
	}
	return made.ExecuteTemplate(out, "compare.tmpl", c)
}

func (c *comparison) compare(before, after *model.Run) {
	earlier := map[string]*model.Scenario{}
	for _, s := range before.Scenarios {
		earlier[key(s)] = s
	}
	for _, s := range after.Scenarios {
		was, there := earlier[key(s)]
		if !there {
			c.Only = append(c.Only, onlyIn{s.InRule(), s.Place(), c.Runs[1].Name})
			continue
		}
		delete(earlier, key(s))
		c.change(was, s)
	}
	for _, s := range before.Scenarios {
		if earlier[key(s)] == s {
			c.Only = append(c.Only, onlyIn{s.InRule(), s.Place(), c.Runs[0].Name})
		}
	}
	for _, list := range [][]change{c.Slower, c.Faster} {
		slices.SortStableFunc(list, func(a, b change) int { return cmp.Compare(b.ratio, a.ratio) })
	}
}

// key identifies a scenario in both runs. Its line may change; rows of an outline have
// the same name, so they keep it.
func key(s *model.Scenario) string {
	if s.Row {
		return s.ID
	}
	return s.File + "\x00" + s.InRule()
}

func (c *comparison) change(was, is *model.Scenario) {
	ch := change{
		Title: is.InRule(), Place: is.Place(), Before: string(was.Verdict), After: string(is.Verdict),
		BeforeT: c.T(string(was.Verdict)), AfterT: c.T(string(is.Verdict)), Took: span(was.Duration()), Takes: span(is.Duration()),
	}
	if was.Verdict != is.Verdict {
		worse := verdict.Worst(was.Verdict, is.Verdict) == is.Verdict
		failing := is
		if !worse {
			failing = was
		}
		if step := failing.Decisive().FailedStep(); step != nil {
			ch.Message, ch.Pre = partsOf(step.Message, c.texts)
		}
		if worse {
			c.Worse = append(c.Worse, ch)
		} else {
			c.Better = append(c.Better, ch)
		}
		return
	}
	difference := is.Duration() - was.Duration()
	long, brief := max(is.Duration(), was.Duration()), max(min(is.Duration(), was.Duration()), time.Millisecond)
	ch.ratio = float64(long) / float64(brief)
	switch {
	case !was.Reached() || !is.Reached() || long-brief < noticeable || ch.ratio < half:
		c.Same++
	case difference > 0:
		ch.By = "+" + span(difference)
		c.Slower = append(c.Slower, ch)
	default:
		ch.By = "−" + span(-difference)
		c.Faster = append(c.Faster, ch)
	}
}
