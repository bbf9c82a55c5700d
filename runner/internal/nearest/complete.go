package nearest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps"
)

// Completion is a sentence that goes on from what was typed.
type Completion struct {
	Step     steps.Step
	Sentence steps.Sentence // the language's
	Parts    []Part
	Exact    bool // it begins with all that was typed; otherwise it has the typed words somewhere
	left     int  // how many words are left to type
}

// Part is a piece of a completion: fixed text, or room for what differs.
type Part struct {
	Text    string   // the text, or an example of it
	Choices []string // all that can stand here, if that is known
	Open    bool     // other text can stand here
}

// Text is the sentence with its examples.
func (c Completion) Text() string {
	var b strings.Builder
	for _, p := range c.Parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Complete returns the sentences of a language that begin with what was typed, then those
// that have the typed words elsewhere. The last word may be incomplete. Each step is there
// once, or a few times where its optional parts differ. No kind is any.
func (x *Index) Complete(typed string, kind steps.Kind, language steps.Language) []Completion {
	if len(typed) > longest {
		return nil
	}
	t := typingOf(typed, language)
	best := map[string][]Completion{}
	var order []string
	for i := range x.templates {
		template := &x.templates[i]
		if template.language != language || kind != "" && !template.step.Allows(kind) {
			continue
		}
		c, ok := template.complete(t)
		if !ok {
			continue
		}
		if best[c.Sentence.Pattern] == nil {
			order = append(order, c.Sentence.Pattern)
		}
		best[c.Sentence.Pattern] = append(best[c.Sentence.Pattern], c)
	}
	var all []Completion
	for _, pattern := range order {
		all = append(all, x.few(best[pattern])...)
	}
	slices.SortStableFunc(all, Compare)
	return all
}

// perStep is how many ways to say a step are offered.
const perStep = 3

// few are the ways to say one step that are nearest to what was typed. One whose examples
// do not fit it is left out.
func (x *Index) few(ways []Completion) (all []Completion) {
	slices.SortStableFunc(ways, Compare)
	for _, w := range ways {
		if len(all) == perStep || len(all) > 0 && w.Exact != all[0].Exact {
			break
		}
		text := w.Text()
		same := slices.ContainsFunc(all, func(other Completion) bool { return other.Text() == text })
		if !same && len(x.match(text)) == 1 {
			all = append(all, w)
		}
	}
	return all
}

// Compare orders completions: those that begin with what was typed come first, then those
// that leave fewer words to type.
func Compare(a, b Completion) int {
	if a.Exact != b.Exact {
		if a.Exact {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.left, b.left)
}
