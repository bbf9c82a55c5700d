package steps

import (
	"context"
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// LastFault names the active fault that was injected last, or is empty.
func (i *Interactive) LastFault() string {
	active := i.s.Faults().Active()
	if len(active) == 0 {
		return ""
	}
	return active[len(active)-1].Name
}

// Revert reverts an active fault by its name, and waits until the cluster has recovered.
func (i *Interactive) Revert(ctx context.Context, fault string) error {
	ctx, cancel := context.WithTimeout(ctx, faultTime)
	defer cancel()
	i.s.StepBegins()
	defer i.s.Acted(ctx)
	_, err := i.s.Faults().RevertNamed(ctx, fault)
	return err
}

// Reverting returns the sentence that reverts a fault which one of the given sentences
// injected, in the language of that sentence. It is empty if there is none.
func (i *Interactive) Reverting(fault string, said []string) string {
	return reverting(i.s.Cluster(), fault, said)
}

func reverting(c cluster.Cluster, fault string, said []string) string {
	for _, text := range slices.Backward(said) {
		for _, step := range Match(text) {
			if means(c, step.injected, step.words(text), fault) {
				return revertingOf(c, fault, step, text)
			}
		}
	}
	return ""
}

// means tells whether one of the faults that words mean has a name.
func means(c cluster.Cluster, makes []makeFault, words []string, name string) bool {
	return slices.ContainsFunc(makes, func(make makeFault) bool {
		f, err := make(c, words)
		return err == nil && f.String() == name
	})
}

// revertingOf says the sentence that undoes what a step did, with its words.
func revertingOf(c cluster.Cluster, fault string, injecting Step, text string) string {
	said, _ := injecting.SentenceFor(text)
	words := map[int]string{} // as they were written, by the argument that they are
	for group, word := range grammar.Regexp(said.Pattern).FindStringSubmatch(text)[1:] {
		words[said.Place(group)] = word
	}
	for _, step := range All() {
		for _, sentence := range step.Sentences() {
			if len(step.reverted) == 0 || sentence.Language != said.Language {
				continue
			}
			candidate := rewritten(sentence, words)
			if step.words(candidate) != nil && means(c, step.reverted, step.words(candidate), fault) {
				return candidate
			}
		}
	}
	return ""
}

// rewritten is the example of a sentence with other words in it.
func rewritten(sentence Sentence, words map[int]string) string {
	at := grammar.Regexp(sentence.Pattern).FindStringSubmatchIndex(sentence.Example)
	text, end := "", 0
	for group := 1; group < len(at)/2; group++ {
		begin, over := at[2*group], at[2*group+1]
		if begin < end { // it is not in the example
			continue
		}
		text, end = text+sentence.Example[end:begin]+words[sentence.Place(group-1)], over
	}
	return text + sentence.Example[end:]
}
