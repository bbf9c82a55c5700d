package reader

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/steps"
)

// validate checks lab.yaml by itself.
func (r *reader) validate() {
	d := &r.lab.Document
	r.choice("apiVersion", d.APIVersion, []string{lab.APIVersion})
	r.choice("kind", d.Kind, []string{lab.Kind})
	r.choice("domain", d.Domain, lab.Domains)
	r.choice("level", d.Level, lab.Levels)
	r.identity(d)
	r.upTo("minutes", d.Minutes, 120)
	r.upTo("passMark", d.PassMark, 100)
	if d.SolveSeconds != 0 {
		r.upTo("solveSeconds", d.SolveSeconds, 1800)
	}
	if err := d.Topology.Cluster().Validate(); err != nil {
		r.in([]any{"topology"}, "%v", err)
	}
	if _, err := cluster.VersionOf(d.Topology.Kubernetes); err != nil {
		r.in([]any{"topology", "kubernetes"}, "%v", err)
	}
	for i, name := range d.Topology.Parts {
		if _, err := steps.PartsNamed([]string{name}); err != nil {
			r.in([]any{"topology", "parts", i}, "%v", err)
		}
	}
	if len(d.Tasks) == 0 {
		r.in([]any{"tasks"}, "there are no tasks")
	}
	for i, task := range d.Tasks {
		r.task(i, task)
	}
	r.expected(d)
	r.complete(d)
}

func (r *reader) choice(key, value string, choices []string) {
	if !slices.Contains(choices, value) {
		r.in([]any{key}, "%s %q: choose of %s", key, value, quotedList(choices))
	}
}

func quotedList(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = strconv.Quote(word)
	}
	return strings.Join(quoted, ", ")
}

func (r *reader) upTo(key string, value, most int) {
	if value < 1 || value > most {
		r.in([]any{key}, "%s %d: it has to be from 1 to %d", key, value, most)
	}
}

func (r *reader) identity(d *lab.Document) {
	folder, err := filepath.Abs(r.lab.Dir)
	if err != nil {
		folder = r.lab.Dir
	}
	switch {
	case !lab.ValidID(d.ID):
		r.in([]any{"id"}, "id %q: use lower-case letters, digits and hyphens", d.ID)
	case d.ID != filepath.Base(folder):
		r.in([]any{"id"}, "id %q: the lab's folder is called %q", d.ID, filepath.Base(folder))
	}
	if strings.TrimSpace(d.Title) == "" {
		r.in([]any{"title"}, "there is no title")
	}
	if len(d.Competencies) == 0 {
		r.in([]any{"competencies"}, "there are no competencies: say what is practised")
	}
}

func (r *reader) task(i int, task lab.Task) {
	if strings.TrimSpace(task.Title) == "" {
		r.in([]any{"tasks", i}, "task %d has no title", i+1)
	}
	if task.Points < 1 {
		r.in([]any{"tasks", i, "points"}, "task %d is worth %d points: it has to be worth some", i+1, task.Points)
	}
	cost := 0
	for n, hint := range task.Hints {
		cost += hint.Cost
		if strings.TrimSpace(hint.Text) == "" {
			r.in([]any{"tasks", i, "hints", n}, "hint %d of task %d has no text", n+1, i+1)
		}
		if hint.Cost < 0 {
			r.in([]any{"tasks", i, "hints", n, "cost"}, "hint %d of task %d costs %d points", n+1, i+1, hint.Cost)
		}
	}
	if cost > task.Points {
		r.in([]any{"tasks", i, "hints"}, "the hints of task %d cost %d points: it is worth %d", i+1, cost, task.Points)
	}
	r.feedbackTexts(i, task)
}

// expected compares the declared scores with the points. A wrong solution with the
// full score would prove that the checks are wrong.
func (r *reader) expected(d *lab.Document) {
	total := d.Total()
	if d.Expect.Untouched < 0 || d.Expect.Untouched >= total {
		r.in([]any{"expect", "untouched"}, "an untouched cluster scores %d of %d points: there would be nothing to do", d.Expect.Untouched, total)
	}
	if len(d.Expect.Wrong) == 0 {
		r.in([]any{"expect"}, "there is no known-wrong solution: %s/NAME, and under expect.wrong what it scores", lab.WrongDir)
	}
	for _, name := range r.lab.Wrong() {
		if points := d.Expect.Wrong[name]; points < 0 || points >= total {
			r.in([]any{"expect", "wrong", name}, "%q is wrong and scores %d of %d points", name, points, total)
		}
	}
}

// complete checks for keys whose zero value would be a valid value.
func (r *reader) complete(d *lab.Document) {
	if _, there := child(r.top(), "topology"); there == nil {
		r.in(nil, "there is no topology: say how many workers the lab needs")
	}
	if _, there := child(r.top(), "expect"); there == nil {
		r.in(nil, "there is no expect: say what an untouched cluster and the known-wrong solutions score")
	}
	if d.Namespace == "" {
		d.Namespace = "default"
	}
	if d.SolveSeconds == 0 {
		d.SolveSeconds = 120
	}
}
