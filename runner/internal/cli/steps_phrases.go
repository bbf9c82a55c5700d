package cli

import (
	"os"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/phrases"
	"github.com/gherkube/gherkube/steps"
)

// phrases returns those phrases, as steps, in which all words occur: of the features of
// the working folder, or else those that are known there.
func (a *app) phrases(words []string) []steps.Step {
	library := phrases.Library{NewID: (&messages.Incrementing{}).NewId}
	all := library.In(".")
	if info, err := os.Stat("features"); err == nil && info.IsDir() {
		all = library.Below("features")
	}
	expander := phrases.NewExpander(all, a.vocabulary().Match)
	return expander.AsSteps(func(p *phrases.Phrase) bool {
		return hasAll(phrases.Topic+"\n"+p.Name+"\n"+p.Meaning(), words)
	})
}
