package reader

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps/placeholder"
	"github.com/gherkube/gherkube/steps/spelling"
)

// feedbackTexts checks the feedback of a task by itself.
func (r *reader) feedbackTexts(task int, t lab.Task) {
	var seen []string
	for n, f := range t.Feedback {
		at := []any{"tasks", task, "feedback", n}
		switch {
		case strings.TrimSpace(f.Criterion) == "":
			r.in(at, "feedback %d of task %d names no criterion: criterion: NAME, as in %s", n+1, task+1, lab.ChecksFile)
		case strings.TrimSpace(f.Text) == "":
			r.in(at, "the feedback to %q has no text", f.Criterion)
		case slices.Contains(seen, f.Criterion):
			r.in(at, "there is feedback to %q already: write one text", f.Criterion)
		}
		seen = append(seen, f.Criterion)
	}
}

// feedback gives each criterion its feedback, and reports feedback to criteria that
// do not exist, that students never see, or that reveals a hidden criterion.
func (r *reader) feedback(checks []*plan.Scenario) {
	secrets := r.secrets(checks)
	for i, task := range r.lab.Tasks {
		for n, f := range task.Feedback {
			at := []any{"tasks", i, "feedback", n}
			if c := r.criterionOf(i+1, f, at); c != nil {
				c.Feedback = f
				r.revealing(c, secrets, at)
				r.valuesToldBy(c, at)
			}
		}
	}
}

// criterionOf returns the criterion that feedback of a task is for.
func (r *reader) criterionOf(task int, f lab.Feedback, at []any) *lab.Criterion {
	var names []string
	for i := range r.lab.Criteria {
		c := &r.lab.Criteria[i]
		names = append(names, c.Name)
		switch {
		case c.Name != f.Criterion:
		case c.Task != task:
			r.in(at, "%q is a criterion of task %d: write its feedback there", f.Criterion, c.Task)
			return nil
		case c.Visibility == lab.Never:
			r.in(at, "%q is @hidden:always, so no student reads its feedback: leave it out, or tag the criterion @hidden", f.Criterion)
			return nil
		default:
			return c
		}
	}
	if strings.TrimSpace(f.Criterion) != "" {
		instead := ""
		if meant := spelling.Nearest(f.Criterion, names); meant != "" {
			instead = fmt.Sprintf("; did you mean %q?", meant)
		}
		r.in(at, "%s has no criterion %q%s", lab.ChecksFile, f.Criterion, instead)
	}
	return nil
}

// secret is something that only a hidden criterion tells: its name, or a value in
// its sentences.
type secret struct{ text, criterion string }

// quoted matches the values in a sentence.
var quoted = regexp.MustCompile(`"([^"]{4,})"`)

// secrets lists what only hidden criteria tell: neither the texts for students nor
// the other criteria contain it.
func (r *reader) secrets(checks []*plan.Scenario) (all []secret) {
	known := r.told(checks)
	for i, s := range checks {
		if i >= len(r.lab.Criteria) || !r.isHidden(s.Name) {
			continue
		}
		candidates := []string{s.Name}
		for _, step := range s.Steps {
			for _, found := range quoted.FindAllStringSubmatch(step.Text, -1) {
				candidates = append(candidates, found[1])
			}
		}
		for _, text := range candidates {
			if !strings.Contains(known, strings.ToLower(text)) {
				all = append(all, secret{text, s.Name})
			}
		}
	}
	return all
}

func (r *reader) isHidden(name string) bool {
	return slices.ContainsFunc(r.lab.Criteria, func(c lab.Criterion) bool { return c.Name == name && c.Visibility != lab.Always })
}

// told returns everything that students can read while they work, in lower case.
func (r *reader) told(checks []*plan.Scenario) string {
	var b strings.Builder
	for _, t := range r.lab.Texts {
		b.WriteString(t.Content + "\n")
	}
	for _, task := range r.lab.Tasks {
		b.WriteString(task.Title + "\n")
		for _, hint := range task.Hints {
			b.WriteString(hint.Text + "\n" + hint.Korean + "\n")
		}
	}
	for _, s := range checks {
		if !r.isHidden(s.Name) {
			b.WriteString(s.Name + "\n")
			for _, step := range s.Steps {
				b.WriteString(step.Text + "\n")
			}
		}
	}
	return strings.ToLower(r.lab.Filling(samples[0])(b.String()))
}

// revealing reports feedback that tells of a criterion that is still hidden when
// students read the feedback.
func (r *reader) revealing(c *lab.Criterion, secrets []secret, at []any) {
	said := strings.ToLower(r.lab.Filling(samples[0])(c.Feedback.Text + "\n" + c.Feedback.Korean))
	for _, s := range secrets {
		if s.criterion == c.Name || !strings.Contains(said, strings.ToLower(s.text)) {
			continue
		}
		if other := r.named(s.criterion); other != nil && later(other.Visibility, c.Visibility) {
			r.in(at, "the feedback to %q says %q, which only the hidden criterion %q tells: students read it while that one is hidden", c.Name, s.text, s.criterion)
			return
		}
	}
}

func (r *reader) named(criterion string) *lab.Criterion {
	i := slices.IndexFunc(r.lab.Criteria, func(c lab.Criterion) bool { return c.Name == criterion })
	if i < 0 {
		return nil
	}
	return &r.lab.Criteria[i]
}

// later reports whether students see the first visibility later than the second.
func later(one, other lab.Visibility) bool {
	order := []lab.Visibility{lab.Always, lab.AfterDue, lab.AfterPublish, lab.Never}
	return slices.Index(order, one) > slices.Index(order, other)
}

// valuesToldBy reports variables in feedback that the texts for students do not
// use: their values are part of what was broken, or of an answer.
func (r *reader) valuesToldBy(c *lab.Criterion, at []any) {
	said := c.Feedback.Text + "\n" + c.Feedback.Korean
	for _, found := range placeholder.Pattern.FindAllString(said, -1) {
		if !slices.ContainsFunc(r.lab.Texts, func(t lab.Text) bool { return strings.Contains(t.Content, found) }) && found != "${"+lab.NamespaceName+"}" {
			r.in(at, "the feedback to %q tells the value of %s, of which the text for students says nothing", c.Name, found)
			return
		}
	}
}
