package steps

import (
	"context"
	"slices"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps/internal/grammar"
)

// LastFault returns the name of the active fault that was injected last, or an empty
// string.
func (i *Interactive) LastFault() string {
	active := i.s.Faults().Active()
	if len(active) == 0 {
		return ""
	}
	return active[len(active)-1].Name
}

// Revert reverts an active fault by name, and waits until the cluster has recovered.
func (i *Interactive) Revert(ctx context.Context, fault string) error {
	ctx, cancel := context.WithTimeout(ctx, faultTime)
	defer cancel()
	i.s.StepBegins()
	defer i.s.Acted(ctx)
	_, err := i.s.Faults().RevertNamed(ctx, fault)
	return err
}

// Reverting returns the sentence that reverts a fault injected by one of the given
// sentences, in the language of that sentence. It is empty if there is none.
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

// means reports whether one of the faults that the words describe has the given name.
func means(c cluster.Cluster, makes []makeFault, words []string, name string) bool {
	return slices.ContainsFunc(makes, func(make makeFault) bool {
		f, err := make(c, words)
		return err == nil && f.String() == name
	})
}

// revertingOf returns the sentence that reverts the effect of a step, with the step's
// words.
func revertingOf(c cluster.Cluster, fault string, injecting Step, text string) string {
	said, _ := injecting.SentenceFor(text)
	words := map[int]string{} // the words as written, by the index of their argument
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

// rewritten returns the example of a sentence with other words in it.
func rewritten(sentence Sentence, words map[int]string) string {
	at := grammar.Regexp(sentence.Pattern).FindStringSubmatchIndex(sentence.Example)
	text, end := "", 0
	for group := 1; group < len(at)/2; group++ {
		begin, over := at[2*group], at[2*group+1]
		if begin < end { // the word is not in the example
			continue
		}
		text, end = text+sentence.Example[end:begin]+words[sentence.Place(group-1)], over
	}
	return text + sentence.Example[end:]
}
